import { cellValue } from './cell.js';
import type { Report } from './column.js';
import { findingAsJson } from './finding-report.js';
import type { Reader } from './format.js';

/** The rows of a report, one line of json each. */
export function* renderNdjson<Row>(report: Report<Row>, { reveal }: Reader): Generator<string> {
  for (const line of rowLines(report, reveal)) yield `${line}\n`;
}

/** The whole answer as one document; rows and findings stand on lines of their own. */
export function* renderJson<Row>(report: Report<Row>, { reveal, text }: Reader): Generator<string> {
  const { command, on, quarter, year, totals, findings } = report;
  const head = {
    command,
    ...(on !== undefined && { on }),
    ...(quarter !== undefined && { quarter }),
    ...(year !== undefined && { year }),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  yield* separated(rowLines(report, reveal));
  yield ']';
  for (const [key, value] of Object.entries(report.more ?? {})) {
    yield `,${JSON.stringify(key)}:${JSON.stringify(value)}`;
  }
  yield `,"totals":${JSON.stringify(totals)},"findings":[`;
  yield* separated(findings.map((finding) => JSON.stringify(findingAsJson(text, finding))));
  yield ']}\n';
}

function* rowLines<Row>({ columns, rows }: Report<Row>, reveal: boolean): Generator<string> {
  const shown = columns.filter(({ paperOnly }) => !paperOnly);
  for (const row of rows) {
    const object: Record<string, unknown> = {};
    for (const column of shown) object[column.key] = cellValue(column, row, reveal);
    yield JSON.stringify(object);
  }
}

const CHUNK = 65_536;

/** Lines with commas between them, gathered into chunks worth writing. */
function* separated(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  let first = true;
  for (const line of lines) {
    chunk += first ? `\n${line}` : `,\n${line}`;
    first = false;
    if (chunk.length > CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  yield first ? '' : `${chunk}\n`;
}
