import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { zh } from '../../src/messages/zh/index.js';
import { educationBenefitReport } from '../../src/reports/award-report.js';
import type { Report } from '../../src/reports/column.js';
import { complaintCheckReport, complaintListReport } from '../../src/reports/complaint-report.js';
import { renderTable } from '../../src/reports/table.js';
import { displayWidth } from '../../src/reports/width.js';
import { checkComplaints } from '../../src/rules/complaints.js';
import { educationBenefits } from '../../src/rules/education-benefit.js';
import { book, SHIPPED } from '../rules/book.js';
import { person, unit } from '../rules/people.js';
import { READER, written } from './reader.js';

const ON = day('2026-09-30');
const LAW = book(
  ...SHIPPED,
  { parameter: 'subsidy.decided-on', value: 'first-day' },
  { parameter: 'subsidy.conditions', value: ['on-post', 'no-sanction'], district: '锦江区' },
);
const who = person({ name: '欧阳一' });
const complaints = checkComplaints({
  complaints: [
    {
      ...{
        number: 'T2026-001',
        person: who,
        organisation: '锦江区某某社会工作服务中心',
        category: '服务态度',
      },
      ...{ received: day('2026-06-01'), due: day('2026-07-10'), settled: null, result: null },
      ...{ suspendedFrom: day('2026-07-01'), suspendedUntil: day('2026-08-31') },
    },
  ],
  ...{ units: [unit(1)], book: LAW, on: ON },
});
const benefits = educationBenefits({
  awards: [],
  supervisors: [
    {
      ...{ person: who, level: '高级督导', document: '成民发〔2024〕12号' },
      ...{ from: day('2024-01-01'), until: day('2026-12-31') },
    },
  ],
  ...{ units: [unit(1)], book: LAW, on: ON },
});

/** The one row as lines on a terminal of 80 columns. */
function linesOf<Row>(report: Report<Row>): string[] {
  const [, , ...lines] = written(renderTable, report, { ...READER, width: 80 })
    .trimEnd()
    .split('\n');
  return lines;
}

describe('on a terminal of 80 columns', () => {
  it.each([
    [
      'complaint list',
      linesOf(complaintListReport(zh, ON, complaints)),
      ['2026-07-10', '2026-07', '2026-08'],
    ],
    ['complaint check', linesOf(complaintCheckReport(zh, ON, complaints)), ['2026-07-10', '82']],
    ['award benefits', linesOf(educationBenefitReport(zh, ON, benefits)), ['2024-01-01', '2026-12-31']],
  ])('%s breaks no day in two, and no line is too long', (_, lines, whole) => {
    for (const each of whole) expect(lines.join('\n')).toContain(each);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });
});
