import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Day, day } from '../../src/domain/day.js';
import { loadEstablishments, loadUnits } from '../../src/store/register.js';
import { type ImportableDataset, importDataset } from '../../src/tasks/import-dataset.js';
import { initRegister } from '../../src/tasks/init-register.js';
import { openWorkspace, type Workspace } from '../../src/tasks/workspace.js';
import { ROOT } from '../cli/run.js';

const surroundings = {
  today: day('2026-11-23'),
  now: new Date('2026-11-23T01:00:00Z'),
  dataFolder: join(ROOT, 'data'),
  user: 'test',
};
let folder: string;
let workspace: Workspace;
let files = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shegong-units-'));
  const dbFile = join(folder, 'shegong.db');
  initRegister(surroundings, { dbFile, policyFolder: join(folder, 'policies') });
  workspace = openWorkspace(surroundings, { folder: join(folder, 'none'), named: false }, dbFile);
});
afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

function load(dataset: ImportableDataset, text: string, asOf: Day | null = null) {
  const path = join(folder, `${++files}.csv`);
  writeFileSync(path, text);
  const common = { given: new Map(), dryRun: false, strict: false, saveRejects: null };
  return importDataset(workspace, { dataset, files: [path], asOf, ...common });
}

const COLUMNS = '统计用区划代码,区(市)县,镇(街道),名称,类型,管理区县,撤销日期';
const units = (rows: readonly string[], asOf: Day | null = null) =>
  load('units', `${[COLUMNS, ...rows].join('\n')}\n`, asOf);
const unitOf = (code: string) => loadUnits(workspace.db).find(({ terms }) => terms[0].code === code);
const termOf = (code: string) => unitOf(code)?.terms.at(-1);

const JINJIANG = '510104017001';
const HIGH_TECH = '510107063001';

describe('a list of units that writes areas its own way', () => {
  it.each([
    ['锦江,锦官驿', '锦江'],
    ['锦江区,锦官驿街道办事处', '锦江区'],
    ['成都市锦江区,锦官驿街道', ''],
  ])('%s: makes no district and no township of its own', (area, manager) => {
    units([`${JINJIANG},${area},水井坊社区居委会,社区,${manager},`]);
    expect(termOf(JINJIANG)).toMatchObject({
      county: '锦江区',
      township: '锦官驿街道',
      district: '锦江区',
      kindConfirmed: true,
      districtConfirmed: manager !== '',
    });
  });

  it.each([
    ['高新区', '高新区'],
    ['武侯区', '高新'],
    ['成都高新区', ''],
  ])('区(市)县 %s and 管理区县 %s are 武侯区 by the code and 成都高新区, which pays', (county, manager) => {
    units([`${HIGH_TECH},${county},石羊,三元社区居委会,社区,${manager},`]);
    expect(termOf(HIGH_TECH)).toMatchObject({
      county: '武侯区',
      township: '石羊街道',
      district: '成都高新区',
      districtConfirmed: true,
    });
  });

  it('a township that was made 街道 out of 镇 has its new name', () => {
    units([`${JINJIANG},锦江区,锦官驿镇,水井坊社区居委会,社区,,`]);
    expect(termOf(JINJIANG)).toMatchObject({ township: '锦官驿镇' });
  });

  it('a county that the code contradicts is a conflict, and nothing changes', () => {
    const result = units([`${JINJIANG},武侯区,锦官驿街道,水井坊社区居委会,社区,,`]);
    expect(result.counts).toMatchObject({ read: 1, conflict: 1 });
    expect(result.findings.map(({ code }) => code)).toContain('unit.code-differs');
    expect(termOf(JINJIANG)).toMatchObject({ county: '锦江区', kindConfirmed: false });
  });
});

describe('撤销日期 in a list with a day', () => {
  const row = `${JINJIANG},锦江区,锦官驿街道,水井坊社区居委会,社区,,2026-09-30`;

  it('dissolves the unit', () => {
    units([row], day('2026-10-01'));
    expect(unitOf(JINJIANG)?.dissolved).toBe('2026-09-30');
  });

  it('is the same when another file says it again', () => {
    units([row], day('2026-10-01'));
    expect(units([row, ''], day('2026-10-01')).counts).toMatchObject({ same: 1, changed: 0 });
  });
});

describe('two spellings of a title in 岗位设置表', () => {
  const COLUMNS_OF_POSTS = '区(市)县,镇(街道),村(社区),岗位名称,岗位数,设置日期';
  const posts = (title: string, count: number) =>
    `${COLUMNS_OF_POSTS}\n锦江区,锦官驿街道,水井坊社区,${title},${count},2024-01-01\n`;

  it.each(['社会工作师一级岗位', '社会工作师 一级', '社会工作师一级'])(
    '%s corrects 社会工作师一级, and is not counted beside it',
    (title) => {
      load('posts', posts('社会工作师一级', 2));
      expect(load('posts', posts(title, 1)).counts).toMatchObject({ changed: 1 });
      expect(loadEstablishments(workspace.db).map(({ count }) => count)).toEqual([1]);
    },
  );
});

describe('rows of one code or one post that contradict each other', () => {
  const establishments = (rows: readonly string[]) =>
    load('posts', `${['统计用区划代码,岗位名称,岗位数,设置日期', ...rows].join('\n')}\n`);
  const post = (count: number) => `${JINJIANG},社会工作师一级岗位,${count},2024-01-01`;
  const unit = (name: string) => `510104017999,锦江区,锦官驿街道,${name},社区,,`;

  it.each([
    ['posts', () => establishments([post(2), post(3), post(2)])],
    ['posts, equal ones first', () => establishments([post(2), post(2), post(3)])],
    ['units', () => units([unit('甲社区'), unit('乙社区'), unit('甲社区')])],
    ['units, equal ones first', () => units([unit('甲社区'), unit('甲社区'), unit('乙社区')])],
  ])('%s: all of them are refused, in whatever order', (_, run) => {
    const { counts, batch } = run();
    expect(counts).toMatchObject({ conflict: 3, same: 0, new: 0 });
    expect(batch).toBeNull();
  });
});

describe('a unit that would end before it began', () => {
  const dated = (founded: string, dissolved: string) =>
    load(
      'units',
      `统计用区划代码,区(市)县,镇(街道),名称,类型,设立日期,撤销日期\n${JINJIANG},锦江区,锦官驿街道,水井坊社区,社区,${founded},${dissolved}\n`,
    );

  it.each([
    ['2020-01-01', '2019-12-31', '撤销日期'],
    ['', '2019-12-31', '撤销日期'],
  ])('founded %s, dissolved %s', (founded, dissolved, column) => {
    dated('2020-01-01', '');
    const { counts, findings } = dated(founded, dissolved);
    expect(counts).toMatchObject({ rejected: 1 });
    const found = findings.find(({ severity }) => severity === 'error');
    expect(found).toMatchObject({ line: 2, column, value: dissolved });
  });

  it('may end on the day on which it began', () => {
    dated('2020-01-01', '');
    expect(dated('', '2020-01-01').counts).toMatchObject({ changed: 1 });
  });
});

describe('the first six digits of a code', () => {
  const told = (code: string, county = '锦江区') =>
    units([`${code},${county},锦官驿街道,新设社区居委会,社区,,`])
      .findings.filter((each) => each.code === 'unit.new-county')
      .map(({ severity, column, details }) => [severity, column, details]);

  it.each([
    ['510104017900', '锦江区', null],
    ['910104017900', '锦江区', { prefix: '910104', county: '锦江区', usual: '510104' }],
    ['510190017900', '新设区', { prefix: '510190', county: '新设区', usual: null }],
  ])('%s of %s: %j', (code, county, details) => {
    expect(told(code, county)).toEqual(details === null ? [] : [['warning', '统计用区划代码', details]]);
  });

  it('are told once: then the register knows them', () => {
    expect([told('910104017900'), told('910104017901')].map(({ length }) => length)).toEqual([1, 0]);
  });
});
