import { formatYuan } from '../domain/money.js';
import type { SubsidyText } from '../messages/subsidy-text.js';
import type { Standard, StandardGroup } from '../rules/subsidy-standards.js';

/** Yuan as people write a rate: no decimals where there are none. `yuan` may have two. */
const rateText = (yuan: number): string =>
  Number.isInteger(yuan) ? String(yuan) : formatYuan(Math.round(yuan * 100));

/**
 * The values that a quarter was computed by, a line for each group of districts and each stretch of
 * months: rates and their documents, deciding day, conditions, categories, service minimum.
 */
export function standardLines(text: SubsidyText, groups: readonly StandardGroup[]): string[] {
  const { standards } = text;
  return groups.flatMap(({ districts, periods }) =>
    periods.map(({ months, standard }) => {
      const where = groups.length === 1 ? standards.everywhere(districts) : standards.districts(districts);
      return standards.line(where, standards.months(months), describe(text, standard));
    }),
  );
}

function describe(text: SubsidyText, standard: Standard): string[] {
  const { standards } = text;
  if (standard.decidedOn === null) return [standards.noPolicy];
  return [
    ...(standard.example ? [standards.example] : []),
    ...rates(text, standard),
    standards.decidedOn(standard.decidedOn),
    standards.conditions(standard.conditions.map((condition) => text.conditions[condition])),
    standards.categories(standard.categories),
    standard.serviceMinimum === null
      ? standards.noServiceMinimum
      : standards.serviceMinimum(standard.serviceMinimum),
  ];
}

/** Rates that rest on one paper stand together, with the paper behind them. */
function rates({ standards }: SubsidyText, { rates: all }: Standard): string[] {
  if (all.length === 0) return [standards.noRate];
  const byPaper = new Map<string, { level: Standard['rates'][number]['level']; yuan: string }[]>();
  for (const { level, yuan, citation } of all) {
    const paper = standards.document(citation.document, citation.article);
    const known = byPaper.get(paper);
    if (known) known.push({ level, yuan: rateText(yuan) });
    else byPaper.set(paper, [{ level, yuan: rateText(yuan) }]);
  }
  return [...byPaper].map(([paper, rated]) => standards.rates(rated, paper));
}
