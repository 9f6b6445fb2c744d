import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { damageSome } from '../../fixtures/city/damage.js';
import { type Encoding, encode } from '../../fixtures/city/encode.js';
import { generateCity } from '../../fixtures/city/generate.js';
import { PLAIN_STYLE, type RosterStyle, renderRoster } from '../../fixtures/city/render-roster.js';
import { entriesOn, inAreaOrder } from '../../fixtures/city/roster-entry.js';
import { day } from '../../src/domain/day.js';
import { quarter } from '../../src/domain/quarter.js';
import { Parts } from '../../src/intake/xlsx/parts.js';
import { readZipDirectory } from '../../src/intake/xlsx/zip-directory.js';
import { zh } from '../../src/messages/zh/index.js';
import { writeTemplate } from '../../src/reports/template.js';
import { type ImportRequest, importDataset } from '../../src/tasks/import-dataset.js';
import { collectionSheet, emptyTemplate, handOut } from '../../src/tasks/import-template.js';
import { IMPORTABLE } from '../../src/tasks/imports.js';
import { openFiles } from '../../src/tasks/open-files.js';
import { emptyFolder } from '../cli/run.js';
import { openOffice } from './history-office.js';

const office = openOffice();
const folder = emptyFolder();
const AS_OF = day('2026-09-30');
let files = 0;

beforeEach(() => office.startAfresh());
afterAll(() => office.close());

const FACTS = [
  ...['person', 'person_detail', 'post', 'post_change', 'certificate', 'registration'],
  ...['service_claim', 'assessment', 'pay', 'refused_row'],
];
const facts = () => FACTS.map((table) => office.at().db.prepare(`SELECT * FROM ${table}`).all());
/** Without lines: a cell with a line break takes two lines of a text, and one row of a sheet. */
const factsWithoutLines = () =>
  facts().map((rows) => rows.map((row) => ({ ...(row as object), line: undefined })));

async function load(bytes: Uint8Array, name: string, change: Partial<ImportRequest> = {}) {
  const path = join(folder, `${++files}${name}`);
  writeFileSync(path, bytes);
  return importDataset(office.at(), {
    ...{ dataset: 'roster', files: [path], asOf: AS_OF, given: new Map(), dryRun: false, strict: false },
    ...{ saveRejects: null, opened: await openFiles([path]), ...change },
  });
}

const city = (people: number) =>
  generateCity({ seed: 7, people, asOf: AS_OF, districts: ['锦江区', '简阳市'] });
const textOf = (people: number, style: Partial<RosterStyle>, damaged = 0) =>
  renderRoster(inAreaOrder([...damageSome(entriesOn(city(people), AS_OF), damaged, 2)]), {
    ...PLAIN_STYLE,
    ...style,
  });
const cellsOf = (text: string): string[][] => parse(text, { relax_column_count: true, delimiter: ',' });
const workbook = (...sheets: WriteSheet[]) => writeXlsx({ sheets });

describe('the same roster', () => {
  it('as UTF-8, GB18030 and XLSX is the same register', async () => {
    const text = textOf(400, { untidy: true, titles: ['示例花名册'], footer: true }, 0.05);
    const registers = [];
    for (const encoding of ['utf-8', 'gb18030'] as Encoding[]) {
      office.startAfresh();
      const { counts } = await load(encode(text, encoding), '.csv');
      registers.push({ counts, facts: factsWithoutLines() });
    }
    office.startAfresh();
    const { counts } = await load(await workbook({ name: '花名册', rows: cellsOf(text) }), '.xlsx');
    expect(counts.new).toBeGreaterThan(300);
    expect(counts.rejected).toBeGreaterThan(5);
    expect(registers[1]).toEqual(registers[0]);
    expect({ counts, facts: factsWithoutLines() }).toEqual(registers[0]);
  });

  it('with merged area cells is what it is with every cell filled in', async () => {
    const full = textOf(100, {});
    await load(encode(full, 'utf-8'), '.csv');
    const filled = facts();
    office.startAfresh();
    const rows = cellsOf(textOf(100, { mergedArea: true }));
    const { findings } = await load(
      await workbook({ name: '花名册', rows, merges: mergesOf(rows, cellsOf(full)) }),
      '.xlsx',
    );
    expect(findings.map(({ code }) => code)).toContain('file.area-filled');
    expect(facts()).toEqual(filled);
  });

  it('again says nothing new, and another sheet of the same file is another roster', async () => {
    const rows = cellsOf(textOf(20, {}));
    const bytes = await workbook(
      { name: '甲', rows: rows.slice(0, 11) },
      { name: '乙', rows: [rows[0] ?? [], ...rows.slice(11)] },
    );
    expect((await load(bytes, '.xlsx', { sheet: '甲' })).counts).toMatchObject({ read: 10, new: 10 });
    expect((await load(bytes, '.xlsx', { sheet: '2' })).counts).toMatchObject({
      new: rows.length - 11,
      same: 0,
    });
    const again = await load(bytes, '.xlsx', { sheet: '甲', asOf: null });
    expect(again.counts).toMatchObject({ same: 10 });
    expect(again.findings.map(({ code }) => code)).toContain('file.known-before');
  });
});

/** The merges that a spreadsheet has where its cells are blank and those of the full roster are not. */
function mergesOf(
  rows: readonly (readonly string[])[],
  full: readonly (readonly string[])[],
): NonNullable<WriteSheet['merges']> {
  return [1, 2, 3].flatMap((column) => {
    const isMerged = (at: number) => rows[at]?.[column] === '' && full[at]?.[column] !== '';
    return rows.flatMap((_, top) => {
      let bottom = top;
      while (bottom + 1 < rows.length && isMerged(bottom + 1)) bottom++;
      return bottom > top && !isMerged(top)
        ? [{ startRow: top, endRow: bottom, startCol: column, endCol: column }]
        : [];
    });
  });
}

describe('a collection sheet', () => {
  const Q4 = quarter('2026Q4');
  const paper = (sheet: ReturnType<typeof collectionSheet>) => writeTemplate({ ...sheet, command: '' }, zh);
  const fillIn = { asOf: day('2026-11-23') };

  it('comes back as it is and says the same of everybody', async () => {
    await load(encode(textOf(300, {}), 'utf-8'), '.csv');
    const before = facts();
    const sheet = collectionSheet(office.at(), Q4, {});
    expect(sheet.rows.length).toBeGreaterThan(200);
    const { counts, findings } = await load(await paper(sheet), '.xlsx', fillIn);
    expect(counts).toMatchObject({ read: sheet.rows.length, same: sheet.rows.length });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(facts()).toEqual(before);
  });

  it('knows nothing of what came after its quarter', async () => {
    const [headings, area] = ['区(市)县,镇(街道),村(社区)', '锦江区,锦官驿街道,水井坊社区'];
    const text = [
      `${headings},姓名,身份证号,人员类别,上岗日期,证书级别,登记日期,登记有效期至`,
      `${area},张三,510104199001011011,兼职,2024-01-01,初级,2026-10-08,2029-10-07`,
    ].join('\n');
    await load(Buffer.from(text), '.csv', { asOf: day('2026-10-15') });
    const before = facts();
    const certificate = ['证书级别', '登记日期'];
    const cells = (of: ReturnType<typeof collectionSheet>) =>
      certificate.map(
        (heading) => of.rows[0]?.[of.description.columns.findIndex((each) => each.heading === heading)],
      );
    expect(cells(collectionSheet(office.at(), Q4, {}))).toEqual(['初级', '2026-10-08']);
    const sheet = collectionSheet(office.at(), quarter('2026Q3'), {});
    expect(cells(sheet)).toEqual([null, null]);
    expect((await load(await paper(sheet), '.xlsx')).counts).toMatchObject({ same: 1 });
    expect(facts()).toEqual(before);
  });

  it('holds those of its area alone, each with a whole number', async () => {
    await load(encode(textOf(300, {}), 'utf-8'), '.csv');
    const all = collectionSheet(office.at(), Q4, { district: '锦江' });
    const [, , district, township] = all.rows[0] ?? [];
    expect(district).toBe('锦江区');
    const some = collectionSheet(office.at(), Q4, { district: '锦江', township: String(township) });
    expect(some.rows.length).toBeLessThan(all.rows.length);
    for (const row of some.rows) {
      expect([row[1], row[3]]).toEqual([expect.stringMatching(/^\d{17}[\dX]$/), township]);
    }
  });

  it('leaves 服务记录 and 发挥专业作用 to be filled in, and is nobody’s where nobody is', async () => {
    const empty = () => collectionSheet(office.at(), Q4, { district: '锦江区' });
    expect(empty).toThrow(expect.objectContaining({ problem: 'template.nobody' }));
    await load(encode(textOf(50, {}), 'utf-8'), '.csv');
    const { rows, description } = empty();
    const headings = description.columns.map(({ heading }) => heading);
    for (const heading of ['服务记录', '发挥专业作用']) {
      expect(new Set(rows.map((row) => row[headings.indexOf(heading)]))).toEqual(new Set([null]));
    }
  });

  it('is in the audit log before anybody holds it, and not written when the log cannot be', async () => {
    await load(encode(textOf(20, {}), 'utf-8'), '.csv');
    const sheet = collectionSheet(office.at(), Q4, {});
    const last = () => office.at().db.prepare('SELECT command, details FROM audit ORDER BY entry DESC').get();
    handOut(office.at(), sheet, 'abc', () => {});
    expect(last()).toMatchObject({ command: 'import template roster' });
    expect(JSON.stringify(last())).not.toMatch(/\d{17}/);
    const before = last();
    const failing = () => {
      throw new Error('disk full');
    };
    expect(() => handOut(office.at(), sheet, 'def', failing)).toThrow('disk full');
    expect(last()).toEqual(before);
  });
});

describe('an empty sheet', () => {
  it.each(IMPORTABLE)('of %s has every heading, and no row', async (dataset) => {
    const bytes = await writeTemplate({ ...emptyTemplate(dataset), command: '' }, zh);
    const work = () => load(bytes, '.xlsx', { dataset, asOf: null });
    await expect(work()).rejects.toMatchObject({ problem: 'file.no-rows' });
  });

  it('keeps pasted numbers as text in its first thousand rows', async () => {
    const bytes = Buffer.from(await writeTemplate({ ...emptyTemplate('services'), command: '' }, zh));
    const parts = new Parts(bytes, readZipDirectory(bytes) ?? new Map());
    const style = /<c r="A1001" s="(\d+)"/.exec(String(parts.of('xl/worksheets/sheet1.xml')))?.[1];
    const styles = String(parts.of('xl/styles.xml'));
    const format = styles.split('<cellXfs')[1]?.match(/numFmtId="\d+"/g)?.[Number(style)];
    expect(styles).toMatch(new RegExp(`<numFmt [^>]*${format}[^>]*formatCode="@"`));
  });
});
