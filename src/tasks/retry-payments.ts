import type { Closing } from '../domain/closing.js';
import { type Finding, finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import type { LinePayment } from '../domain/payments.js';
import type { Quarter } from '../domain/quarter.js';
import { UserError } from '../domain/user-error.js';
import { joinStandards, type StandardGroup } from '../rules/subsidy-standards.js';
import { lastBatch } from '../store/batches.js';
import { loadClosedLines } from '../store/closed-lines.js';
import { loadClosings, loadStandards } from '../store/closings.js';
import { type IssuedPaper, lastRepeated, loadRepeated } from '../store/issued-papers.js';
import { loadLinePayments } from '../store/line-payments.js';
import { loadLinks } from '../store/links.js';
import { loadPeople } from '../store/register.js';
import { type Repeated, type RepeatedLine, repeatedFile } from './bank-files.js';
import { usableAccount } from './export-subsidies.js';
import { payingDistrict } from './paying-district.js';
import type { Workspace } from './workspace.js';

/** What is sent to the bank again, and what is not. */
export interface Retry {
  quarter: Quarter;
  district: string | null;
  /** The number of this sending: 补1, 补2 … of the quarter. */
  number: number;
  files: readonly Repeated[];
  standards: readonly StandardGroup[];
  findings: readonly Finding[];
  knownBatch: number;
}

/**
 * Plans the next bank file of what came back as failed and of who had no card when the quarter was closed, with name,
 * number and card as known now. What was sent and has not come back waits. Throws UserError `closing.wrong-state`
 * and `area.unknown`.
 */
export function planRetry(
  workspace: Workspace,
  quarter: Quarter,
  asked: { district?: string | undefined; together: boolean },
): Retry {
  return workspace.db.transaction(() => gather(workspace, quarter, asked)).deferred();
}

function gather(
  workspace: Workspace,
  quarter: Quarter,
  asked: { district?: string | undefined; together: boolean },
): Retry {
  const { db } = workspace;
  const district = payingDistrict(workspace, asked.district);
  const standing = loadClosings(db, quarter).filter(
    (closing) => district === null || closing.district === district,
  );
  const closings = standing.filter(({ state }) => state === 'exported');
  if (closings.length === 0) {
    const states = standing.map((closing) => ({ district: closing.district, state: closing.state }));
    const districts = states.length > 0 ? states : [{ district: district ?? '', state: 'draft' as const }];
    throw new UserError('closing.wrong-state', { quarter, move: 'export', districts });
  }
  const payments = groupBy(loadLinePayments(db, closings), ({ closing }) => closing);
  const groups = closings
    .map((closing) => ({
      closing,
      lines: repeatedLines(workspace, closing, payments.get(closing.id) ?? []),
    }))
    .filter(({ lines }) => lines.length > 0);
  const files =
    asked.together && district === null && groups.length > 0
      ? [
          repeatedFile(
            null,
            groups.map(({ closing }) => closing),
            groups.flatMap(({ lines }) => lines),
          ),
        ]
      : groups.map(({ closing, lines }) => repeatedFile(closing.district, [closing], lines));
  const last = lastRepeated(db, quarter);
  const written = files.filter(({ rows }) => rows.length > 0);
  const waiting = [...payments.values()].flat().filter(({ state }) => state === 'sent').length;
  return {
    ...{ quarter, district, number: last + 1, files: written, knownBatch: lastBatch(db) },
    standards: joinStandards(
      written.flatMap((file) => file.closings.flatMap(({ id }) => loadStandards(db, id) as StandardGroup[])),
    ),
    findings: [
      ...files.flatMap((file) => file.findings),
      ...closings.flatMap((closing) => aboutOthers(quarter, closing, payments.get(closing.id) ?? [])),
      ...(written.length > 0
        ? []
        : [finding('bank.nothing-to-retry', 'info', quarter, { quarter, district, waiting, last })]),
    ],
  };
}

/** Failed, or never sent for want of a card. */
const isRepeated = ({ state, account }: LinePayment): boolean =>
  state === 'failed' || (state === 'unsent' && !usableAccount(account));

function repeatedLines(
  { db }: Workspace,
  closing: Closing,
  payments: readonly LinePayment[],
): RepeatedLine[] {
  const wanted = new Map(payments.filter(isRepeated).map((payment) => [payment.line, payment]));
  if (wanted.size === 0) return [];
  const links = loadLinks(db);
  const numbers = [...wanted.values()].flatMap(({ person }) => links.group(person));
  const known = new Map(
    loadPeople(db, { person: numbers, parts: ['contact'] }).map((person) => [person.id, person]),
  );
  return loadClosedLines(db, closing, numbers).flatMap((line) => {
    const payment = wanted.get(line.id);
    if (!payment) return [];
    return [{ line, payment, person: known.get(payment.person) ?? line.person }];
  });
}

/** Payments under way, and people whom no bank file was ever made for. */
function aboutOthers(quarter: Quarter, { district }: Closing, payments: readonly LinePayment[]): Finding[] {
  const sent = payments.filter(({ state }) => state === 'sent');
  const never = payments.filter((each) => each.state === 'unsent' && !isRepeated(each));
  const totalFen = sent.reduce((sum, { netFen }) => sum + netFen, 0);
  return [
    ...(sent.length > 0
      ? [finding('bank.waiting', 'info', district, { district, people: sent.length, totalFen })]
      : []),
    ...(never.length > 0
      ? [finding('bank.never-sent', 'warning', district, { quarter, district, people: never.length })]
      : []),
  ];
}

/** What was handed out at a repeated sending. Throws UserError `bank.no-such-retry` and `area.unknown`. */
export function repeatedBefore(
  workspace: Workspace,
  quarter: Quarter,
  asked: { district?: string | undefined; number: number },
): { papers: readonly IssuedPaper[]; closings: readonly Closing[] } {
  const { db } = workspace;
  const district = payingDistrict(workspace, asked.district);
  const all = loadRepeated(db, quarter, asked.number);
  const papers = all.filter(
    ({ entry }) => district === null || entry.district === null || entry.district === district,
  );
  if (!papers.some(({ entry }) => entry.sheet === 'bank')) {
    const last = lastRepeated(db, quarter);
    throw new UserError('bank.no-such-retry', { quarter, district, number: asked.number, last });
  }
  const closings = loadClosings(db, quarter).filter(
    (closing) => closing.state === 'exported' && (district === null || closing.district === district),
  );
  return { papers, closings };
}
