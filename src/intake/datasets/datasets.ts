import type { DatasetShape } from '../dataset.js';
import { posts } from './posts.js';
import { roster } from './roster.js';
import { units } from './units.js';

/** Every dataset that can be imported, by the name that the command uses. */
export const DATASETS = { roster, units, posts } as const;

/** The dataset of a name (`roster`) or title (花名册); undefined when there is none. */
export function datasetNamed(asked: string): DatasetShape | undefined {
  return Object.values<DatasetShape>(DATASETS).find(({ name, title }) => name === asked || title === asked);
}
