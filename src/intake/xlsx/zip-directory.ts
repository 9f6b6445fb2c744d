/** A part of a ZIP archive, as the directory at its end declares it. */
export interface ZipPart {
  name: string;
  /** 0: stored, 8: deflated. */
  method: number;
  /** Bytes in the archive, and unpacked. */
  packed: number;
  unpacked: number;
  /** CRC-32 of the unpacked bytes; 0: not given. */
  checksum: number;
  /** Where its local header begins. */
  offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 0xffff;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
/** Written where the real size stands in an extra field (ZIP64). */
const ELSEWHERE = 0xffffffff;

/**
 * The parts of an archive by name, from its directory alone: nothing is unpacked. undefined when the
 * directory is missing or broken, as in a file that was only half written.
 */
export function readZipDirectory(bytes: Buffer): Map<string, ZipPart> | undefined {
  const end = findEnd(bytes);
  if (end === undefined) return undefined;
  const parts = new Map<string, ZipPart>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + ENTRY_BYTES > end || bytes.readUInt32LE(at) !== ENTRY) return undefined;
    const nameEnd = at + ENTRY_BYTES + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const part = {
      name: bytes.toString('utf8', at + ENTRY_BYTES, nameEnd),
      method: bytes.readUInt16LE(at + 10),
      checksum: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    if (extraEnd > end || !takeLongSizes(part, bytes.subarray(nameEnd, extraEnd))) return undefined;
    if (part.offset + part.packed > bytes.length) return undefined;
    parts.set(part.name, part);
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function findEnd(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= first; at--) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  return undefined;
}

/** Some programs give the sizes of small parts as 64-bit numbers too. false: they are announced and not there. */
function takeLongSizes(part: ZipPart, extra: Buffer): boolean {
  const missing = (['unpacked', 'packed', 'offset'] as const).filter((key) => part[key] === ELSEWHERE);
  if (missing.length === 0) return true;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    if (at + 4 + 8 * missing.length > extra.length) return false;
    for (const [index, key] of missing.entries()) {
      part[key] = Number(extra.readBigUInt64LE(at + 4 + 8 * index));
    }
    return true;
  }
  return false;
}
