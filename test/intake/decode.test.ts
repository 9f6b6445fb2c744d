import { createHash } from 'node:crypto';
import { chmodSync, closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { withText } from '../../src/intake/decode.js';
import { problemOf, temporaryFile, temporaryFolder } from './support.js';

const TEXT = '姓名,身份证号\r\n张三,1\r\n䶮𠮷㐂·买买提,2\n';

const read = (path: string) =>
  withText(path, (file) => ({
    text: [...file.text()].join(''),
    encoding: file.encoding,
    sha256: file.sha256,
  }));

describe('the encoding is told by mark, then UTF-8, then GB18030', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 BOM', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16LE', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16BE', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
    ['GB18030', iconv.encode(TEXT, 'gb18030')],
  ])('%s', (encoding, bytes) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(read(temporaryFile(bytes))).toEqual({ text: TEXT, encoding, sha256 });
  });

  it('GB18030 does not win where UTF-8 is valid, though the bytes are both', () => {
    const bytes = Buffer.from('郑一,姓名\n');
    expect(() => new TextDecoder('gb18030', { fatal: true }).decode(bytes)).not.toThrow();
    expect(read(temporaryFile(bytes)).text).toBe('郑一,姓名\n');
  });

  it('a character cut by the border of a chunk stays whole', () => {
    const text = `${'a'.repeat((1 << 20) - 1)}\n${'张'.repeat(400_000)}\n𠮷\n`;
    for (const encoding of ['utf8', 'gb18030', 'utf16'] as const) {
      expect(read(temporaryFile(iconv.encode(text, encoding))).text).toBe(text);
    }
  });
});

describe('broken encoding names the first bad line', () => {
  const rows = Array.from({ length: 9 }, (_, index) => `第${index}行,张三,水井坊社区`);
  it.each([
    [
      'a byte that is no UTF-8 among UTF-8',
      Buffer.concat([Buffer.from(`${rows.join('\n')}\n`), Buffer.from([0xff, 0x0a])]),
      10,
    ],
    ['a UTF-8 file cut in the middle of a character', Buffer.from(rows.join('\r\n')).subarray(0, -1), 9],
    [
      'a UTF-8 line lost to GB18030',
      Buffer.concat([Buffer.from(`${rows.join('\r')}\r`), iconv.encode('张三丰', 'gb18030')]),
      10,
    ],
    ['a UTF-8 file with mark', Buffer.concat([Buffer.from('\uFEFF姓名\n'), Buffer.from([0xb2, 0x0a])]), 2],
    [
      'GB18030 with half a character',
      Buffer.concat([iconv.encode(`${rows.join('\n')}\n张`, 'gb18030'), Buffer.from([0xb2, 0x2c, 0x0a])]),
      10,
    ],
    [
      'half a surrogate pair in UTF-16',
      Buffer.concat([Buffer.from('\uFEFF姓名\r\n张', 'utf16le'), Buffer.from([0x00, 0xd8, 0x0a, 0x00])]),
      2,
    ],
    [
      'UTF-16 with an odd byte',
      Buffer.concat([Buffer.from('\uFEFF姓名\n', 'utf16le'), Buffer.from([0x61])]),
      2,
    ],
  ])('%s', (_name, bytes, line) => {
    const path = temporaryFile(bytes);
    expect(problemOf(() => read(path))).toEqual({
      problem: 'file.broken-encoding',
      details: { file: path, line },
    });
  });
});

describe('files that are no text', () => {
  it.each([
    ['zip', Buffer.from('PK\x03\x04....readme.txt', 'latin1')],
    ['xls', Buffer.from('\xD0\xCF\x11\xE0\xA1\xB1', 'latin1')],
    ['pdf', Buffer.from('%PDF-1.7')],
    ['image', Buffer.from('\x89PNG\r\n', 'latin1')],
    ['image', Buffer.from('\xFF\xD8\xFF\xE0', 'latin1')],
    ['database', Buffer.from('SQLite format 3\0')],
    ['unknown', Buffer.from('姓名,身份证号\n张\0三\n')],
  ])('%s', (looksLike, bytes) => {
    const path = temporaryFile(bytes);
    expect(problemOf(() => read(path))).toEqual({
      problem: 'file.binary',
      details: { file: path, looksLike },
    });
  });
});

it.each(['[Content_Types].xml', 'xl/workbook.xml'])('a workbook (%s) is not for this reader', (part) => {
  const path = temporaryFile(Buffer.from(`PK\x03\x04....${part}`, 'latin1'));
  expect(() => read(path)).toThrow('openFile');
});

describe('files that cannot be read', () => {
  it('empty', () => expect(problemOf(() => read(temporaryFile(''))).problem).toBe('file.empty'));
  it('missing', () =>
    expect(problemOf(() => read(join(temporaryFolder(), 'x.csv'))).problem).toBe('file.missing'));
  it('a folder', () => expect(problemOf(() => read(temporaryFolder())).problem).toBe('file.is-folder'));
  it.skipIf(process.getuid?.() === 0)('without permission', () => {
    const path = temporaryFile(TEXT);
    chmodSync(path, 0);
    expect(problemOf(() => read(path))).toMatchObject({
      problem: 'file.unreadable',
      details: { reason: 'EACCES' },
    });
  });
  it('changed while it is read', () => {
    const path = temporaryFile(TEXT);
    const work = () =>
      withText(path, () => {
        const descriptor = openSync(path, 'a');
        writeSync(descriptor, '李四,3\n');
        closeSync(descriptor);
      });
    expect(problemOf(work)).toMatchObject({ problem: 'file.unreadable', details: { reason: 'CHANGED' } });
  });
});

describe('a line of 1 GB fails at once and in little memory', () => {
  it.each([
    ['zeroes of a sparse file are binary', ''],
    ['text without a line end', 'x'.repeat(5 << 20)],
  ])('%s', (_name, start) => {
    const path = temporaryFile(`姓名,身份证号\n${start}`);
    const descriptor = openSync(path, 'r+');
    ftruncateSync(descriptor, 1 << 30);
    closeSync(descriptor);
    const before = process.memoryUsage().rss;
    const { problem, details } = problemOf(() => read(path));
    if (start === '') expect(problem).toBe('file.binary');
    else expect({ problem, details }).toMatchObject({ problem: 'file.line-too-long', details: { line: 2 } });
    expect(process.memoryUsage().rss - before).toBeLessThan(150 << 20);
  });
});
