import type { Day } from '../domain/day.js';
import type { FigureState } from '../domain/overview-terms.js';
import type { Answers, Figure } from './overview.js';
import { endingTerms } from './overview-dues.js';
import { attention, overdue, type Told, told } from './overview-told.js';
import { hasLeft } from './worker-on-day.js';

/** Holders against the goal. 二 */
export function goalFigures({ certificates }: Answers, on: Day): Figure[] {
  const towards = (value: number, target: Target, missed: FigureState): Told => {
    if (target === null) return { value };
    const state = value >= target.target ? 'met' : on <= target.deadline ? 'under-way' : missed;
    return { value, target: target.target, state };
  };
  return told(null, '二', certificates, [
    ['holders', 'people', ({ totals }) => towards(totals.holders, totals.target, 'short')],
    [
      'holdersNational',
      'people',
      // whether 员级 counts the document does not say: with it the goal may be reached
      ({ totals: { national, holders, target } }) =>
        towards(national, target, target && holders >= target.target ? 'attention' : 'short'),
    ],
    ['growth', 'people', ({ totals }) => ({ value: totals.growth })],
  ]);
}

type Target = { target: number; deadline: Day } | null;

/** Hours, 轮训, yearly training, supervisors. 三(一) */
export function trainingFigures({ hours, rotation, yearly, supervisors }: Answers, on: Day): Figure[] {
  return [
    ...told('职业培养', '三(一)2', hours, [
      [
        'hoursMet',
        'people',
        ({ rows }) => ({ value: rows.filter(({ state }) => state === 'met').length, of: rows.length }),
      ],
      [
        'hoursBehind',
        'people',
        ({ rows }) => attention(rows.filter(({ state }) => state === 'behind').length),
      ],
      [
        'hoursShort',
        'people',
        ({ rows }) => overdue(rows.filter((row) => row.state === 'short' && !hasLeft(row)).length),
      ],
    ]),
    ...told('职业培养', '三(一)1', rotation, [
      ['rotationTrained', 'people', ({ totals }) => ({ value: totals.trained, of: totals.staff })],
    ]),
    ...told('职业培养', '三(一)1', yearly, [
      [
        'yearlyTrained',
        'people',
        ({ rows }) => ({ value: rows.filter(({ state }) => state === 'trained').length, of: rows.length }),
      ],
      [
        'yearlyOverdue',
        'people',
        ({ rows }) => overdue(rows.filter(({ state }) => state === 'overdue').length),
      ],
    ]),
    ...told('职业培养', '三(一)2', supervisors, [
      [
        'supervisors',
        'terms',
        ({ totals: { byLevel } }) => ({ value: byLevel.初级督导 + byLevel.中级督导 + byLevel.高级督导 }),
      ],
      ['experts', 'terms', ({ totals }) => ({ value: totals.byLevel.专家库 })],
      ['termsEnding', 'terms', ({ rows }) => attention(endingTerms(rows, on).length)],
      [
        'termsOver',
        'terms',
        ({ rows }) =>
          overdue(rows.filter(({ state, worker }) => state === 'expired' && !hasLeft(worker)).length),
      ],
    ]),
  ];
}

/** Registrations, and what is lost without. 三(二) */
export function registrationFigures({ certificates, registrations }: Answers): Figure[] {
  return [
    ...told('职业评价', '三(二)2', certificates, [
      ['registered', 'people', ({ totals }) => ({ value: totals.registered, of: totals.holders })],
    ]),
    ...told('职业评价', '三(二)2', registrations, [
      ['registrationDue', 'people', ({ rows }) => attention(here(rows, 'due').length)],
      ['registrationExpired', 'people', ({ rows }) => overdue(here(rows, 'expired').length)],
      [
        'registrationNever',
        'people',
        ({ rows }) => {
          const never = here(rows, 'never');
          return (never.some(({ deadline }) => deadline !== null) ? overdue : attention)(never.length);
        },
      ],
      [
        'atStake',
        'fen',
        ({ rows }) => {
          const staying = rows.filter((row) => !hasLeft(row));
          const unrated = staying.length > 0 && staying.every(({ monthlyFen }) => monthlyFen === null);
          return unrated
            ? { value: null, lack: { why: 'not-set', parameter: 'subsidy.rate' } }
            : { value: staying.reduce((sum, { monthlyFen }) => sum + (monthlyFen ?? 0), 0) };
        },
      ],
    ]),
  ];
}

const here = (
  rows: NonNullable<Answers['registrations']['value']>['rows'],
  state: 'due' | 'expired' | 'never',
) => rows.filter((row) => row.state === state && !hasLeft(row));
