import type { Day } from '../../domain/day.js';
import type { SubsidyText } from '../subsidy-text.js';

type ConditionText = Pick<SubsidyText, 'conditions' | 'reasons' | 'unmet' | 'needed' | 'found'>;

/** No decimals where there are none. */
const yuanText = (yuan: number) => (Number.isInteger(yuan) ? String(yuan) : yuan.toFixed(2));

const span = (from: Day, until: Day | null) => (until === null ? `from ${from}` : `${from} to ${until}`);

/** The conditions of 三(六)1 as a clerk reads them. */
export const subsidyConditions: ConditionText = {
  conditions: {
    policy: 'policy',
    category: 'category',
    'on-post': 'on post',
    certificate: 'certificate',
    registration: 'registration',
    'service-record': 'service record',
    'professional-role': 'professional role',
    'no-sanction': 'no sanction',
    rate: 'rate',
  },
  reasons: {
    policy: 'no policy in force',
    category: 'category not covered',
    'on-post': 'not on post',
    certificate: 'no certificate',
    registration: 'not registered',
    'service-record': 'too few services',
    'professional-role': 'no professional role',
    'no-sanction': 'sanctioned',
    rate: 'no rate set',
  },
  unmet: {
    policy: ({ on }) => `no policy in force on ${on}`,
    category: (_needed, found) =>
      found === null ? 'no category known' : `category ${found.category} is not covered`,
    'on-post': ({ on }, found) => {
      if (found === null) return `not on post on ${on}`;
      return found.from > on ? `on post only from ${found.from}` : `left the post on ${found.until ?? on}`;
    },
    certificate: (_needed, found) =>
      found === null ? 'no certificate' : `${found.level} certificate issued only on ${found.issued}`,
    registration: ({ on }, found) => {
      if (found === null) return 'never registered';
      return found.from > on
        ? `registered only from ${found.from}`
        : `registration expired on ${found.until}`;
    },
    'service-record': ({ count }, found) => {
      if (found === null) return 'no service record';
      if (found.from === 'records') return `${found.count} services recorded, ${count} needed`;
      if (typeof found.claim === 'number')
        return `the roster states ${found.claim} services, ${count} needed`;
      return `the roster says ${found.claim} for services`;
    },
    'professional-role': (_needed, found) =>
      found === null
        ? 'professional role not assessed'
        : `professional role assessed as ${found.result} (${found.period})`,
    'no-sanction': (_needed, found) =>
      found === null ? 'sanctioned' : `sanctioned ${span(found.from, found.until)}`,
    rate: ({ district, level }, found) =>
      found === null
        ? `${district} has set no rate${level === null ? '' : ` for ${level}`}`
        : 'claimed by two districts, to be settled',
  },
  needed: {
    policy: ({ on }) => `a policy in force on ${on}`,
    category: ({ categories }) => `one of ${categories.join(', ')}`,
    'on-post': ({ on }) => `on post on ${on}`,
    certificate: ({ on }) => `issued on or before ${on}`,
    registration: ({ on }) => `valid on ${on}`,
    'service-record': ({ count, per }) => `at least ${count} in the ${per}`,
    'professional-role': ({ result }) => `assessed as ${result}`,
    'no-sanction': ({ on }) => `no sanction on ${on}`,
    rate: ({ district, level, on }) => `a rate for ${level ?? 'the level'} in ${district} on ${on}`,
  },
  found: {
    policy: (found) => (found === null ? 'none in force' : `in force ${span(found.from, found.until)}`),
    category: (found) => (found === null ? 'no category' : found.category),
    'on-post': (found, { on }) => {
      if (found === null) return 'no post';
      const state =
        found.from > on ? ', not yet begun' : found.until !== null && found.until < on ? ', ended' : '';
      return `on post ${span(found.from, found.until)}${state}`;
    },
    certificate: (found, { on }) => {
      if (found === null) return 'no certificate';
      return `${found.level}, issued ${found.issued}${found.issued > on ? ', too late' : ''}`;
    },
    registration: (found, { on }) => {
      if (found === null) return 'no registration';
      const state = found.from > on ? ', not yet begun' : found.until < on ? ', expired' : '';
      return `registered ${span(found.from, found.until)}${state}`;
    },
    'service-record': (found) => {
      if (found === null) return 'no service record';
      if (found.from === 'records') return `${found.count} services recorded`;
      return `the roster says ${found.claim}`;
    },
    'professional-role': (found) =>
      found === null ? 'not assessed' : `assessed as ${found.result} (${found.period})`,
    'no-sanction': (found) =>
      found === null ? 'no sanction' : `sanctioned ${span(found.from, found.until)}`,
    rate: (found, { level }) => {
      if (found === null) return level === null ? 'no level, so no rate' : 'not set';
      return `${yuanText(found.yuan)} yuan a month`;
    },
  },
};
