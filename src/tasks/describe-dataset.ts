import type { DatasetColumn, DatasetDescription } from '../domain/dataset-columns.js';
import type { ColumnShape } from '../intake/dataset.js';
import { IMPORTS, type ImportableDataset } from './imports.js';

/** What a dataset is and which columns it has, as declared. */
export function describeDataset(dataset: ImportableDataset): DatasetDescription {
  const { name, title, columns } = IMPORTS[dataset].shape;
  const shapes: Readonly<Record<string, ColumnShape>> = columns;
  const headingOf = (field: string) => shapes[field]?.heading;
  return {
    name,
    title,
    columns: Object.values(shapes).map(({ heading, synonyms, required, personal, content }) => ({
      ...{ heading, synonyms, personal, content },
      required: requirement(required, headingOf),
    })),
    hasArea: Object.values(shapes).some(({ area, required }) => area === 'township' && required !== false),
  };
}

function requirement(
  required: ColumnShape['required'],
  headingOf: (field: string) => string | undefined,
): DatasetColumn['required'] {
  if (typeof required === 'boolean') return required ? 'always' : 'never';
  const others = required.unless.flatMap((field) => headingOf(field) ?? []);
  return others.length > 0 ? others : 'column';
}
