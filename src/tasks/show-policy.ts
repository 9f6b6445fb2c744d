import { compareText } from '../domain/area-order.js';
import type { Day } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import { nearestOf } from '../domain/nearest.js';
import { UserError } from '../domain/user-error.js';
import { documentCited } from '../policy/documents.js';
import { inForce } from '../policy/in-force.js';
import { isParameter, PARAMETERS, type Parameter } from '../policy/parameters.js';
import type { PolicyBook, Version } from '../policy/policy-book.js';
import type { PolicyWorkspace } from './policy-workspace.js';

/** What somebody wants to know of the policy; undefined: all parameters, the city as such. */
export interface PolicyQuestion {
  parameter?: string | undefined;
  on: Day;
  district?: string | undefined;
}

/** One value in force, or the statement that there is none. */
interface PolicyRow {
  parameter: Parameter;
  /** `not-set`: nobody ever set it. `not-in-force`: it was or will be, but not on this day. */
  state: 'in-force' | 'not-set' | 'not-in-force';
  /** Whose value it is; null: the city's. */
  district: string | null;
  /** The value, or the part of it that counts in the district. Money in yuan, as people write it. */
  value: unknown;
  version: Version | null;
  /** The title of the document, or what the citation calls it. */
  document: string | null;
}

export interface PolicyOnDay {
  on: Day;
  /** The district that was asked for, by its full name; null: the city and every district with a value of its own. */
  district: string | null;
  rows: readonly PolicyRow[];
  /** 示例标准, when a value shown is of an example pack. */
  findings: readonly Finding[];
}

/**
 * What is in force on a day and where it comes from. Throws UserError `policy.no-such-parameter` and
 * `area.unknown`, each with what comes near.
 */
export function showPolicy({ policies }: PolicyWorkspace, question: PolicyQuestion): PolicyOnDay {
  const { on } = question;
  const parameters = question.parameter === undefined ? PARAMETERS : [parameterNamed(question.parameter)];
  const district = question.district === undefined ? null : districtNamed(policies, question.district);
  const rows = parameters.flatMap((parameter) =>
    district === null ? cityRows(policies, parameter, on) : districtRows(policies, parameter, district, on),
  );
  const example = rows.some(({ version }) => version?.example);
  return { on, district, rows, findings: example ? [finding('policy.example', 'info', '', {})] : [] };
}

/** The city's answer, and beneath it each district's own. */
function cityRows(book: PolicyBook, parameter: Parameter, on: Day): PolicyRow[] {
  const districts = [...new Set(book.versions[parameter].map(({ district }) => district))].filter(
    (district) => district !== null,
  );
  const own = districts.sort(inOrderOf(book.districts)).flatMap((district) => {
    const version = inForce(book, parameter, district, on);
    return version?.district === district ? [rowOf(book, parameter, version, version.value)] : [];
  });
  return [answerOf(book, parameter, null, on), ...own];
}

/** As the city pack lists its districts; others after them, by code point. */
const inOrderOf =
  (listed: readonly string[]) =>
  (a: string, b: string): number => {
    const at = (name: string) => (listed.includes(name) ? listed.indexOf(name) : listed.length);
    return at(a) - at(b) || compareText(a, b);
  };

/** The district's answer, and the city's for levels that the district leaves out. */
function districtRows(book: PolicyBook, parameter: Parameter, district: string, on: Day): PolicyRow[] {
  const own = inForce(book, parameter, district, on);
  const city = inForce(book, parameter, null, on);
  if (!own || own.district === null || !city || !isByLevel(parameter)) {
    return [answerOf(book, parameter, district, on)];
  }
  const leftOut = Object.entries(city.value).filter(([level]) => !Object.hasOwn(own.value as object, level));
  const rows = [rowOf(book, parameter, own, own.value)];
  if (leftOut.length > 0) rows.push(rowOf(book, parameter, city, Object.fromEntries(leftOut)));
  return rows;
}

const isByLevel = (parameter: Parameter) => parameter === 'subsidy.rate' || parameter === 'training.hours';

function answerOf(book: PolicyBook, parameter: Parameter, district: string | null, on: Day): PolicyRow {
  const version = inForce(book, parameter, district, on);
  if (version) return rowOf(book, parameter, version, version.value);
  const everSet = book.versions[parameter].some((other) => [null, district].includes(other.district));
  const state = everSet ? 'not-in-force' : 'not-set';
  return { parameter, state, district, value: null, version: null, document: null };
}

function rowOf(book: PolicyBook, parameter: Parameter, version: Version, value: unknown): PolicyRow {
  const { document: cited } = version.citation;
  const document = documentCited(book.documents, cited)?.title ?? cited;
  return { parameter, state: 'in-force', district: version.district, value, version, document };
}

function parameterNamed(asked: string): Parameter {
  if (isParameter(asked)) return asked;
  throw new UserError('policy.no-such-parameter', {
    parameter: asked,
    nearest: nearestOf(asked, PARAMETERS),
  });
}

/** A district in full or in part (锦江, 高新区), as the pack and the folder name them. */
function districtNamed(book: PolicyBook, value: string): string {
  const inFolder = book.files.flatMap(({ district }) => district ?? []);
  const known = [...new Set([...book.districts, ...inFolder])];
  const asked = value.normalize('NFKC').replace(/\s/g, '');
  if (known.includes(asked)) return asked;
  const fitting = asked === '' ? [] : known.filter((name) => name.includes(asked));
  if (fitting.length === 1) return fitting[0] as string;
  const nearest = fitting.length > 1 ? fitting.slice(0, 3) : nearestOf(asked, known);
  throw new UserError('area.unknown', { what: 'district', value, nearest });
}
