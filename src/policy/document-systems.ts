import type { System } from '../domain/terms.js';

/** What the document asks of a system, in its own words. */
export interface DocumentSystem {
  /** null: the goals of section 二. */
  system: System | null;
  /** The part of the document that is about it. */
  part: string;
  /** The article of the quote. */
  article: string;
  quote: string;
}

/** The goals and the six systems in the order of the document; a test finds each quote in its text. 二, 三 */
export const DOCUMENT_SYSTEMS: readonly DocumentSystem[] = [
  { system: null, part: '二', article: '二', quote: '全市持有职业水平证书的社会工作者达到3.5万人' },
  {
    system: '职业培养',
    part: '三(一)',
    article: '三(一)2',
    quote: '完善社会工作者继续教育制度,不断更新社会工作者专业知识。',
  },
  {
    system: '职业评价',
    part: '三(二)',
    article: '三(二)2',
    quote:
      '将社会工作者登记、服务记录情况纳入城乡社区专职工作者职业化建设、社会组织规范化建设、评先评优等范围。',
  },
  {
    system: '职业服务',
    part: '三(三)',
    article: '三(三)1',
    quote:
      '建设市社工支持中心、区(市)县社工总站、镇(街道)社工站和村(社区)社工室,加快构建社会工作服务“四级网络”。',
  },
  {
    system: '职业发展',
    part: '三(四)',
    article: '三(四)1',
    quote:
      '城乡社区应在服务站、党群服务中心等公共服务平台设置社会工作专业岗位,其中社区至少设置2个,建制村至少设置1个。',
  },
  {
    system: '职业道德',
    part: '三(五)',
    article: '三(五)',
    quote: '畅通投诉渠道,维护服务对象切身利益,保护社会工作者合法权益。',
  },
  {
    system: '职业激励',
    part: '三(六)',
    article: '三(六)1',
    quote:
      '鼓励城乡社区专职工作者通过社会工作者职业水平考试,取得社会工作职业水平员级、初级、中级、高级证书,并完成登记和服务记录、且发挥专业作用的,分别给予相应的职业补贴',
  },
];
