import type { GradeFindings } from '../../domain/findings/grades.js';
import type { Wording } from '../messages.js';

export const gradeFindings: Wording<GradeFindings> = {
  'grade.unknown-title': ({ title, nearest }) =>
    `“${title}”不是规定的社会工作专业岗位名称，没有对应等级。` +
    (nearest.length > 0 ? `相近的名称：${nearest.join('、')}。` : '') +
    '请改用规定的岗位名称。',
  'grade.level-without-grade': ({ title }) =>
    `“${title}”（员级）可以享受职业补贴，但文件没有为它规定专业技术岗位等级。`,
  'grade.not-professional': ({ title }) =>
    `“${title}”不是社会工作专业岗位，不对应等级。如应为专业岗位，请核对岗位名称。`,
  'grade.no-certificate': ({ title, needed }) =>
    `在“${title}”上岗须持${needed}及以上证书，名册中没有此人的证书。请补录证书或调整岗位。`,
  'grade.certificate-too-low': ({ title, needed, held }) =>
    `在“${title}”上岗须持${needed}及以上证书，此人持${held}证书。请核对证书或调整岗位。`,
};
