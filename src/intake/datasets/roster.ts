import type { Day } from '../../domain/day.js';
import { sexOf } from '../../domain/id-number.js';
import { CATEGORIES } from '../../domain/terms.js';
import { readAccount } from '../cells/account.js';
import { choiceReader } from '../cells/choice.js';
import { dayReader } from '../cells/day.js';
import { readCertificateNumber, readPhone, readText } from '../cells/identifiers.js';
import { readLevel } from '../cells/level.js';
import { readMoney } from '../cells/money.js';
import { readName } from '../cells/name.js';
import { readServices } from '../cells/number.js';
import { type CellValues, column } from '../column.js';
import { RowReader } from '../read-cells.js';
import type { ReadingContext, ReadRow, RosterRow } from '../rows.js';
import type { Sheet } from '../sheet.js';
import {
  codeColumn,
  districtColumn,
  PLACE_GIVEN_BY,
  townshipColumn,
  unitColumn,
  workplaceColumn,
} from './area-columns.js';
import { checkOrder } from './dates.js';
import { idNumberColumn } from './person-columns.js';
import { readPlace } from './place.js';
import { checkTerm } from './registration-term.js';

const STILL_THERE = ['至今', '在岗', '在职', '长期'];

/** Every column of a 花名册, in the order of the empty sheet. */
const columns = {
  name: column('姓名', readName, { required: true, synonyms: ['名字', '人员姓名', '社工姓名'] }),
  idNumber: idNumberColumn(),
  district: districtColumn(true),
  township: townshipColumn(true),
  unit: unitColumn(),
  code: codeColumn(),
  category: column('人员类别', choiceReader(CATEGORIES, 'reject'), {
    required: true,
    synonyms: ['人员类型', '人员身份', '人员性质'],
  }),
  workplace: workplaceColumn(),
  title: column('岗位名称', readText, {
    synonyms: ['岗位', '岗位(职务)', '职务(岗位)', '职务', '聘任岗位', '聘用岗位'],
  }),
  stated: column('上岗日期', dayReader({ monthMeans: 'first', past: true }), {
    required: true,
    synonyms: ['上岗时间', '到岗时间', '入职时间', '到岗日期', '入职日期', '上岗年月', '入职年月'],
  }),
  until: column('离岗日期', dayReader({ monthMeans: 'last', open: STILL_THERE }), {
    synonyms: ['离岗时间', '退出时间', '离职时间', '离职日期', '退出日期', '离岗年月'],
  }),
  level: column('证书级别', readLevel, {
    placeholders: false,
    synonyms: ['证书等级', '证书名称', '持证情况', '职业水平证书', '持证级别', '持证等级', '证书类别'],
  }),
  certificateNumber: column('证书管理号', readCertificateNumber, {
    personal: true,
    synonyms: ['管理号', '证书编号', '证书号', '证书号码', '证书管理号码'],
  }),
  issued: column('发证日期', dayReader({ monthMeans: 'first', past: true }), {
    synonyms: [
      '取得证书时间',
      '发证时间',
      '取证时间',
      '取得证书日期',
      '证书取得时间',
      '取证日期',
      '签发日期',
      '证书日期',
    ],
  }),
  registeredFrom: column('登记日期', dayReader({ monthMeans: 'first', past: true }), {
    synonyms: ['登记时间', '证书登记日期', '证书登记时间', '首次登记日期'],
  }),
  registeredUntil: column('登记有效期至', dayReader({ monthMeans: 'last' }), {
    synonyms: ['有效期至', '登记有效期', '登记到期日期', '有效期', '登记有效期止', '有效期截止日期'],
  }),
  services: column('服务记录', readServices, {
    synonyms: ['是否有服务记录', '服务记录情况', '服务记录次数'],
  }),
  role: column('发挥专业作用', choiceReader(['是', '否'], 'warn'), {
    synonyms: ['是否发挥专业作用', '发挥专业作用情况'],
  }),
  sex: column('性别', choiceReader(['男', '女'], 'warn')),
  phone: column('手机号', readPhone, {
    personal: true,
    synonyms: ['联系电话', '电话', '手机号码', '手机', '联系方式', '电话号码'],
  }),
  bank: column('开户行', readText, { synonyms: ['开户银行', '开户行名称', '开户行全称'] }),
  account: column('银行卡号', readAccount, {
    personal: true,
    synonyms: ['银行账号', '账号', '卡号', '银行帐号', '帐号', '银行卡', '社保卡号', '银行卡账号'],
  }),
  monthlyPay: column('月工资(元)', readMoney, { synonyms: ['月工资', '工资', '应发工资', '月薪'] }),
  note: column('备注', readText),
};

export const roster = {
  name: 'roster',
  title: '花名册',
  columns,
  identifiedBy: ['name', 'idNumber'],
  areaGivenBy: PLACE_GIVEN_BY,
} as const;

type Reader = RowReader<typeof columns>;
type Cells = CellValues<typeof columns>;

/** Reads every row of a 花名册; `file`: which file of the command. What rejects a row and what warns: 三(六)1 needs both sure. */
export function readRosterRows(sheet: Sheet, file: number, context: ReadingContext): ReadRow<RosterRow>[] {
  const registrationUntil = remembering(context.registrationUntil);
  const reader: Reader = new RowReader(sheet, roster, { ...context, registrationUntil });
  return reader.readAll(file, (cells) => rosterRow(reader, cells));
}

/** The same few hundred registration days come again and again. */
function remembering<Answer>(ask: (of: Day) => Answer): (of: Day) => Answer {
  const known = new Map<Day, Answer>();
  return (of) => {
    const answer = known.get(of) ?? ask(of);
    known.set(of, answer);
    return answer;
  };
}

function rosterRow(reader: Reader, cells: Cells): RosterRow | null {
  const { name, idNumber, category, stated, until, level, title, sex, issued, certificateNumber } = cells;
  const place = readPlace(reader, cells, reader.failed('code'));
  checkOrder(reader, ['stated', stated], ['until', until]);
  if (title !== null) {
    const nearest = reader.context.titleProblem(title);
    if (nearest) reader.at('title').warn('title.unknown', { nearest });
  }
  if (sex !== null && idNumber !== null && sexOf(idNumber) !== sex) {
    reader.at('sex').warn('sex.contradicts', { stated: sex, byNumber: sexOf(idNumber) });
  }
  if ((level === null || level === 'none') && !reader.failed('level')) {
    const field = certificateNumber !== null ? 'certificateNumber' : 'issued';
    if (certificateNumber !== null || issued !== null) reader.at(field).warn('certificate.no-level', {});
  }
  const registration = readRegistration(reader, cells);
  if (name === null || idNumber === null || category === null || stated === null || place === null)
    return null;
  const { services, role, phone, bank, account, monthlyPay, note } = cells;
  return {
    idNumber,
    name,
    place,
    category,
    title,
    stated,
    until,
    level,
    certificateNumber,
    issued,
    registeredFrom: registration.registeredFrom,
    registeredUntil: registration.registeredUntil,
    registeredUntilAssumed: registration.registeredUntilAssumed,
    services,
    role,
    sex,
    phone,
    bank,
    account,
    monthlyPay,
    note,
  };
}

type Registration = Pick<RosterRow, 'registeredFrom' | 'registeredUntil' | 'registeredUntilAssumed'>;

function readRegistration(reader: Reader, cells: Cells): Registration {
  const { level, registeredFrom, registeredUntil } = cells;
  if (registeredFrom === null) {
    const isStated = registeredUntil !== null && !reader.failed('registeredFrom');
    if (isStated) reader.at('registeredUntil').warn('registration.no-start', {});
    return { registeredFrom: null, registeredUntil: null, registeredUntilAssumed: false };
  }
  const lacksCertificate =
    level === 'none' || (level === null && reader.has('level') && !reader.failed('level'));
  if (lacksCertificate) reader.at('registeredFrom').warn('registration.no-certificate', {});
  checkOrder(reader, ['registeredFrom', registeredFrom], ['registeredUntil', registeredUntil]);
  const assumed = checkTerm(reader, 'registeredUntil', registeredFrom, registeredUntil);
  return {
    registeredFrom,
    registeredUntil: registeredUntil ?? assumed,
    registeredUntilAssumed: assumed !== null,
  };
}
