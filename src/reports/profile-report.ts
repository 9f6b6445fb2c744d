import type { SavedProfile } from '../domain/import-profile.js';
import { maskDigits } from '../domain/mask.js';
import type { Messages } from '../messages/messages.js';
import type { Column, Report } from './column.js';

/** The saved mappings of columns. `reveal`: values that were given show whole numbers. */
export function profileReport(
  profiles: readonly SavedProfile[],
  { profiles: words }: Messages,
  reveal: boolean,
): Report<SavedProfile> {
  return {
    command: 'import profiles',
    columns: profileColumns(words, reveal ? (value) => value : maskDigits),
    rows: profiles,
    totals: { profiles: profiles.length },
    findings: [],
    summary: [words.count(profiles.length)],
  };
}

function profileColumns(
  words: Messages['profiles'],
  shown: (value: string) => string,
): Column<SavedProfile>[] {
  const { headings } = words;
  return [
    { key: 'dataset', heading: headings.dataset, kind: 'text', value: ({ dataset }) => dataset },
    { key: 'name', heading: headings.name, kind: 'free', value: ({ name }) => name },
    {
      key: 'map',
      heading: headings.map,
      kind: 'json',
      value: ({ map }) =>
        map.map(([heading, column]) => ({ heading, column: column === '' ? null : column })),
    },
    {
      key: 'mapText',
      heading: headings.map,
      kind: 'free',
      paperOnly: true,
      value: ({ map }) => map.map((pair) => words.mapped(...pair)).join(words.separator),
    },
    {
      key: 'given',
      heading: headings.given,
      kind: 'json',
      value: ({ given }) => given.map(([column, value]) => ({ column, value: shown(value) })),
    },
    {
      key: 'givenText',
      heading: headings.given,
      kind: 'free',
      paperOnly: true,
      value: ({ given }) =>
        given.map(([column, value]) => words.given(column, shown(value))).join(words.separator),
    },
    { key: 'sheet', heading: headings.sheet, kind: 'free', value: ({ sheet }) => sheet, secondary: true },
    {
      key: 'savedAt',
      heading: headings.savedAt,
      kind: 'text',
      value: ({ savedAt }) => savedAt,
      secondary: true,
    },
    { key: 'user', heading: headings.user, kind: 'free', value: ({ user }) => user, secondary: true },
  ];
}
