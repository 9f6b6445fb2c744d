import type { FigureName, FigureState, FigureUnit } from '../domain/overview-terms.js';
import type { Answer, Figure, Lack, Section } from './overview.js';

/** What else a figure may say; a value of null needs a lack. */
export interface Told {
  value: number | null;
  of?: number | null;
  target?: number | null;
  state?: FigureState;
  lack?: Lack;
}

/** Figures of one section and article, told from what a command answered. */
export function told<Value>(
  section: Section,
  article: string,
  answer: Answer<Value>,
  figures: readonly (readonly [FigureName, FigureUnit, (value: Value) => Told])[],
): Figure[] {
  return figures.map(([figure, unit, tell]): Figure => {
    const said = answer.lack === null ? tell(answer.value) : { value: null, lack: answer.lack };
    return {
      ...{ section, figure, unit, article, quarter: null },
      ...{ value: said.value, of: said.of ?? null, target: said.target ?? null, lack: said.lack ?? null },
      state: said.value === null ? 'unanswered' : (said.state ?? 'counted'),
    };
  });
}

/** A count of what should not be: none is as it should be. */
const noneOr =
  (state: FigureState) =>
  (value: number): Told => ({ value, state: value === 0 ? 'met' : state });
/** A part of what the document wants all of. */
export const wholly = (value: number, of: number): Told => ({
  value,
  of,
  state: value === of ? 'met' : 'short',
});
export const overdue = noneOr('overdue');
export const short = noneOr('short');
export const attention = noneOr('attention');
