import type { Day } from '../domain/day.js';
import type { Citation, Finding } from '../domain/finding.js';
import type { Parameter, ParameterValues } from './parameters.js';

export const LAYERS = ['district', 'city', 'shipped'] as const;
export type Layer = (typeof LAYERS)[number];

/** A value as it holds from one day to another, with the law it rests on. */
export interface Version<Value = unknown> {
  from: Day;
  /** Last day; null: open. Already cut to the end of the cited document. */
  until: Day | null;
  value: Value;
  citation: Citation;
  layer: Layer;
  /** The district whose file says so; null in the other layers. */
  district: string | null;
  file: string;
  line: number;
  /** 示例: made up for demonstration; nothing computed from it may be paid. */
  example: boolean;
  /** The day on which somebody last compared the value with its source. */
  checked: Day | null;
}

/** A document that values rest on. `text`: stored word for word, when we have it. */
export interface SourceDocument {
  id: string;
  title: string;
  /** First day; null: not known. */
  from: Day | null;
  /** Last day; null: no end known. */
  until: Day | null;
  text: string | null;
}

/** A file that was read, and how many sound values it holds. */
export interface FileSeen {
  file: string;
  layer: Layer;
  district: string | null;
  values: number;
}

/** Everything read from the shipped pack and the operator's folder. Build it with `loadPolicies`. */
export interface PolicyBook {
  documents: ReadonlyMap<string, SourceDocument>;
  /** All versions of a parameter, in all layers and districts. */
  versions: { readonly [P in Parameter]: readonly Version<ParameterValues[P]>[] };
  /** The files read, in order: the shipped pack, city.yaml, the districts. */
  files: readonly FileSeen[];
  /** The managing districts that the city pack (or city.yaml) names; empty when neither does. */
  districts: readonly string[];
  /** Everything that is wrong with, or worth knowing of, the files; what depends on today is told apart. */
  findings: readonly Finding[];
  /** The operator's folder, or null when the shipped pack stands alone. */
  folder: string | null;
  /** sha256 over all files read: the fingerprint that exports and closed quarters state. */
  fingerprint: string;
}
