import { maskPersonal } from '../domain/mask.js';
import type { FigureUnit } from '../domain/overview-terms.js';
import type { Messages } from '../messages/messages.js';
import type { Figure, Lack } from '../rules/overview.js';
import { thousands, yuan } from './thousands.js';

/** How names of places and other free text stand on the page: a number of somebody's may have got among them. */
export type FreeText = (text: string) => string;

export const freeText = (reveal: boolean): FreeText => (reveal ? (text) => text : maskPersonal);

/** A number of the overview as people read it, without its unit. */
export function figureText(value: number, unit: FigureUnit): string {
  if (unit === 'fen') return yuan(value);
  if (unit === 'hours') return thousands(value / 100);
  return thousands(value);
}

/** The value of a figure with what it is part of: `12,345 / 35,000 人`; of one that cannot be told, why. */
export function valueText({ overview: words }: Messages, figure: Figure): string {
  const { value, unit, of } = figure;
  if (value === null) return figure.lack === null ? words.none : lackText({ overview: words }, figure.lack);
  const text = figureText(value, unit);
  return of === null ? words.amount(text, unit) : words.outOf(text, figureText(of, unit), unit);
}

/** Why a part cannot answer, in plain words. */
export function lackText({ overview: { lacks } }: Pick<Messages, 'overview'>, lack: Lack): string {
  switch (lack.why) {
    case 'not-imported':
      return lacks['not-imported'](lack.dataset);
    case 'not-set':
      return lacks['not-set'](lack.parameter);
    default:
      return lacks[lack.why];
  }
}

/** A part in percent of the whole, to one decimal; 100 only where nothing is missing, 0 only where nothing is there. */
export function percent(value: number, of: number): number {
  if (of === 0) return 0;
  const rounded = Math.round((value * 1000) / of) / 10;
  if (rounded === 100 && value < of) return 99.9;
  return rounded === 0 && value > 0 ? 0.1 : rounded;
}
