import type { postStructureWords as chinese } from '../zh/post-structure.js';
import { counted } from './counted.js';

export const postStructureWords: typeof chinese = {
  description:
    'posts by area, tier and grade: established, filled, with the certificate needed, vacant, beside the national structure',
  by: (choices) => `put together by: ${choices.join(', ')} (default district)`,
  byPlaceholder: 'AREA',
  areas: { city: 'city', district: 'district', township: 'township', unit: 'unit' },
  choice: (choice) => choice,
  examples: {
    district: 'every district',
    unit: 'every unit of one district, with its vacancies',
  },
  headings: {
    qualified: 'with certificate',
    vacant: 'vacant',
    target: 'national target',
    difference: 'difference',
  },
  allGrades: 'all',
  counted: (on, sums) =>
    `${counted(sums.places, 'unit')} with professional posts on ${on}: established ${sums.established}, filled ${sums.filled}, of which with the certificate needed ${sums.qualified}, vacant ${sums.vacant}.`,
  targetsAreInformation:
    'The national structure is a target for the whole country, shared out by largest remainder: for information, not a finding.',
  unknownTitles: (posts) =>
    `${counted(posts, 'occupied post')} with a title that claims to be professional and is none of the article's, not counted here; shegong grade check lists them.`,
  nothing: (on) =>
    `There are no professional posts of that area on ${on}. Import them first: shegong import posts or shegong import roster.`,
};
