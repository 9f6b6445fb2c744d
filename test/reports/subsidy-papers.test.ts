import { describe, expect, it } from 'vitest';
import { manifestPaper } from '../../src/reports/subsidy-manifest.js';
import { payrollPaper } from '../../src/reports/subsidy-payroll.js';
import { publicPaper } from '../../src/reports/subsidy-public.js';
import { summaryPaper } from '../../src/reports/subsidy-summary.js';
import { unpaidPaper } from '../../src/reports/subsidy-unpaid.js';
import { LAPSED, MOVED, NEWCOMER, paperInput, paperLines, RISEN } from './subsidy-case.js';

const PEOPLE = [NEWCOMER, MOVED, LAPSED, RISEN];
const jinjiang = paperInput(PEOPLE, '锦江区');
const together = paperInput(PEOPLE, null);

const STANDARDS = [
  '执行标准：锦江区，7月：每月标准 员级 100 元、初级 200 元、中级 300 元、高级 500 元（某办发〔2020〕1号 第一条）；认定日：每月第一日；条件：在岗、证书、登记、服务记录、发挥专业作用；范围：城乡社区专职工作者；服务记录：每季度不少于 2 次。',
  '执行标准：锦江区，8月至9月：每月标准 员级 100 元、初级 220.50 元、中级 300 元、高级 500 元（某办发〔2020〕1号 第一条）；认定日：每月第一日；条件：在岗、证书、登记、服务记录、发挥专业作用；范围：城乡社区专职工作者；服务记录：每季度不少于 2 次。',
];
const DRAFT = ['草稿：本季度尚未结账，不得据以发放或公示。', '单位：元'];

describe('发放花名册', () => {
  it('is what the bank and the finance office sign', () => {
    const paper = payrollPaper(jinjiang);
    expect(paperLines(paper)).toEqual([
      '\uFEFF锦江区2026年第三季度社会工作者职业补贴发放花名册（草稿）',
      ...DRAFT,
      '序号,镇(街道),村(社区),姓名,身份证号,证书级别,登记有效期至,标准明细,月数,本季应发,补发,扣回,实发,开户行,银行卡号,签字',
      '1,春熙路街道,第1社区,甲一,000000199001010011\t,初级、中级,2029-12-31,200×1+220.50×1+300×1,3,720.50,0.00,0.00,720.50,某银行锦江支行,6200000000000000001\t,',
      '2,春熙路街道,第1社区,丙三,000000199001010033\t,初级,2029-12-31,200×1+220.50×1,2,420.50,0.00,0.00,420.50,,6200000000000000003\t,',
      "3,牛市口街道,第2社区,'=乙二,000000199001010022\t,初级,2026-07-31,200×1,1,200.00,0.00,0.00,200.00,,,",
      '合计,,,,,,,,6,1341.00,0.00,0.00,1341.00,,,',
      '合计（大写）,壹仟叁佰肆拾壹元整',
      '制表人：,审核人：,负责人：',
      ...STANDARDS,
      '',
    ]);
    expect(paper).toMatchObject({
      fileName: '2026Q3-锦江区-发放花名册-草稿',
      rows: 3,
      people: 3,
      totalFen: 134_100,
      whole: true,
      confidential: true,
    });
  });

  it('names the district of each line when districts stand together, and a person who moved in each', () => {
    const paper = payrollPaper(together);
    const lines = paperLines(paper);
    expect(lines[0]).toBe('\uFEFF全市2026年第三季度社会工作者职业补贴发放花名册（草稿）');
    expect(lines[3]).toMatch(/^序号,区\(市\)县,镇\(街道\),/);
    expect(lines.filter((line) => line.includes('丙三')).map((line) => line.split(',').slice(1, 3))).toEqual([
      ['武侯区', '浆洗街街道'],
      ['锦江区', '春熙路街道'],
    ]);
    expect(paper).toMatchObject({
      fileName: '2026Q3-全市-发放花名册-草稿',
      rows: 4,
      people: 3,
      totalFen: 154_100,
    });
  });

  it('gives the same bytes for the same facts in any order', () => {
    expect(paperLines(payrollPaper(paperInput([...PEOPLE].reverse(), null)))).toEqual(
      paperLines(payrollPaper(together)),
    );
  });

  it('says 零元整 for a district in which nobody is paid', () => {
    const lines = paperLines(payrollPaper(paperInput([NEWCOMER], '锦江区')));
    expect(lines).toContain('合计（大写）,零元整');
  });
});

describe('公示表', () => {
  it('shows place, name, level, months and amount, and nothing that belongs to the person alone', () => {
    const lines = paperLines(publicPaper(jinjiang, false));
    expect(lines).toEqual([
      '\uFEFF锦江区2026年第三季度社会工作者职业补贴公示表（草稿）',
      ...DRAFT,
      '镇(街道),村(社区),姓名,证书级别,月数,金额',
      '春熙路街道,第1社区,甲一,初级、中级,3,720.50',
      '春熙路街道,第1社区,丙三,初级,2,420.50',
      "牛市口街道,第2社区,'=乙二,初级,1,200.00",
      '合计,,,,6,1341.00',
      '',
    ]);
  });

  it('shows identity numbers only on request, and then masked', () => {
    const text = paperLines(publicPaper(jinjiang, true)).join('\n');
    expect(text).toContain('甲一,000000********0011,');
    expect(text).not.toMatch(/\d{11,}/);
  });
});

describe('汇总表', () => {
  it('adds up by district, township and level; whoever rose counts once in each level and once in all', () => {
    const paper = summaryPaper(together);
    expect(paperLines(paper).slice(3, 13)).toEqual([
      '区(市)县,镇(街道),证书级别,人数,人月数,金额',
      '武侯区,浆洗街街道,初级,1,1,200.00',
      '锦江区,春熙路街道,初级,2,4,841.00',
      '锦江区,春熙路街道,中级,1,1,300.00',
      '锦江区,牛市口街道,初级,1,1,200.00',
      '合计,,初级,3,6,1241.00',
      '合计,,中级,1,1,300.00',
      '合计,,,3,7,1541.00',
      expect.stringMatching(/^执行标准：武侯区，7月至9月：/),
      STANDARDS[0],
    ]);
    expect(paper).toMatchObject({ rows: 4, people: 3, totalFen: 154_100 });
  });
});

describe('未发放名单', () => {
  it('gives everybody on post every reason of every unpaid month, and masks the numbers', () => {
    const paper = unpaidPaper(jinjiang);
    expect(paperLines(paper).slice(3, 7)).toEqual([
      '序号,镇(街道),村(社区),姓名,身份证号,7月,8月,9月,未发月数',
      '1,春熙路街道,第1社区,丁四,000000********0044,无岗位,' +
        '人员类别“兼职”不在补贴范围；2026-08-10 才上岗；没有职业水平证书；没有登记；花名册服务记录 1 次，要求 2 次；“发挥专业作用”认定为“否”（2026）,' +
        '人员类别“兼职”不在补贴范围；没有职业水平证书；没有登记；花名册服务记录 1 次，要求 2 次；“发挥专业作用”认定为“否”（2026）,2',
      "2,牛市口街道,第2社区,'=乙二,000000********0022,已列入发放 200.00 元,登记已于 2026-07-31 到期,登记已于 2026-07-31 到期,2",
      '合计,,,,,,,,4',
    ]);
    expect(paper).toMatchObject({ rows: 2, people: 2, totalFen: null, confidential: true, whole: false });
  });
});

describe('清单', () => {
  it('lists every file with rows, people, yuan, fen and sha256', () => {
    const entry = {
      file: '2026Q3-锦江区-发放花名册-草稿.csv',
      sheet: 'payroll',
      district: '锦江区',
      rows: 3,
      people: 3,
      totalFen: 134_100,
      sha256: 'ab',
    } as const;
    const paper = manifestPaper(jinjiang, false, [entry], 'cd');
    expect(paper.fileName).toBe('2026Q3-锦江区-清单-草稿');
    expect(paperLines(paper)).toEqual([
      '\uFEFF锦江区2026年第三季度社会工作者职业补贴文件清单（草稿）',
      ...DRAFT,
      '文件,表名,区(市)县,行数,人数,金额,金额(分),sha256',
      '2026Q3-锦江区-发放花名册-草稿.csv,发放花名册,锦江区,3,3,1341.00,134100,ab',
      ...STANDARDS,
      '政策文件指纹 sha256：cd',
      '',
    ]);
  });

  it.each([
    ['all districts in files of their own', null, false, '2026Q3-清单-草稿'],
    ['all districts together', null, true, '2026Q3-全市-清单-草稿'],
    ['one district', '锦江区', true, '2026Q3-锦江区-清单-草稿'],
  ])('has a name of its own for %s', (_case, district, inOne, fileName) => {
    expect(manifestPaper(paperInput(PEOPLE, district), inOne, [], '').fileName).toBe(fileName);
  });
});

it('marks every paper that rests on an example pack', () => {
  const example = {
    ...jinjiang,
    standards: jinjiang.standards.map((group) => ({ ...group, example: true })),
  };
  const papers = [
    payrollPaper(example),
    publicPaper(example, false),
    summaryPaper(example),
    unpaidPaper(example),
    manifestPaper(example, false, [], ''),
  ];
  for (const paper of papers) {
    expect(paperLines(paper)[2]).toBe('示例标准：金额按示例标准计算，非正式标准，不得据以发放。');
  }
});
