const REASONS: Readonly<Record<string, string>> = {
  EACCES: '没有读写权限',
  EPERM: '没有读写权限',
  EROFS: '所在磁盘只读',
  ENOSPC: '磁盘空间不足',
  EDQUOT: '磁盘空间不足',
  EIO: '磁盘读写出错',
  EBUSY: '正被其他程序打开',
  ENOENT: '所在的文件夹不存在',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  ELOOP: '链接循环，指向自己',
  ENAMETOOLONG: '文件名太长',
  EMFILE: '打开的文件太多',
  CHANGED: '读取过程中文件被改动',
};

/** Why a file cannot be read or written, by the code of the operating system; an unknown code as it is. */
export const because = (code: string): string => REASONS[code] ?? `系统代码 ${code}`;
