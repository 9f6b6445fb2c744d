import type { ComplaintFindings } from '../../domain/findings/complaints.js';
import type { Wording } from '../messages.js';

export const complaintFindings: Wording<ComplaintFindings> = {
  'complaint.overdue': ({ received, deadline, days }) =>
    `${received} 收到的投诉应不迟于 ${deadline} 办结，已超期 ${days} 天。请尽快办结；已办结的，请导入办结日期（shegong import complaints）。`,
  'complaint.no-deadline': ({ complaints }) =>
    `${complaints} 件未办结的投诉没有办理期限，收到当日也没有有效的 complaint.days，无法判断是否超期。请补填“办理期限”，或按投诉处理制度在政策文件夹中设定。`,
  'complaint.repeated': ({ complaints, open }) =>
    `共被投诉 ${complaints} 件，${open === 0 ? '均已办结' : `其中 ${open} 件未办结`}。请核实情况，加强职业道德教育。`,
  'complaint.stop-without-effect': ({ district, lacks, months }) =>
    lacks === 'condition'
      ? `已登记停发，但 ${months.join('、')} 不会因此停发补贴：${district}的补贴条件（subsidy.conditions）不含 no-sanction（无停发）。请按正式文件在政策文件夹中设定，或核对停发日期。`
      : `已登记停发，但 ${months.join('、')} 是否停发无法确定：${district}没有设定认定日（subsidy.decided-on）。请按正式文件在政策文件夹中设定。`,
};

interface Sums {
  complaints: number;
  open: number;
  overdue: number;
  settled: number;
  settledLate: number;
}

export const complaintWords = {
  descriptions: {
    list: '投诉处理：每件投诉的期限、办结情况、停发及其停发的月份（不含投诉人）',
    check: '核对投诉是否按期办结：未办结、超期、按类别、多次被投诉的',
  },
  options: {
    category: '只看一个类别，例如 服务态度',
    categoryPlaceholder: '类别',
    state: (choices: readonly string[]) => `只看一种状态：${choices.join('、')}`,
    statePlaceholder: '状态',
  },
  choices: {
    is: '＝',
    open: '未办结（含超期）',
    overdue: '超期',
    settled: '已办结',
    'settled-late': '超期办结',
    suspended: '有停发',
  },
  examples: {
    list: '收到的全部投诉',
    suspended: '锦江区有停发的投诉，及停发哪几个月',
    check: '今天尚未办结的投诉，先到期的在前',
    json: '9 月 30 日的情况，供其他程序读取',
  },
  headings: {
    number: '编号',
    received: '收到日期',
    category: '类别',
    name: '被投诉人',
    idNumber: '被投诉人身份证号',
    district: '区(市)县',
    township: '镇(街道)',
    unit: '村(社区)',
    organisation: '被投诉机构',
    state: '状态',
    deadline: '办理期限',
    deadlineFrom: '期限依据',
    daysLate: '超期天数',
    settled: '办结日期',
    result: '结果',
    ofRespondent: '被投诉件数',
    suspendedFrom: '停发自',
    suspendedUntil: '停发至',
    stopsMonths: '停发月份',
  },
  states: { open: '办理中', overdue: '超期', settled: '已办结', 'settled-late': '超期办结' },
  deadlines: { stated: '办理期限', days: 'complaint.days' },
  noDeadline: '未定',
  found: (on: string, { complaints, open, overdue, settled, settledLate }: Sums) =>
    `截至 ${on} 共 ${complaints} 件：未办结 ${open} 件（超期 ${overdue} 件），已办结 ${settled} 件（超期办结 ${settledLate} 件）。`,
  byCategory: (list: string) => `按类别：${list}。`,
  category: (name: string, { complaints, open, overdue }: Sums) =>
    `${name} ${complaints} 件，未办结 ${open}，超期 ${overdue}`,
  suspensions: (count: number) => `有停发的 ${count} 件。`,
  nothing: (on: string) => `截至 ${on} 没有符合条件的投诉。`,
};
