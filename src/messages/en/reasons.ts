const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EIO: 'the disk cannot be read or written',
  EBUSY: 'another program has it open',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of the path is a file, not a folder',
  ELOOP: 'a link that leads back to itself',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many open files',
  CHANGED: 'it changed while it was being read',
};

/** Why a file cannot be read or written, by the code of the operating system; an unknown code as it is. */
export const because = (code: string): string => REASONS[code] ?? `system code ${code}`;
