/** The states of a quarter in one paying district, in the order in which it lives. */
export const QUARTER_STATES = ['draft', 'closed', 'approved', 'exported', 'paid'] as const;
export type QuarterState = (typeof QUARTER_STATES)[number];

/**
 * What moves a quarter, from where, and whereto: the whole life in one table. The database holds the same
 * table as triggers, for whoever comes another way. `pay` is nobody's command: a quarter is paid once every
 * amount on its bank files has come back as paid.
 */
const MOVES = {
  close: { from: ['draft'], to: 'closed' },
  approve: { from: ['closed'], to: 'approved' },
  export: { from: ['approved'], to: 'exported' },
  pay: { from: ['exported'], to: 'paid' },
  /** Only before anything with whole numbers has left the office. */
  reopen: { from: ['closed', 'approved'], to: 'draft' },
} as const satisfies Record<string, { from: readonly QuarterState[]; to: QuarterState }>;

export type Move = keyof typeof MOVES;

/** Moves that people make and the register records; `pay` follows from the payments. */
export type RecordedMove = Exclude<Move, 'pay'>;

/** Whether a quarter in a state can be moved so. */
export const canMove = (state: QuarterState, move: Move): boolean =>
  (MOVES[move].from as readonly QuarterState[]).includes(state);

/** The state after the last recorded move; `reopen` ends a closing, so that nothing of it stands. */
export const stateAfter = (move: RecordedMove | null): QuarterState =>
  move === null ? 'draft' : MOVES[move].to;
