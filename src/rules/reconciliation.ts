import type { Month } from '../domain/day.js';
import type { Fen } from '../domain/money.js';
import type { OpenReason } from '../domain/reconciliation.js';

/** What is known of one month of one person in one district when its settlement is to be proven. */
export interface ProofQuestion {
  month: Month;
  /** What the district has settled, all closings that stand together. */
  settledFen: Fen;
  /** What it owes for the month, as known at its last close. */
  entitledFen: Fen;
  /** Why the last close left the month open; null: it did not. */
  open: OpenReason | null;
  /** The first month that corrections of the last close reached. */
  reached: Month;
}

/** `settled`, the open item that says why not, or `difference`: nothing says why. */
export function proveMonth({
  month,
  settledFen,
  entitledFen,
  open,
  reached,
}: ProofQuestion): 'settled' | 'difference' | OpenReason {
  if (open !== null) return open;
  if (settledFen === entitledFen) return 'settled';
  return month < reached ? 'beyond-retro' : 'difference';
}
