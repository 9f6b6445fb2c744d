import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCharacter } from '../../src/domain/id-number.js';
import { emptyFolder, run } from './run.js';

/** An identity number with a sound check character; area, birth and sequence are invented. */
const idNumber = (first: string): string => first + checkCharacter(first);

export const ID = {
  risen: idNumber('51010419900101001'),
  lapsed: idNumber('51010419900101002'),
  moved: idNumber('51010419900101003'),
  newcomer: idNumber('51010419900101004'),
  namesakeA: idNumber('51010419900101005'),
  namesakeB: idNumber('51010419900101006'),
  gone: idNumber('51010419900101007'),
};

const HEADINGS =
  '姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,上岗日期,离岗日期,证书级别,发证日期,登记日期,登记有效期至,服务记录,发挥专业作用,开户行,银行卡号';
const SHUIJINGFANG = '锦江区,锦官驿街道,水井坊社区';
const JINLI = '武侯区,浆洗街街道,锦里社区';
const REGISTERED = '2025-01-01,2027-12-31';

const ROSTER = [
  HEADINGS,
  `甲一,${ID.risen},${SHUIJINGFANG},城乡社区专职工作者,2020-01-01,,初级,2020-01-01,${REGISTERED},是,是,某银行,6222020200000000007`,
  `乙二,${ID.lapsed},${SHUIJINGFANG},城乡社区专职工作者,2020-01-01,,中级,2020-01-01,2023-08-01,2026-07-31,是,是,,`,
  `丙三,${ID.moved},${SHUIJINGFANG},城乡社区专职工作者,2020-01-01,2026-08-15,初级,2020-01-01,${REGISTERED},是,是,某银行,6222020200000000015`,
  `丙三,${ID.moved},${JINLI},城乡社区专职工作者,2026-08-16,,初级,2020-01-01,${REGISTERED},是,是,某银行,6222020200000000015`,
  `丁四,${ID.newcomer},${JINLI},城乡社区专职工作者,2026-08-10,,,,,,否,否,,`,
  `戊五,${ID.namesakeA},${SHUIJINGFANG},城乡社区专职工作者,2020-01-01,,员级,2020-01-01,${REGISTERED},是,是,某银行,6222020200000000023`,
  `戊五,${ID.namesakeB},${JINLI},兼职,2020-01-01,,员级,2020-01-01,${REGISTERED},是,是,某银行,6222020200000000031`,
  `己六,${ID.gone},${JINLI},城乡社区专职工作者,2020-01-01,2026-06-30,初级,2020-01-01,${REGISTERED},,,,`,
  '',
].join('\n');

const cited = (number: number) => `citation: { document: "测办发〔2026〕${number}号", article: "第一条" }`;
const CITY = `scope: city
parameters:
  subsidy.rate:
    - { from: 2026-01-01, value: { 员级: 100, 初级: 200, 中级: 300, 高级: 500 }, ${cited(1)} }
  subsidy.decided-on:
    - { from: 2022-03-01, value: first-day, ${cited(1)} }
  subsidy.service-minimum:
    - { from: 2022-03-01, value: { count: 1, per: quarter }, ${cited(1)} }
`;
const JINJIANG = `district: 锦江区
parameters:
  subsidy.rate:
    - { from: 2026-08-01, value: { 初级: 260.50 }, ${cited(2)} }
`;

/** An office with a few invented people and rates of its own, ready for the third quarter of 2026. */
export async function office(): Promise<string> {
  const cwd = emptyFolder();
  await run(['init'], { cwd });
  mkdirSync(join(cwd, 'policies', 'districts'), { recursive: true });
  writeFileSync(join(cwd, 'policies', 'city.yaml'), CITY);
  writeFileSync(join(cwd, 'policies', 'districts', '锦江区.yaml'), JINJIANG);
  writeFileSync(join(cwd, '花名册.csv'), ROSTER);
  const imported = await run(['import', 'roster', '花名册.csv', '--as-of', '2026-07-01'], { cwd });
  if (imported.code !== 0) throw new Error(`${imported.code}: ${imported.stderr}`);
  return cwd;
}
