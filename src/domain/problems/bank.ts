import type { Day } from '../day.js';
import type { Quarter } from '../quarter.js';

/** A character that an encoding lacks, and where it stands. */
export interface LostCharacter {
  /** Name and masked number; null: in a heading or a fixed text. */
  subject: string | null;
  column: string;
  character: string;
}

/** A bank file cannot be made. */
export interface BankProblems {
  'bank.unknown-column': { value: string; known: readonly string[] };
  /** What a bank pays by is no column of the register: it is left out, or a fixed text. */
  'bank.columns-missing': { missing: readonly string[] };
  /** Characters that the encoding of the file lacks. */
  'bank.characters': { encoding: string; lost: readonly LostCharacter[] };
  /** Sent before, in a file of another layout or with other districts, and answers have come back. */
  'bank.sent-already': { quarter: Quarter; district: string; file: string; at: Day };
  /** `--retry-failed` together with other sheets. */
  'bank.retry-alone': Record<never, never>;
  /** There is no such repeated file. */
  'bank.no-such-retry': { quarter: Quarter; district: string | null; number: number; last: number };
}
