import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quarter } from '../../src/domain/quarter.js';
import { zh } from '../../src/messages/zh/index.js';
import { renderCsv } from '../../src/reports/csv.js';
import { renderJson } from '../../src/reports/json.js';
import { explainReport } from '../../src/reports/subsidy-explain.js';
import { previewReport } from '../../src/reports/subsidy-preview.js';
import { explainSubsidy } from '../../src/tasks/explain-subsidy.js';
import { correctIdNumber } from '../../src/tasks/identity.js';
import { previewSubsidies } from '../../src/tasks/preview-subsidies.js';
import { READER as reader } from '../reports/reader.js';
import { ClosingOffice } from './closing-office.js';
import { idNumber } from './rated-office.js';

let office: ClosingOffice;
beforeAll(() => {
  office = new ClosingOffice();
});
beforeEach(() => office.reset());
afterAll(() => office.end());

const explain = (of: string, who = idNumber(1)) => explainSubsidy(office.workspace, quarter(of), who);
/** Everything that the command would print for people and for programs, but for findings. */
const printed = (of: string, who?: string): string => {
  const explained = { ...explain(of, who), findings: [] };
  return [
    ...renderJson(explainReport(zh, explained, 'months', false), reader),
    ...renderCsv(explainReport(zh, explained, 'sentences', false), reader),
    ...renderCsv(explainReport(zh, explained, 'cells', false), reader),
    ...explainReport(zh, explained, 'sentences', false).summary,
  ].join('\n');
};
const months = (of: string, who?: string) =>
  explain(of, who).lines.flatMap(({ frozen, months: own }) =>
    own.map(({ month, district, amountFen, settledBy }) =>
      [month, district, amountFen / 100, frozen?.state ?? 'draft', ...(settledBy ? [settledBy] : [])].join(
        ' ',
      ),
    ),
  );

const FROZEN = ['2026-07 锦江区 200 closed', '2026-08 锦江区 200 closed', '2026-09 锦江区 200 closed'];

describe('subsidy explain of a closed quarter', () => {
  beforeEach(() => {
    office.roster([{ id: 1 }, { id: 2, at: '武侯' }]);
    office.close('2026Q3');
  });

  it('answers from what was frozen, whatever facts and policies say by now', () => {
    const before = printed('2026Q3');
    expect(months('2026Q3')).toEqual(FROZEN);
    expect(before).toContain(
      '应发 600.00 元，补发 0.00 元，扣回 0.00 元，转待追回 0.00 元，实发 600.00 元。',
    );
    expect(before).toContain('锦江区已结账（2026-11-23由王敏结账）');
    office.roster([{ id: 1, until: '2026-07-15' }], '2026-11-23');
    office.set({ rates: { '2024-01-01': 999 } });
    expect(printed('2026Q3')).toBe(before);
    expect(explain('2026Q3').findings).toEqual([]);
  });

  it('gives conditions with their source and article, as before the close', () => {
    const [line] = explain('2026Q3').lines;
    const registration = line?.months[0]?.conditions.find(({ code }) => code === 'registration');
    expect(registration).toMatchObject({
      ...{ met: true, needed: { on: '2026-07-01' }, found: { from: '2025-01-01', until: '2027-12-31' } },
      ...{ source: { line: 2 }, citation: { article: '三(六)1' } },
    });
  });

  it('finds a person by either number', () => {
    const before = printed('2026Q3');
    const request = { one: idNumber(1), two: idNumber(9), reason: '户籍更正', by: null };
    correctIdNumber(office.workspace, request);
    expect(printed('2026Q3', idNumber(9))).toBe(before);
    expect(printed('2026Q3', idNumber(1))).toBe(before);
  });

  it('finds somebody of whom nothing is known any more', () => {
    const batch = office.roster([{ id: 7, at: '锦江二' }], '2026-12-31');
    office.on('2027-01-05').close('2026Q4');
    office.undo(batch);
    for (const who of [idNumber(7), idNumber(7).slice(-6), '张辛'])
      expect(months('2026Q4', who)[0]).toBe('2026-10 锦江区 200 closed');
  });

  it('tells what later quarters corrected, and why', () => {
    office.roster([{ id: 1, until: '2026-08-15' }], '2026-11-23');
    office.on('2027-01-05').close('2026Q4');
    const { later } = explain('2026Q3');
    expect(
      later.map(({ correction, carriedBy }) => [correction.month, correction.amountFen, carriedBy]),
    ).toEqual([['2026-09', -20000, '2026Q4']]);
    expect(printed('2026Q3')).toContain('此后更正：2026-09 扣回 200.00 元，列入锦江区 2026Q4（');
    expect(months('2026Q3')).toEqual(FROZEN);
  });
});

describe('subsidy explain where not every district has closed', () => {
  const moved = [
    { id: 1, at: '武侯', from: '2026-09-01' },
    { id: 2, at: '武侯' },
  ] as const;

  it('judges the others from what is known now, and says which month another has paid', () => {
    office.roster([{ id: 1 }, { id: 2, at: '武侯' }]);
    office.close('2026Q3', { district: '锦江区' });
    office.roster([{ id: 1, until: '2026-08-31' }]);
    office.roster(moved);
    expect(months('2026Q3')).toEqual([...FROZEN, '2026-09 武侯区 0 draft 锦江区']);
    const text = printed('2026Q3');
    expect(text).toContain('暂不发放：锦江区已经发放本月，待其扣回后再补发（未列入结账，按现在所知试算）');
    expect(months('2026Q3', idNumber(2))).toEqual(
      ['07', '08', '09'].map((month) => `2026-${month} 武侯区 200 draft`),
    );
  });

  it('says of somebody who was not there when the district closed', () => {
    office.roster([{ id: 1 }]);
    office.close('2026Q3', { district: '锦江区' });
    office.roster([{ id: 3 }]);
    expect(months('2026Q3', idNumber(3))[0]).toBe('2026-07 锦江区 200 draft');
    expect(explain('2026Q3', idNumber(3)).findings.map(({ code }) => code)).toEqual([
      'closing.person-missing',
    ]);
  });
});

it('tells of a closed line which earlier months it pays or takes back, and why', () => {
  office.roster([{ id: 1 }], '2026-06-30');
  office.on('2026-07-05').close('2026Q2');
  office.roster([{ id: 1, until: '2026-05-15' }], '2026-06-30');
  office.roster([{ id: 1, from: '2026-12-01' }], '2026-12-31');
  office.on('2026-10-05').close('2026Q3');
  const report = explainReport(zh, explain('2026Q3'), 'months', false);
  expect(report.summary).toContainEqual(
    expect.stringMatching(/^其中：2026-06 扣回 200\.00 元（在岗：.*已离岗；.*第 3 批.*）。$/),
  );
  expect(report.more?.closings).toMatchObject([
    { carried: [{ month: '2026-06', kind: '扣回', amountFen: -20000, carriedBy: '2026Q3' }] },
  ]);
  office.on('2027-01-05').close('2026Q4');
  expect(explainReport(zh, explain('2026Q4'), 'months', false).summary).toContain(
    '其中：从应发中扣回待追回名单上的 200.00 元。',
  );
});

describe('subsidy preview', () => {
  const preview = (of: string) => previewSubsidies(office.workspace, quarter(of), { all: false });

  it('shows apart what a close would pay in addition or take back', () => {
    office.roster([{ id: 1 }, { id: 2 }], '2026-06-30');
    office.on('2026-07-05').close('2026Q2');
    office.roster([{ id: 1, until: '2026-05-15' }, { id: 2 }, { id: 3, from: '2026-05-01' }], '2026-09-30');
    office.roster([{ id: 3, from: '2026-05-01' }], '2026-06-30');
    const found = preview('2026Q3');
    expect(found.totals).toMatchObject({ people: 2, totalFen: 120000 });
    const { more, summary } = previewReport(zh, found);
    expect(more?.corrections).toMatchObject([
      { month: '2026-06', kind: '扣回', settledFen: 20000, entitledFen: 0, amountFen: -20000 },
      { month: '2026-05', kind: '补发', settledFen: 0, entitledFen: 20000, amountFen: 20000 },
      { month: '2026-06', kind: '补发', amountFen: 20000, cause: { codes: ['on-post'] } },
    ]);
    expect(summary.join('\n')).toContain('现在结账将补发 400.00 元、扣回 200.00 元，涉及 2 人');
    expect(JSON.stringify(more)).not.toMatch(/\d{17}/);
    // 张乙 holds no post in the quarter
    const table = [...renderCsv(previewReport(zh, found, { withAmended: true }), reader)].join('');
    expect(table).toMatch(/^张乙,.*水井坊社区.*,,,,0\.00,-200\.00$/m);
    expect(table).toMatch(/^张丁,.*,600\.00,400\.00$/m);
    expect([...previewReport(zh, found).rows]).toHaveLength(2);
  });

  it('says of a closed district that what counts is frozen', () => {
    office.roster([{ id: 1 }]);
    office.close('2026Q3');
    expect(preview('2026Q3').findings).toContainEqual(
      expect.objectContaining({
        code: 'closing.frozen',
        details: { quarter: '2026Q3', districts: ['锦江区'] },
      }),
    );
    expect(preview('2026Q3').corrections).toEqual([]);
  });
});
