import type { Day } from '../domain/day.js';
import { maskNumber, maskPersonal } from '../domain/mask.js';
import { formatYuan } from '../domain/money.js';
import type { Messages } from '../messages/messages.js';
import type { MonthSide } from '../rules/move-subsidy.js';
import type { BeforeAfter, MoveAnswer, MoveRow } from '../rules/post-moves.js';
import type { Column, Report } from './column.js';

/** What moves would do at both their ends. `reveal`: whole numbers. */
export function postMovesReport(
  text: Messages,
  on: Day,
  { rows, months, totals, findings }: MoveAnswer,
  reveal: boolean,
): Report<MoveRow> {
  const { postPlan: words } = text;
  const name = (person: MoveRow['person']) => (reveal ? person.name : maskPersonal(person.name));
  const side = (each: MonthSide | null): string => {
    if (each?.reasons.includes('policy')) return words.noPolicy;
    if (!each?.onPost) return words.notOnPost;
    if (!each.covered) return words.notCovered(each.district);
    if (each.reasons.includes('certificate')) return words.noCertificate;
    return words.monthSide(each.district, each.rateFen === null ? null : formatYuan(each.rateFen));
  };
  return {
    command: 'quota plan',
    on,
    columns: moveColumns(text),
    rows,
    totals: { ...totals },
    findings,
    summary: [
      ...months.map(({ person, month, before, after }) =>
        words.month(name(person), month, side(before), side(after)),
      ),
      words.moved(on, totals.moves, totals.shortfall.before, totals.shortfall.after),
    ],
    more: {
      months: months.map(({ person, ...month }) => ({
        name: name(person),
        idNumber: reveal ? person.idNumber : maskNumber(person.idNumber),
        ...month,
      })),
    },
  };
}

function moveColumns(text: Messages): Column<MoveRow>[] {
  const { postPlan: words, quota, grade } = text;
  const { moveHeadings: headings } = words;
  const secondary = true;
  const change = (
    key: string,
    heading: string,
    numbers: (row: MoveRow) => BeforeAfter<number | null> | null,
    needed = true,
  ): Column<MoveRow> => ({
    key,
    heading,
    kind: 'text',
    secondary: !needed,
    value: numbers,
    text: (row) => {
      const found = numbers(row);
      if (found === null || found.after === null) return '';
      return found.before === found.after ? String(found.after) : words.change(found.before, found.after);
    },
  });
  return [
    { key: 'name', heading: grade.headings.name, kind: 'free', value: ({ person }) => person.name },
    {
      key: 'idNumber',
      heading: grade.headings.idNumber,
      kind: 'digits',
      value: ({ person }) => person.idNumber,
      secondary,
    },
    {
      key: 'end',
      heading: headings.end,
      kind: 'text',
      value: ({ end }) => end,
      text: ({ end }) => words.ends[end],
    },
    { key: 'code', heading: quota.headings.code, kind: 'code', value: ({ code }) => code, secondary },
    { key: 'district', heading: quota.headings.district, kind: 'free', value: ({ district }) => district },
    {
      key: 'township',
      heading: quota.headings.township,
      kind: 'free',
      value: ({ township }) => township,
      secondary,
    },
    { key: 'unit', heading: grade.headings.unit, kind: 'free', value: ({ unit }) => unit },
    {
      key: 'required',
      heading: quota.headings.required,
      kind: 'number',
      value: ({ required }) => required,
      secondary,
    },
    change('established', quota.headings.established, ({ established }) => established),
    change('filled', quota.headings.filled, ({ filled }) => filled, false),
    change('certified', quota.headings.certified, ({ certified }) => certified),
    change('shortfall', quota.headings.shortfall, ({ shortfall }) => shortfall),
    { key: 'title', heading: grade.headings.title, kind: 'free', value: ({ title }) => title },
    { key: 'grade', heading: grade.headings.grade, kind: 'number', value: (row) => row.grade, secondary },
    { key: 'needed', heading: grade.headings.needed, kind: 'text', value: ({ needed }) => needed, secondary },
    { key: 'level', heading: grade.headings.level, kind: 'text', value: ({ level }) => level, secondary },
    { key: 'ok', heading: grade.headings.ok, kind: 'flag', value: ({ ok }) => ok },
    {
      key: 'month',
      heading: headings.month,
      kind: 'text',
      value: ({ month }) => month,
      text: ({ end, month }) => (month === null ? '' : words.paysIn[end](month)),
    },
    { key: 'rateFen', heading: headings.rate, kind: 'fen', value: ({ rateFen }) => rateFen, secondary },
    { key: 'citation', heading: '', kind: 'json', value: ({ citation }) => citation },
  ];
}
