import type { Content } from '../domain/dataset-columns.js';

/** The 区(市)县, 镇(街道) and 村(社区) of a row, widest first; in many sheets these cells are merged. */
export const AREA_PARTS = ['district', 'township', 'unit'] as const;
export type AreaPart = (typeof AREA_PARTS)[number];

/** What finding and naming a column takes; how its cells are read is the dataset's own matter. */
export interface ColumnShape {
  /** The heading of product and template. */
  heading: string;
  /** Other headings that mean the same; brackets, spaces, `*` and units need no entry of their own. */
  synonyms: readonly string[];
  /** Must the file have it? With `unless`: not when it has one of these columns instead. */
  required: boolean | { unless: readonly string[] };
  /** Shown masked wherever whole numbers are not asked for. */
  personal: boolean;
  area: AreaPart | null;
  content: Content;
}

/** What the sheet reader needs to know of a dataset. */
export interface DatasetShape {
  /** `roster`, as in the command. */
  name: string;
  /** 花名册 */
  title: string;
  columns: Readonly<Record<string, ColumnShape>>;
  /** Columns that tell a row of data from a total or a signature, and that findings name it by. */
  identifiedBy: readonly string[];
  /** Fields that make a blank area cell mean something else than “as above”. */
  areaGivenBy: Readonly<Partial<Record<AreaPart, readonly string[]>>>;
  /** How many of the columns a heading row must name at least; left out: two. */
  fewestHeadings?: number;
  /** Headings of columns that are dropped with a warning, because the register must not hold them. */
  neverStored?: RegExp;
}

/** Headings of the required columns that neither the file nor `--set` supplies. */
export function missingColumns(dataset: DatasetShape, has: (field: string) => boolean): string[] {
  return Object.entries(dataset.columns)
    .filter(([field, { required }]) => {
      if (required === false || has(field)) return false;
      return required === true || !required.unless.some(has);
    })
    .map(([, { heading }]) => heading);
}

/** Headings that a file must have, for telling what was looked for. */
export const requiredHeadings = (dataset: DatasetShape): string[] =>
  Object.values(dataset.columns)
    .filter(({ required }) => required !== false)
    .map(({ heading }) => heading);
