import type { GradeFindings } from '../../domain/findings/grades.js';
import type { Wording } from '../messages.js';

export const gradeFindings: Wording<GradeFindings> = {
  'grade.unknown-title': ({ title, nearest }) =>
    `“${title}” is not one of the professional post titles and has no grade.` +
    (nearest.length > 0 ? ` Near: ${nearest.join(', ')}.` : '') +
    ' Use one of the titles of the document.',
  'grade.level-without-grade': ({ title }) =>
    `“${title}” (员级) may earn a subsidy, but the document gives it no grade.`,
  'grade.not-professional': ({ title }) =>
    `“${title}” is not a professional post and has no grade. If it should be one, check the title.`,
  'grade.no-certificate': ({ title, needed }) =>
    `The post “${title}” needs a certificate of ${needed} or above; the register has none. Add it, or change the post.`,
  'grade.certificate-too-low': ({ title, needed, held }) =>
    `The post “${title}” needs a certificate of ${needed} or above; the holder has ${held}. Check the certificate, or change the post.`,
};
