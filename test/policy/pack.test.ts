import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { withoutSpaces } from '../../src/policy/documents.js';
import { inForce } from '../../src/policy/in-force.js';
import { PARAMETERS } from '../../src/policy/parameters.js';
import { startingPolicies } from '../../src/policy/starting-policies.js';
import { uncheckedValues } from '../../src/policy/unchecked.js';
import { DATA, folderOf, load } from './folders.js';

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

describe('the shipped pack of Chengdu', () => {
  const book = load();
  const shipped = PARAMETERS.flatMap((parameter) =>
    book.versions[parameter].map((version) => ({ parameter, version })),
  );
  const text = plain(book.documents.get('chengdu-2022')?.text ?? '');

  it('is sound', () => expect(book.findings).toEqual([]));

  it('holds the document word for word, to its last line', () => {
    expect(text).toMatch(/^成都市民政局等18部门关于加强社会工作者职业体系建设的实施意见/);
    expect(text).toContain('本实施意见自2022年3月1日施行,有效期5年。');
    expect(text).toMatch(/2022年1月18日$/);
  });

  it.each(shipped.filter(({ version }) => version.citation.document === 'chengdu-2022'))(
    '$parameter quotes the document verbatim',
    ({ version }) => expect(text).toContain(plain(version.citation.quote ?? 'no quote')),
  );

  it.each(shipped)(
    '$parameter was checked by somebody, names an article and is no example',
    ({ version }) => {
      expect(version.checked).not.toBeNull();
      expect(version.citation.article).not.toBe('');
      expect(version.example).toBe(false);
    },
  );

  it.each([
    'subsidy.rate',
    'subsidy.decided-on',
    'subsidy.service-minimum',
    'subsidy.retro-months',
    'complaint.days',
    'award.reward',
    'pay.reference',
  ] as const)('%s is for the office to set, and not in the pack', (parameter) =>
    expect(book.versions[parameter]).toEqual([]),
  );

  it.each([
    ['grade.map', '2022-02-28', false],
    ['grade.map', '2022-03-01', true],
    ['quota.minimum', '2022-02-28', false],
    ['quota.minimum', '2022-03-01', true],
    ['quota.minimum', '2027-02-28', true],
    ['quota.minimum', '2027-03-01', false],
    ['subsidy.conditions', '2022-02-28', false],
    ['subsidy.conditions', '2022-03-01', true],
    ['subsidy.conditions', '2027-02-28', true],
    ['subsidy.conditions', '2027-03-01', false],
    ['subsidy.categories', '2027-02-28', true],
    ['subsidy.categories', '2027-03-01', false],
    ['target.certificate-holders', '2027-03-01', false],
    // National rules, which do not end with the city's document.
    ['registration.term', '2022-02-28', true],
    ['registration.term', '2027-03-01', true],
    ['training.hours', '2009-12-31', false],
    ['training.hours', '2027-03-01', true],
  ] as const)('%s on %s: in force %s', (parameter, on, holds) =>
    expect(inForce(book, parameter, null, day(on)) !== undefined).toBe(holds),
  );

  it('says what the document says', () => {
    const on = day('2026-07-01');
    const value = (parameter: (typeof PARAMETERS)[number]) => inForce(book, parameter, null, on)?.value;
    expect(value('quota.minimum')).toEqual({ 社区: 2, 建制村: 1 });
    expect(value('grade.map')).toEqual({
      高级: { 高级社会工作师一级: 5, 高级社会工作师二级: 6, 高级社会工作师三级: 7 },
      中级: { 社会工作师一级: 8, 社会工作师二级: 9, 社会工作师三级: 10 },
      初级: { 助理社会工作师一级: 11, 助理社会工作师二级: 12 },
    });
    expect(value('subsidy.conditions')).not.toContain('no-sanction');
    expect(value('training.hours')).toEqual({ 初级: 72, 中级: 90, 高级: 90 });
    expect(value('registration.term')).toEqual({ years: 3, renewalMonths: 3 });
    expect(value('registration.first-months')).toBe(12);
    expect(value('training.yearly')).toEqual(['机关']);
    expect(value('training.academies')).toEqual(['成都村政学院', '城市社区学院', '成都社会组织学院']);
    expect(value('training.degree')).toMatchObject({ hours: 90 });
  });

  it('gives the goals of section 二 word for word, those of 2023 before those of 2025', () => {
    const text = withoutSpaces(readFileSync(join(DATA, 'sources', 'chengdu-2022.txt'), 'utf8'));
    const section = text.slice(text.indexOf('二、总体目标'), text.indexOf('三、主要任务'));
    const [of2023, of2025] = section.split('到2025年') as [string, string];
    const goals = inForce(book, 'target.goals', null, day('2026-07-01'))?.value ?? [];
    expect(goals).toHaveLength(16);
    for (const { by, goal } of goals) {
      expect(by === 2023 ? of2023 : of2025).toContain(withoutSpaces(goal));
    }
  });

  it('invents no days for the national rules whose text is not stored', () => {
    for (const id of ['民发〔2009〕44号', '民发〔2009〕123号', '国人部发〔2006〕87号']) {
      expect(book.documents.get(id)).toMatchObject({ from: null, until: null, text: null });
    }
  });

  it.each([
    ['2028-11-22', 0],
    ['2028-11-23', 5],
  ])('asks for a new look at what still holds after two years: on %s at %i values', (on, count) =>
    expect(uncheckedValues(book, day(on))).toHaveLength(count),
  );

  it('names the 23 managing districts', () => expect(new Set(book.districts).size).toBe(23));
});

describe('the example pack', () => {
  const book = load(join(DATA, 'policies/example'));
  const own = PARAMETERS.flatMap((parameter) =>
    book.versions[parameter].filter(({ layer }) => layer !== 'shipped'),
  );

  it('is sound, and every file says that it is an example', () => {
    expect(book.findings.map(({ code, file }) => [code, file])).toEqual(
      book.files.slice(1).map(({ file }) => ['policy.example', file]),
    );
    expect(own.every(({ example }) => example)).toBe(true);
  });

  it('sets every parameter that an office has to set', () =>
    expect(PARAMETERS.filter((parameter) => !inForce(book, parameter, null, day('2026-07-01')))).toEqual([]));

  it('marks nothing of the shipped pack', () =>
    expect(inForce(book, 'quota.minimum', '锦江区', day('2026-07-01'))?.example).toBe(false));

  it.each([
    ['2026-07-31', 250],
    ['2026-08-01', 300],
  ])('锦江区 raises its rate inside 2026Q3: on %s it pays %i', (on, yuan) =>
    expect(inForce(book, 'subsidy.rate', '锦江区', day(on))?.value.初级).toBe(yuan),
  );
});

describe('the folder that init writes', () => {
  const files = Object.fromEntries(startingPolicies(DATA).map(({ path, text }) => [path, text]));

  it('loads without error, as if nothing were set', () => {
    const book = load(folderOf(files));
    expect(book.findings).toEqual([]);
    expect(book.versions['subsidy.rate']).toEqual([]);
  });

  it('is sound too once every line is switched on, and then sets all that an office has to set', () => {
    const on = files['city.yaml']?.replace(/^# /gm, '') ?? '';
    const book = load(folderOf({ 'city.yaml': on }));
    expect(book.findings).toEqual([]);
    expect(PARAMETERS.filter((parameter) => book.versions[parameter].length === 0)).toEqual([]);
    expect(book.documents.get('chengdu-2027')?.from).toBe('2027-03-01');
  });
});
