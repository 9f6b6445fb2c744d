import type { Answers, Figure, Lack, QuarterMoneyTold, QuarterSums } from './overview.js';
import { short, told } from './overview-told.js';

/** Pay, awards and the fund. 三(六) */
export function incentiveFigures({ pay, labour, awards, benefits, fund }: Answers): Figure[] {
  return [
    ...told('职业激励', '三(六)1', pay, [
      [
        'pay',
        'fen',
        ({ totals: { averageFen, requiredFen } }) => ({
          value: averageFen,
          ...(averageFen === null && { lack: { why: 'nobody' as const } }),
          target: requiredFen,
          state:
            averageFen === null || requiredFen === null
              ? 'counted'
              : averageFen >= requiredFen
                ? 'met'
                : 'short',
        }),
      ],
      [
        'payBelow',
        'districts',
        ({ rows }) => ({
          ...short(rows.filter(({ shortfallFen }) => (shortfallFen ?? 0) > 0).length),
          of: rows.length,
        }),
      ],
    ]),
    ...told('职业激励', '三(六)1', labour, [
      [
        'labourShare',
        'percent',
        ({ totals: { labourShare } }) => ({
          value: labourShare,
          ...(labourShare === null && { lack: { why: 'nobody' as const } }),
        }),
      ],
    ]),
    ...told('职业激励', '三(六)2', awards, [
      ['awards', 'awards', ({ totals }) => ({ value: totals.awards })],
      [
        'rewards',
        'fen',
        ({ totals: { awards: given, rewardNotSet, rewardFen } }) =>
          given > 0 && rewardNotSet === given
            ? { value: null, lack: { why: 'not-set', parameter: 'award.reward' } }
            : { value: rewardFen },
      ],
    ]),
    ...told('职业激励', '三(六)2', benefits, [
      ['benefits', 'people', (rows) => ({ value: new Set(rows.map(({ person }) => person.id)).size })],
    ]),
    ...told('职业激励', '三(六)3', fund, [
      [
        'fundBalance',
        'fen',
        ({ totals, findings }) => ({
          value: totals.balanceFen,
          state: findings.some(({ severity }) => severity === 'error') ? 'short' : 'counted',
        }),
      ],
    ]),
  ];
}

/** The latest quarter that is settled, every draft, and what no draft can tell. */
export function moneyFigures({ quarters, draftLack, undecided }: QuarterMoneyTold): Figure[] {
  const settled = quarters.findLast(({ districts }) => districts.some(({ state }) => state !== 'draft'));
  const drafts = quarters.filter(({ districts }) => districts.some(({ state }) => state === 'draft'));
  const isPartial = ({ quarter }: QuarterSums) => undecided.some((each) => each.quarter === quarter);
  const figure = (
    name: 'subsidySettled' | 'subsidyDraft',
    of: QuarterSums | undefined,
    lack: Lack,
  ): Figure => ({
    ...{ section: '职业激励', figure: name, unit: 'fen', article: '三(六)1', of: null, target: null },
    quarter: of?.quarter ?? null,
    value: of === undefined ? null : name === 'subsidySettled' ? of.settledFen : of.draftFen,
    state:
      of === undefined ? 'unanswered' : name === 'subsidyDraft' && isPartial(of) ? 'attention' : 'counted',
    lack: of === undefined ? lack : null,
  });
  return [
    figure('subsidySettled', settled, { why: 'nobody' }),
    ...(drafts.length === 0
      ? [figure('subsidyDraft', undefined, draftLack ?? { why: 'nobody' })]
      : drafts.map((of) => figure('subsidyDraft', of, { why: 'nobody' }))),
    ...undecided.map(({ quarter, months }): Figure => {
      return {
        ...{
          section: '职业激励',
          figure: 'subsidyUndecided',
          value: months,
          unit: 'months',
          article: '三(六)1',
        },
        ...{ of: null, target: null, state: 'attention', lack: null, quarter },
      };
    }),
  ];
}
