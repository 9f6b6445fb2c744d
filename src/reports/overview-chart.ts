import type { Series } from './charts.js';
import { thousands } from './thousands.js';

/** A chart before it is drawn; its figures also stand in a table. */
export interface PageChart {
  id: string;
  title: string;
  /** What the categories are called. */
  by: string;
  categories: readonly string[];
  series: readonly Series[];
  lying: boolean;
  stacked: boolean;
  unit: string;
  label: (value: number) => string;
  /** As the table and the description write it; without it, as `label`. */
  exact?: (value: number) => string;
  most?: number;
}

/** A chart of bars that lie one below the other, with whole numbers. */
export const counts = { lying: true, stacked: false, label: thousands };

/** More would be no picture any more; the table has them all. */
export const MOST_BARS = 40;

/** Whether there is anything to be drawn. */
export const hasFigures = ({ values }: Series): boolean =>
  values.some((value) => value !== null && value !== 0);
