import { addYears, type Day } from '../domain/day.js';
import { type CertificateSummary, summarizeCertificates } from '../rules/certificate-summary.js';
import { once } from '../store/read-once.js';
import type { AskedArea } from './area.js';
import { peopleOverTime } from './people-on-day.js';
import { exampleFindings } from './standing.js';
import type { Workspace } from './workspace.js';

/** The holders of certificates in an area on a day. Throws UserError `area.unknown`. 二, 三(二)1 */
export function certificateSummary(workspace: Workspace, on: Day, asked: AskedArea): CertificateSummary {
  const { db, knownAt } = workspace;
  const question = ['certificate summary', knownAt, on, asked.district, asked.township].join(' ');
  return once(db, question, () => summaryOn(workspace, on, asked));
}

function summaryOn(workspace: Workspace, on: Day, asked: AskedArea): CertificateSummary {
  const { policies: book } = workspace;
  const people = peopleOverTime(workspace, asked, ['certificates', 'registrations']);
  const summary = summarizeCertificates({
    ...{ peopleOn: people.on, order: people.order, book, on, yearBefore: addYears(on, -1) },
    wholeCity: asked.district === undefined && asked.township === undefined,
  });
  const example = exampleFindings(book, ['target.certificate-holders'], on);
  return { ...summary, findings: [...summary.findings, ...example] };
}
