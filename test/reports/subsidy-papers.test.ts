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
      totals: {
        ...{ dueFen: 134_100, arrearsFen: 0, recoveredFen: 0, carriedFen: 0 },
        totalFen: 134_100,
      },
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
      ['锦江区', '春熙路街道'],
      ['武侯区', '浆洗街街道'],
    ]);
    expect(paper).toMatchObject({
      fileName: '2026Q3-全市-发放花名册-草稿',
      rows: 4,
      people: 3,
      totals: { totalFen: 154_100 },
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
    expect(paperLines(paper).slice(3, 16)).toEqual([
      '区(市)县,镇(街道),证书级别,人数,人月数,应发,补发,扣回,实发,转待追回',
      '锦江区,春熙路街道,初级,2,4,841.00,,,,',
      '锦江区,春熙路街道,中级,1,1,300.00,,,,',
      '锦江区,牛市口街道,初级,1,1,200.00,,,,',
      '武侯区,浆洗街街道,初级,1,1,200.00,,,,',
      '合计,,初级,3,6,1241.00,,,,',
      '合计,,中级,1,1,300.00,,,,',
      '锦江区,小计,,3,6,1341.00,0.00,0.00,1341.00,0.00',
      '武侯区,小计,,1,1,200.00,0.00,0.00,200.00,0.00',
      '合计,,,3,7,1541.00,0.00,0.00,1541.00,0.00',
      ...STANDARDS.slice(0, 2),
      expect.stringMatching(/^执行标准：武侯区，7月至9月：/),
    ]);
    expect(paper).toMatchObject({ rows: 4, people: 3, totals: { totalFen: 154_100 } });
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
    expect(paper).toMatchObject({
      rows: 2,
      people: 2,
      totals: { totalFen: null },
      confidential: true,
      whole: false,
    });
  });
});

const GROUNDS = { together: false, fingerprint: 'cd', knownBatch: 7 };

it('says which district has paid a month that waits', () => {
  const waiting = {
    ...jinjiang,
    lines: jinjiang.lines.slice(0, 1).map((line) => ({
      ...line,
      months: line.months.map((month) => ({
        ...{ ...month, conditions: month.conditions, reasons: [] },
        ...{ paid: false, decided: false, amountFen: 0, settledBy: '武侯区' },
      })),
    })),
  };
  expect(paperLines(unpaidPaper(waiting)).join('\n')).toContain('已由武侯区发放，待其扣回后补发');
});

describe('补发、扣回', () => {
  const [first] = jinjiang.lines;
  /** 应发 720.50, and 100 taken of 300 that were asked for besides 补发 50; a debt of 200 has no row. */
  const amended = {
    ...jinjiang,
    lines: jinjiang.lines.map((line) => {
      const empty = {
        months: [],
        totalFen: 0,
        dueFen: 0,
        arrearsFen: 0,
        recoveredFen: 0,
        carriedFen: 0,
        netFen: 0,
      };
      if (line === first)
        return { ...line, arrearsFen: 5_000, recoveredFen: 10_000, netFen: line.netFen - 5_000 };
      return line.netFen === 42_050 ? { ...line, ...empty, recoveredFen: 20_000, carriedFen: 20_000 } : line;
    }),
  };

  it('stand on the row of whom they are paid to or taken from; a debt that is carried has a note', () => {
    const lines = paperLines(payrollPaper(amended));
    expect(
      lines.filter((line) => /^(\d|合计,)/.test(line)).map((line) => line.split(',').slice(9, 13)),
    ).toEqual([
      ['720.50', '50.00', '100.00', '670.50'],
      ['200.00', '0.00', '0.00', '200.00'],
      ['920.50', '50.00', '100.00', '870.50'],
    ]);
    expect(lines).toContain('合计（大写）,捌佰柒拾元伍角整');
    expect(lines).toContain('另有 1 人应扣回的 200.00 元超过本次应付金额，转入待追回名单，未在本表扣回。');
  });

  it('are in the sums of the summary as in those of the payroll; the notice shows what is paid', () => {
    const { totals } = payrollPaper(amended);
    expect(summaryPaper(amended).totals).toEqual(totals);
    expect(paperLines(summaryPaper(amended))).toContain('合计,,,2,4,920.50,50.00,100.00,870.50,200.00');
    expect(publicPaper(amended, false).totals.totalFen).toBe(totals.totalFen);
    expect(paperLines(publicPaper(amended, false))).toContain('合计,,,,4,870.50');
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
      ...{
        dueFen: 144_100,
        rewardFen: 0,
        arrearsFen: 0,
        recoveredFen: 10_000,
        carriedFen: 0,
        totalFen: 134_100,
      },
      sha256: 'ab',
    } as const;
    const paper = manifestPaper({ ...jinjiang, drafts: ['锦江区'] }, GROUNDS, [entry]);
    expect(paper.fileName).toBe('2026Q3-锦江区-清单-草稿');
    expect(paperLines(paper)).toEqual([
      '\uFEFF锦江区2026年第三季度社会工作者职业补贴文件清单（草稿）',
      ...DRAFT,
      '文件,表名,区(市)县,行数,人数,应发,补发,扣回,转待追回,实发,实发(分),sha256',
      '2026Q3-锦江区-发放花名册-草稿.csv,发放花名册,锦江区,3,3,1441.00,0.00,100.00,0.00,1341.00,134100,ab',
      '草稿数据截至第 7 批导入',
      '政策文件指纹 sha256：cd',
      ...STANDARDS,
      '',
    ]);
  });

  it.each([
    ['all districts in files of their own', null, false, '2026Q3-清单-草稿'],
    ['all districts together', null, true, '2026Q3-全市-清单-草稿'],
    ['one district', '锦江区', true, '2026Q3-锦江区-清单-草稿'],
  ])('has a name of its own for %s', (_case, district, inOne, fileName) => {
    expect(manifestPaper(paperInput(PEOPLE, district), { ...GROUNDS, together: inOne }, []).fileName).toBe(
      fileName,
    );
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
    manifestPaper(example, GROUNDS, []),
  ];
  for (const paper of papers) {
    expect(paperLines(paper)[2]).toBe('示例标准：金额按示例标准计算，非正式标准，不得据以发放。');
  }
});
