import type { Finding, Severity } from '../domain/finding.js';
import { maskDigits, maskPersonal } from '../domain/mask.js';
import type { UserError } from '../domain/user-error.js';
import type { Messages } from '../messages/messages.js';
import type { Paint } from './format.js';
import { printable } from './printable.js';

/** The cell as it is shown: masked, but for the code of a unit, which is nobody's. */
const shownValue = ({ code, value }: Finding): string | undefined =>
  value === undefined || (code.startsWith('unit.') && /^\s*\d{12}\s*$/.test(value))
    ? value
    : maskDigits(value);

/** In a policy file what findings call a column is a key. */
const isPolicyFile = (file: string | undefined): boolean => /\.ya?ml$/i.test(file ?? '');

/** The sentence for a finding. The code and its details belong together by construction. */
export function messageFor(text: Messages, { code, details }: Finding): string {
  const sentence = text.findings[code] as (details: Finding['details']) => string;
  return sentence(details);
}

/**
 * The sentence for a problem, without whole numbers of people; the names of files stay as they are. The code
 * and its details belong together by construction.
 */
export function problemSentence(text: Messages, { problem, details }: UserError): string {
  const sentence = text.problems[problem] as (details: UserError['details']) => string;
  return /^(file|database|export)\./.test(problem) ? sentence(details) : maskPersonal(sentence(details));
}

/** A finding for programs, without whole numbers of people. */
export function findingAsJson(text: Messages, finding: Finding): Record<string, unknown> {
  const { code, severity, subject, file, line, column, citation } = finding;
  const message = maskPersonal(messageFor(text, finding));
  return {
    code,
    severity,
    subject: maskPersonal(subject),
    message,
    file,
    line,
    column,
    value: shownValue(finding),
    citation,
  };
}

/** How findings are told to people: the language, the colours, and what documents are called. */
export interface Teller {
  text: Messages;
  paint: Paint;
  /** The title of a cited document; a document that nobody knows by its id is called as it is cited. */
  documentTitle: (document: string) => string;
}

/** A finding on one line: severity, where, who (unless the sentence says so itself), what, and the article. */
function findingLine({ text, paint, documentTitle }: Teller, finding: Finding): string {
  const { severity, subject, file, line, column, citation } = finding;
  const value = shownValue(finding);
  const title = citation && documentTitle(citation.document);
  const words = text.shell;
  const message = messageFor(text, finding);
  const said =
    file?.includes(subject) ||
    message.startsWith(subject) ||
    /[“《]/.test(message.charAt(message.indexOf(subject) - 1));
  const parts = [
    file === undefined ? '' : line === undefined ? file : words.line(file, line),
    column === undefined ? '' : isPolicyFile(file) ? words.key(column) : words.column(column),
    said ? '' : maskPersonal(subject),
  ].filter((part) => part !== '');
  const sentence =
    words.sentence(parts, maskPersonal(message)) +
    (value === undefined || value === '' ? '' : words.cell(value)) +
    (!citation || title === undefined || message.includes(title)
      ? ''
      : words.citation(title, citation.article));
  return `${paint[severity](`[${words.severities[severity]}]`)} ${printable(sentence)}`;
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Every finding on a line of its own, in the order given: for logs. */
export const allFindings = (teller: Teller, findings: readonly Finding[]): string[] =>
  findings.map((finding) => findingLine(teller, finding));

/** The first finding of each kind and how many more there are, errors first: for a terminal. */
export function groupedFindings(teller: Teller, findings: readonly Finding[]): string[] {
  const { text, paint } = teller;
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.code}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const inOrder = [...groups.values()].sort(([a], [b]) => RANK[a!.severity] - RANK[b!.severity]);
  const lines = inOrder.flatMap(([first, ...others]) => [
    findingLine(teller, first!),
    ...(others.length > 0 ? [paint.faint(text.shell.more(others.length))] : []),
  ]);
  if (inOrder.length < findings.length) lines.push(paint.faint(text.shell.whereAll));
  return lines;
}

/** How many findings there are of each severity, in a sentence; null when there are only remarks. */
export function findingCounts(text: Messages, findings: readonly Finding[]): string | null {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  if (errors + warnings === 0) return null;
  return text.shell.counts(errors, warnings, findings.length - errors - warnings);
}
