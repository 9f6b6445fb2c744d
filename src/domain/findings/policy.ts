import type { Day } from '../day.js';
import type { ParameterName } from '../parameter-names.js';

/** Why a policy file is not even a list of keys and values. */
export type UnreadableWhy =
  | 'not-utf8'
  | 'no-permission'
  | 'duplicate-key'
  | 'indentation'
  | 'tab'
  | 'anchor'
  | 'several-documents'
  | 'syntax';

/** What a key of a policy file must hold. */
export type ExpectedShape = 'mapping' | 'list' | 'text' | 'true-or-false' | 'city' | 'unused-id';

/** What `policy check` finds; its errors also stop every other command. */
export interface PolicyFindings {
  'policy.unreadable-file': { why: UnreadableWhy };
  /** city.yaml and city.yml side by side. */
  'policy.two-files': { other: string };
  'policy.unknown-parameter': { parameter: string; nearest: readonly string[] };
  'policy.unknown-key': { key: string; known: readonly string[] };
  /** A key holds something of another shape, or is missing. */
  'policy.bad-structure': { key: string; expected: ExpectedShape };
  /** `key`: the part of the value that is wrong; empty for the value as a whole. */
  'policy.bad-value': { parameter: ParameterName; key: string };
  'policy.bad-date': { key: string };
  'policy.until-before-from': { from: Day; until: Day };
  'policy.overlap': { parameter: ParameterName; on: Day; otherLine: number };
  'policy.below-city': { parameter: ParameterName; key: string; value: string; city: string; on: Day };
  /** A district leaves out somebody whom the city covers. */
  'policy.drops-category': { category: string; on: Day };
  'policy.not-for-districts': { parameter: ParameterName };
  /** `district`: what the file says, empty when it says nothing. */
  'policy.wrong-district': { district: string; fileName: string };
  /** No managing district of the city has the name, so the file would never be used. */
  'policy.unknown-district': { district: string; nearest: readonly string[] };
  /** Not registered: so an end or a quote of it cannot be known. `quoted`: a quote was given. */
  'policy.unknown-document': { document: string; quoted: boolean; nearest: readonly string[] };
  /** The text file of a document is not there. */
  'policy.missing-text': { document: string; textFile: string };
  'policy.missing-citation': { parameter: ParameterName };
  'policy.quote-not-found': { document: string; quote: string };
  /** The value would only hold on days on which its document does not. */
  'policy.outside-document': {
    parameter: ParameterName;
    document: string;
    from: Day | null;
    until: Day | null;
  };
  'policy.hole': { parameter: ParameterName; from: Day; until: Day };
  /** `by`: a city may do so (it is asked to look twice), a district may not. */
  'policy.drops-condition': { condition: string; by: 'city' | 'district' };
  /** A district adds a condition that it may not add. */
  'policy.adds-condition': { condition: string };
  'policy.unchecked': { parameter: ParameterName; checked: Day | null };
  /** The document ends within 180 days, or has ended (`days` below 0). */
  'policy.ending': { document: string; until: Day; days: number };
  'policy.example': Record<never, never>;
}
