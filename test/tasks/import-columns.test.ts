import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { RejectsTable } from '../../src/domain/import-result.js';
import { UserError } from '../../src/domain/user-error.js';
import type { ImportRequest } from '../../src/tasks/import-dataset.js';
import { listProfiles, removeProfile } from '../../src/tasks/import-profiles.js';
import { idNumber, openOffice } from './history-office.js';

const office = openOffice();
beforeEach(() => office.startAfresh());
afterAll(() => office.close());

const HEADINGS = '名字,证件,区县,镇街,社区,类别,上岗日期,电话,联系电话';
const person = (sequence: number, rest = '13800001111,13900002222') =>
  `张${sequence},${idNumber(sequence)},锦江区,锦官驿街道,水井坊社区,城乡社区专职工作者,2024-03-01,${rest}`;
const FILE = `${HEADINGS}\n${person(1)}\n`;
const MAP: [string, string][] = [
  ['证件', '身份证号'],
  ['类别', '人员类别'],
  ['联系电话', '手机号'],
];

const load = (text: string, change: Partial<ImportRequest>) => office.importFile('roster', text, change);
const profiles = () => listProfiles(office.at());
const audit = () =>
  office.at().db.prepare('SELECT command, details FROM audit ORDER BY entry').raw().all() as [
    string,
    string,
  ][];
const phones = () =>
  office.at().db.prepare('SELECT phone FROM person_detail WHERE superseded IS NULL').pluck().all();
const factsOf = (table: string) => office.at().db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

function problemOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return { problem: error.problem, ...error.details };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('an import with --map', () => {
  it('records what the mapped columns say', () => {
    expect(load(FILE, { map: MAP }).counts).toMatchObject({ new: 1, rejected: 0 });
    expect(phones()).toEqual(['13900002222']);
  });

  it('without it, the file is refused and nothing is recorded', () => {
    expect(problemOf(() => load(FILE, {}))).toMatchObject({ problem: 'file.no-heading-row' });
    expect(factsOf('batch')).toBe(1);
  });

  it('warns of a heading that no file has, once for all files', () => {
    const { findings } = load(FILE, { map: [...MAP, ['证件号', '备注'], ['家庭住址', '']] });
    expect(findings.filter(({ code }) => code === 'file.map-unused')).toMatchObject([
      { severity: 'warning', subject: '证件号' },
      { severity: 'warning', subject: '家庭住址' },
    ]);
  });

  it('the same bytes read another way are not known before', () => {
    const ignoring = MAP.slice(0, 2).concat([
      ['电话', ''],
      ['联系电话', ''],
    ]);
    load(FILE, { map: ignoring });
    expect(phones()).toEqual([null]);
    const again = load(FILE, { map: MAP });
    expect(again.counts).toMatchObject({ changed: 1 });
    expect(phones()).toEqual(['13900002222']);
  });

  it('the same bytes read the same way are, whichever names were used', () => {
    load(FILE, { map: MAP });
    const again = load(FILE, {
      map: [
        ['身份证号码', '证件'],
        ['人员类型', '类别'],
        ['联系 电话', '电话号码'],
      ],
    });
    expect(again).toMatchObject({ batch: null, counts: { same: 1 } });
    expect(again.findings.map(({ code }) => code)).toContain('file.known-before');
  });

  it('refused rows come back without a map, and bring nothing that was set aside', () => {
    let table: RejectsTable | undefined;
    const bad = person(2).replace('2024-03-01', '2024-13-01');
    load(`${HEADINGS}\n${bad}\n`, {
      map: MAP,
      saveRejects: (rows) => {
        table = rows;
        return 'sha';
      },
    });
    const headings = table?.columns.map(({ heading }) => heading) ?? [];
    expect(headings).toEqual([
      '姓名',
      '身份证号',
      '区(市)县',
      '镇(街道)',
      '村(社区)',
      '人员类别',
      '上岗日期',
      '手机号',
    ]);
    const mended = table?.rows.map(({ cells }) => cells.join(',').replace('2024-13-01', '2024-03-01')) ?? [];
    expect(load([headings.join(','), ...mended].join('\n'), {}).counts).toMatchObject({ new: 1 });
    expect(phones()).toEqual(['13900002222']);
  });
});

describe('a saved profile', () => {
  const save = (change: Partial<ImportRequest> = {}) =>
    load(FILE, { map: MAP, saveProfile: '街道表', ...change });

  it('keeps what --map and --set said, in the names of the dataset, and reads the next file', () => {
    const lacking = FILE.replaceAll(',区县', '').replaceAll(',锦江区', '');
    const result = load(lacking, {
      map: MAP,
      given: new Map([['所属区县', '锦江区']]),
      saveProfile: '街道表',
    });
    expect(result).toMatchObject({ profileSaved: true, counts: { new: 1 } });
    expect(profiles()).toMatchObject([
      {
        dataset: 'roster',
        name: '街道表',
        map: MAP,
        given: [['区(市)县', '锦江区']],
        sheet: null,
        user: 'test',
      },
    ]);
    const next = lacking.replace(/.*\n$/, person(2).replace(',锦江区', ''));
    expect(load(next, { profile: '街道表' }).counts).toMatchObject({ new: 1 });
  });

  it('what the command line says goes before it', () => {
    save();
    load(FILE.replace(person(1), person(2)), { profile: '街道表', map: [['电话', '手机号']] });
    expect(phones()).toEqual(['13900002222', '13800001111']);
  });

  it('says nothing of its headings that a file lacks', () => {
    save({ map: [...MAP, ['座机', '']] });
    const { findings } = load(FILE.replace(person(1), person(2)), { profile: '街道表' });
    expect(findings.map(({ code }) => code)).not.toContain('file.map-unused');
  });

  it('is saved together with another, and in the place of one of its name, which stays on record', () => {
    save({ map: [...MAP, ['座机', '']] });
    load(FILE, { profile: '街道表', map: [['座机', '备注']], saveProfile: '街道表' });
    expect(profiles().map(({ map }) => map)).toEqual([[...MAP, ['座机', '备注']]]);
    expect(factsOf('profile')).toBe(2);
  });

  it('is in the audit log, without the values that were given', () => {
    save({ given: new Map([['手机号', '13800009999']]) });
    const [command, details] = audit().find(([name]) => name.includes('--save-profile')) ?? [];
    expect(command).toBe('import roster --save-profile');
    expect(JSON.parse(details ?? '')).toEqual({
      profile: '街道表',
      map: MAP,
      given: ['手机号'],
      sheet: null,
    });
  });

  it('keeps the sheet of a workbook that was named, until another is', () => {
    save({ sheet: '花名册' });
    expect(profiles()[0]?.sheet).toBe('花名册');
    load(FILE, { profile: '街道表', sheet: '2', saveProfile: '街道表' });
    expect(profiles()[0]?.sheet).toBe('2');
  });

  it('of a file that says nothing new is saved all the same', () => {
    load(FILE, { map: MAP });
    expect(save()).toMatchObject({ batch: null, profileSaved: true });
    expect(profiles()).toHaveLength(1);
  });

  it.each<[string, Partial<ImportRequest>, string]>([
    ['a dry run', { dryRun: true }, FILE],
    ['an import that --strict refused', { strict: true }, FILE.replace('2024-03-01', '甲')],
  ])('is not saved by %s', (_what, change, text) => {
    expect(load(text, { map: MAP, saveProfile: '街道表', ...change }).profileSaved).toBe(false);
    expect(profiles()).toEqual([]);
  });

  it('is not saved by a command that could not run', () => {
    expect(problemOf(() => save({ map: [] }))).toMatchObject({ problem: 'file.no-heading-row' });
    expect(profiles()).toEqual([]);
  });

  it('is of one dataset', () => {
    save();
    expect(problemOf(() => office.importFile('units', FILE, { profile: '街道表' }))).toEqual({
      problem: 'profile.other-dataset',
      ...{ name: '街道表', dataset: 'units', savedFor: ['roster'] },
    });
  });

  it('of another name is not known, and the nearest are named', () => {
    save();
    expect(problemOf(() => load(FILE, { profile: '街道' }))).toEqual({
      problem: 'profile.unknown',
      ...{ name: '街道', nearest: ['街道表'] },
    });
  });

  it('can be removed, which is in the audit log', () => {
    save();
    expect(removeProfile(office.at(), null, '街道表')).toMatchObject({ dataset: 'roster' });
    expect(profiles()).toEqual([]);
    expect(audit().at(-1)).toEqual([
      'import profiles --remove',
      JSON.stringify({ profile: '街道表', dataset: 'roster' }),
    ]);
    expect(problemOf(() => removeProfile(office.at(), null, '街道表'))).toMatchObject({
      problem: 'profile.unknown',
    });
  });

  it('of several datasets is removed for one of them', () => {
    save();
    const units = '代码,区县,镇街,社区,类型\n510104017001,锦江区,锦官驿街道,水井坊社区居委会,社区\n';
    office.importFile('units', units, { map: [['代码', '统计用区划代码']], saveProfile: '街道表' });
    expect(problemOf(() => removeProfile(office.at(), null, '街道表'))).toMatchObject({
      problem: 'profile.ambiguous',
      datasets: ['roster', 'units'],
    });
    removeProfile(office.at(), 'units', '街道表');
    expect(profiles().map(({ dataset }) => dataset)).toEqual(['roster']);
  });
});

it('the register lets nobody edit or delete a profile', () => {
  load(FILE, { map: MAP, saveProfile: '街道表' });
  const { db } = office.at();
  expect(() => db.exec(`UPDATE profile SET content = '{}'`)).toThrow(/never edited/);
  expect(() => db.exec('DELETE FROM profile')).toThrow(/never deleted/);
});
