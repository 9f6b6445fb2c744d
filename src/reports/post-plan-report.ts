import type { Day } from '../domain/day.js';
import { maskNumber } from '../domain/mask.js';
import { personSubject } from '../domain/subject.js';
import type { Messages } from '../messages/messages.js';
import type { PostPlan, PostPlanRow, ProposedPerson } from '../rules/post-plan.js';
import type { Column, Report } from './column.js';

/** The new posts of each unit that is short, and who could take them. `reveal`: whole numbers. */
export function postPlanReport(
  text: Messages,
  on: Day,
  { rows, totals, findings }: PostPlan,
  reveal: boolean,
): Report<PostPlanRow> {
  const { postPlan: words } = text;
  const { byDistrict } = totals;
  return {
    command: 'quota plan',
    on,
    columns: planColumns(text, reveal),
    rows,
    totals: { ...totals },
    findings,
    summary: [
      ...(byDistrict.length > 1 ? byDistrict.map((sums) => words.part(sums.district, sums)) : []),
      totals.units === 0 ? words.nothingShort(on) : words.planned(on, totals.units, totals.newPosts),
      ...(totals.units === 0
        ? []
        : [words.people(totals.fromUnit, totals.fromTownship, totals.fromDistrict, totals.recruit)]),
    ],
  };
}

function planColumns(text: Messages, reveal: boolean): Column<PostPlanRow>[] {
  const { postPlan: words, quota, shell } = text;
  const { headings } = words;
  const secondary = true;
  const named = (person: ProposedPerson['person']): string =>
    reveal ? `${person.name} ${person.idNumber}` : personSubject(person);
  const count = ({ people }: PostPlanRow, near: ProposedPerson['near']): number =>
    people.filter((each) => each.near === near).length;
  return [
    { key: 'code', heading: quota.headings.code, kind: 'code', value: ({ code }) => code, secondary },
    { key: 'district', heading: quota.headings.district, kind: 'free', value: ({ district }) => district },
    { key: 'township', heading: quota.headings.township, kind: 'free', value: ({ township }) => township },
    { key: 'unit', heading: quota.headings.unit, kind: 'free', value: ({ unit }) => unit },
    { key: 'kind', heading: quota.headings.kind, kind: 'text', value: ({ kind }) => kind, secondary },
    { key: 'required', heading: quota.headings.required, kind: 'number', value: ({ required }) => required },
    {
      key: 'established',
      heading: quota.headings.established,
      kind: 'number',
      value: ({ established }) => established,
    },
    { key: 'newPosts', heading: headings.newPosts, kind: 'number', value: ({ newPosts }) => newPosts },
    {
      key: 'fromUnit',
      heading: headings.fromUnit,
      kind: 'number',
      value: (row) => count(row, 'unit'),
      secondary,
    },
    {
      key: 'fromTownship',
      heading: headings.fromTownship,
      kind: 'number',
      value: (row) => count(row, 'township'),
      secondary,
    },
    {
      key: 'fromDistrict',
      heading: headings.fromDistrict,
      kind: 'number',
      value: (row) => count(row, 'district'),
      secondary,
    },
    { key: 'recruit', heading: headings.recruit, kind: 'number', value: ({ recruit }) => recruit },
    {
      key: 'people',
      heading: headings.people,
      kind: 'free',
      paperOnly: true,
      personal: true,
      value: ({ people }) =>
        people
          .map((each) => words.person(named(each.person), each.level, each.near, each))
          .join(shell.listSeparator),
    },
    {
      key: 'people',
      heading: '',
      kind: 'json',
      personal: true,
      value: ({ people }) =>
        people.map(({ person, level, near, township, unit }) => ({
          name: person.name,
          idNumber: reveal ? person.idNumber : maskNumber(person.idNumber),
          ...{ level, from: near, township, unit },
        })),
    },
    { key: 'citation', heading: '', kind: 'json', value: ({ citation }) => citation },
  ];
}
