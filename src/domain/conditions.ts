import type { Day } from './day.js';
import type { Category, Level } from './terms.js';

/** What each condition asks for and what was found: values, not wording. */
export interface ConditionDetails {
  policy: { needed: { on: Day }; found: { from: Day; until: Day | null } | null };
  category: { needed: { categories: readonly Category[] }; found: { category: Category } | null };
  'on-post': { needed: { on: Day }; found: { from: Day; until: Day | null } | null };
  /** `found`: the highest level issued by the day, or else the earliest issued later. */
  certificate: { needed: { on: Day }; found: { level: Level; issued: Day; number: string | null } | null };
  registration: { needed: { on: Day }; found: { from: Day; until: Day } | null };
  'service-record': {
    needed: { count: number; per: 'month' | 'quarter' };
    found: { from: 'records'; count: number } | { from: 'roster'; claim: '是' | '否' | number } | null;
  };
  'professional-role': { needed: { result: '是' }; found: { period: string; result: '是' | '否' } | null };
  'no-sanction': { needed: { on: Day }; found: { from: Day; until: Day | null } | null };
  rate: { needed: { district: string; level: Level | null; on: Day }; found: { yuan: number } | null };
}
