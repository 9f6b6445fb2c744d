import { type Finding, finding, type Whereabouts } from '../domain/finding.js';
import { UserError } from '../domain/user-error.js';
import type { DatasetShape } from './dataset.js';
import type { HeadingIndex, MappedHeading } from './headings.js';

/** Which column of a file holds which field, and what the user's word (`--map`) had to do with it. */
export interface ColumnPositions {
  /** Position by field. */
  columns: ReadonlyMap<string, number>;
  /** Columns that have a name of the dataset, and are not read because the user said so. */
  setAside: ReadonlySet<number>;
  /** What the user's word changed: heading of the dataset (empty: ignored) by heading of the file. */
  mapped: ReadonlyMap<string, string>;
  findings: readonly Finding[];
}

/** A heading row, as far as problems name it. */
export interface HeadingSource {
  /** As the user named it. */
  path: string;
  /** Physical line of the (first) heading row. */
  line: number;
  headings: readonly string[];
}

/**
 * Finds the columns. Of two columns for one field the one counts that the user mapped, with an info; two
 * that nobody chose between are UserError `file.heading-twice`, unless `lenient`: then the first counts.
 */
export function findColumns(
  source: HeadingSource,
  dataset: DatasetShape,
  index: HeadingIndex,
  { about, lenient }: { about: Whereabouts; lenient: boolean },
): ColumnPositions {
  const { headings } = source;
  const headingAt = (position: number): string => headings[position] ?? '';
  const columnName = (field: string): string => dataset.columns[field]?.heading ?? field;
  const columns = new Map<string, number>();
  const setAside = new Set<number>();
  const mapped = new Map<string, string>();
  const findings: Finding[] = [];
  for (const [position, heading] of headings.entries()) {
    const word = index.mappedTo(heading);
    if (!word || (word.field ?? undefined) === index.named(heading)) continue;
    mapped.set(oneLine(heading), word.field === null ? '' : columnName(word.field));
    if (word.field === null) setAside.add(position);
  }
  for (const [field, claims] of claimsOf(headings, index)) {
    const chosen = chosenAmong(claims, (position) => index.mappedTo(headingAt(position)));
    const [taken] = chosen.length === 1 || (lenient && chosen.length > 0) ? chosen : claims;
    if (taken === undefined) continue;
    columns.set(field, taken);
    if (claims.length === 1) continue;
    const others = claims.filter((position) => position !== taken);
    const column = columnName(field);
    if (chosen.length !== 1 && !lenient) {
      const named = [taken, ...others].map((position) => oneLine(headingAt(position)));
      throw new UserError('file.heading-twice', {
        ...{ file: source.path, line: source.line, column, headings: named },
      });
    }
    for (const position of others) setAside.add(position);
    const heading = oneLine(headingAt(taken));
    mapped.set(heading, column);
    const details = { column, taken: heading, others: others.map((at) => oneLine(headingAt(at))) };
    findings.push(finding('file.column-chosen', 'info', about.file ?? '', details, about));
  }
  return { columns, setAside, mapped, findings };
}

/** The columns that the user mapped: those of the command line, else those of a profile. */
function chosenAmong(claims: readonly number[], wordOn: (position: number) => MappedHeading | undefined) {
  const typed = claims.filter((position) => wordOn(position)?.typed);
  return typed.length > 0 ? typed : claims.filter((position) => wordOn(position));
}

/** Positions of the headings that mean a field, by field. */
export function claimsOf(headings: readonly string[], index: HeadingIndex): Map<string, number[]> {
  const claims = new Map<string, number[]>();
  for (const [position, heading] of headings.entries()) {
    const field = index.field(heading);
    if (field !== undefined) claims.set(field, [...(claims.get(field) ?? []), position]);
  }
  return claims;
}

/** A heading as one line of text: people break them with Alt+Enter. */
export const oneLine = (text: string): string => text.replace(/\s+/g, '');
