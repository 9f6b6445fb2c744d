import { describe, expect, it } from 'vitest';
import { finding } from '../../src/domain/finding.js';
import { en } from '../../src/messages/en/index.js';
import { zh } from '../../src/messages/zh/index.js';
import { allFindings, findingCounts, groupedFindings } from '../../src/reports/finding-report.js';
import { PLAIN } from './reader.js';

const teller = { text: zh, paint: PLAIN, documentTitle: (id: string) => (id === 'x-1' ? '某办法' : id) };
const short = (subject: string) =>
  finding(
    'quota.too-few-posts',
    'error',
    subject,
    { kind: '社区', required: 2, established: 1, shortfall: 1 },
    { citation: { document: 'x-1', article: '第三条' } },
  );
const remark = finding('quota.kinds-unconfirmed', 'info', '', { units: 3047 });

describe('a finding on a line', () => {
  it('says how bad, where, who, what, the cell and the article', () => {
    const where = { file: '花名册.csv', line: 37, column: '身份证号', value: '510104199001011234' };
    const found = finding(
      'grade.unknown-title',
      'error',
      '张三',
      { title: '社工师', nearest: ['甲', '乙'] },
      where,
    );
    const [line] = allFindings(teller, [found]);
    expect(line).toMatch(
      /^\[错误\] 花名册\.csv 第 37 行 “身份证号”列 张三：“社工师”.*甲、乙.*（原文“510104\*{8}1234”）$/,
    );
  });

  it('calls a document by its title', () => {
    expect(allFindings(teller, [short('水井坊社区')])[0]).toMatch(
      /^\[错误\] 水井坊社区：社区至少应设 2 .*某办法 第三条］$/,
    );
  });

  it('speaks English too', () => {
    const [line] = allFindings({ ...teller, text: en }, [remark]);
    expect(line).toMatch(/^\[note\] The kind of 3047 units/);
  });

  it('stays one line whatever a file says', () => {
    expect(allFindings(teller, [short('甲\n\u001b[31m乙')])[0]).toMatch(/^\[错误\] 甲 \[31m乙：/);
  });
});

describe('findings on a terminal', () => {
  const lines = groupedFindings(teller, [remark, short('甲'), short('乙'), short('丙')]);

  it('are grouped, errors first, the first of each kind shown and the others counted', () => {
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^\[错误\] 甲/);
    expect(lines[1]).toMatch(/2 条/);
    expect(lines[2]).toMatch(/^\[提示\]/);
  });

  it('say where all of them are, if any was left out', () => {
    expect(lines[3]).toMatch(/--format json/);
    expect(groupedFindings(teller, [remark, short('甲')]).join('')).not.toMatch(/--format json/);
  });
});

it('are never capped in a log', () => {
  expect(
    allFindings(
      teller,
      Array.from({ length: 3000 }, () => short('甲')),
    ),
  ).toHaveLength(3000);
});

it('are counted by severity', () => {
  expect(findingCounts(zh, [remark, short('甲'), short('乙')])).toBe('共 2 个错误、0 个警告、1 条提示。');
  expect(findingCounts(zh, [remark])).toBeNull();
});
