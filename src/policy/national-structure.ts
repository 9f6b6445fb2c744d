import type { Citation } from '../domain/finding.js';
import type { Tier } from '../domain/terms.js';

/**
 * National control targets for professional posts: parts of a whole, by tier and by grade inside a
 * tier. They are of the whole country, not of the city's document, no office may set them, and each
 * institution's own structure is approved case by case: they are shown for comparison, nothing is
 * checked against them.
 */
export const NATIONAL_STRUCTURE: {
  /** 高:中:初 = 1:3:6 */
  tiers: Record<Tier, number>;
  /** 5:6:7 = 2:4:4, 8:9:10 = 3:4:3, 11:12 = 5:5 */
  grades: Record<Tier, Readonly<Record<number, number>>>;
  citation: Citation;
} = {
  tiers: { 高级: 1, 中级: 3, 初级: 6 },
  grades: {
    高级: { 5: 2, 6: 4, 7: 4 },
    中级: { 8: 3, 9: 4, 10: 3 },
    初级: { 11: 5, 12: 5 },
  },
  citation: {
    document: '《事业单位岗位设置管理试行办法》实施意见（国人部发〔2006〕87号）',
    article: '专业技术岗位结构比例（全国总体控制目标）',
  },
};
