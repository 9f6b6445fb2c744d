import type { FigureState } from '../domain/overview-terms.js';
import type { Messages } from '../messages/messages.js';
import { html, type Markup } from './html.js';

const SYMBOLS: Record<FigureState, string> = {
  met: '✓',
  'under-way': '→',
  short: '▼',
  overdue: '!',
  attention: '◆',
  counted: '·',
  unanswered: '–',
};

/** A state in words, with a sign beside it: never told by colour alone. */
export const badge = ({ overview: { states } }: Messages, state: FigureState): Markup =>
  html`<span class="state ${state}"><span aria-hidden="true">${SYMBOLS[state]}</span> ${states[state]}</span>`;
