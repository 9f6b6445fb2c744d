import { addDays, addYears, type Day, daysBetween, monthOf } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import { UserError } from '../domain/user-error.js';
import { DOCUMENT_SYSTEMS } from '../policy/document-systems.js';
import { documentCited } from '../policy/documents.js';
import { governingArticle } from '../policy/governing-article.js';
import { inForce } from '../policy/in-force.js';
import type { AreaLevel, CommandErrors, Overview } from '../rules/overview.js';
import { areaRows } from '../rules/overview-areas.js';
import { dueItems, dueUnits } from '../rules/overview-dues.js';
import { overviewFigures } from '../rules/overview-figures.js';
import { policySpan } from '../rules/policy-span.js';
import { placesOf } from '../rules/posts.js';
import { loadBatches } from '../store/batches.js';
import { readOnce } from '../store/read-once.js';
import { loadPeople, loadUnits } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import { askEverything } from './overview-answers.js';
import { overviewQuarters } from './overview-quarters.js';
import { readTiles } from './overview-tiles.js';
import { peopleOnDay } from './people-on-day.js';
import type { Workspace } from './workspace.js';

export interface OverviewQuery extends AskedArea {
  on: Day;
  /** The moment of `--known-at`. */
  knownAt: Date | null;
  /** Whether the due lists name people. */
  people: boolean;
}

/**
 * What the single commands answer for an area on a day, joined, all of one moment of the register. A part that cannot
 * answer says why. Throws UserError `area.unknown`, and `policy.none-in-force` where no part of the document is in
 * force on the day. 二, 三
 */
export const registerOverview = (workspace: Workspace, query: OverviewQuery): Overview =>
  readOnce(workspace.db, () => overviewOf(workspace, query));

function overviewOf(workspace: Workspace, { on, knownAt, people, ...asked }: OverviewQuery): Overview {
  const { db } = workspace;
  const units = loadUnits(db, workspace.knownAt);
  const area = resolveArea(units, asked);
  const { order } = placesOf(units);
  const { answers, errors, findings } = askEverything(workspace, on, asked);
  const { quota, grades, network } = answers;
  if ([quota, grades, network].every(({ lack }) => lack?.why === 'not-in-force')) {
    throw new UserError('policy.none-in-force', { on, ...policySpan(workspace.policies, 'quota.minimum') });
  }
  const money = overviewQuarters(workspace, on, { asked, area, moment: knownAt });
  const items = dueItems(answers, on);
  const by: AreaLevel = area.township !== null ? 'unit' : area.district !== null ? 'township' : 'district';
  const holders = peopleOnDay(workspace, on, asked, ['certificates', 'registrations']).filter(
    ({ level }) => level !== null,
  );
  const example = [...findings, ...money.findings].find(({ code }) => code === 'policy.example');
  return {
    ...{ on, knownAt, area, by, answers, errors },
    policy: { ...policyOn(workspace, on), example: example !== undefined },
    register: {
      people: loadPeople(db, { knownAt: workspace.knownAt, parts: [] }).length,
      lastBatch: lastBatchOf(workspace),
    },
    sections: governingArticle(workspace.policies, '二', on) ? DOCUMENT_SYSTEMS : [],
    figures: overviewFigures(answers, money, on),
    areas: areaRows(answers, items, holders, { by, order, district: area.district }),
    tiles: by === 'district' ? readTiles(workspace) : {},
    ...{ quarters: money.quarters, draftLack: money.draftLack, undecided: money.undecided },
    months: { from: monthOf(addDays(addYears(on, -1), 1)), until: monthOf(on) },
    dueUnits: dueUnits(answers, items, order),
    duePeople: people ? items : null,
    findings: [...openFindings(errors), ...(example ? [example] : [])],
  };
}

/** One finding for each section in which a single command finds errors. */
function openFindings(errors: readonly CommandErrors[]): Finding[] {
  return DOCUMENT_SYSTEMS.flatMap(({ system, part }) => {
    const commands = errors
      .filter(({ section, errors: count }) => section === system && count > 0)
      .map(({ command, errors: count }) => ({ command, errors: count }));
    return commands.length === 0 ? [] : [finding('overview.open', 'error', part, { system, commands })];
  });
}

function lastBatchOf({ db, knownAt }: Workspace): Overview['register']['lastBatch'] {
  const last = loadBatches(db, knownAt).at(-1);
  return last ? { number: last.batch, at: last.recordedAt } : null;
}

/** The document that governs on a day: the one that the minimum of posts rests on. */
function policyOn({ policies }: Workspace, on: Day): Omit<Overview['policy'], 'example'> {
  const version =
    inForce(policies, 'quota.minimum', null, on) ?? inForce(policies, 'network.levels', null, on);
  if (!version) return { title: '', from: null, until: null, daysLeft: null };
  const cited = version.citation.document;
  const document = documentCited(policies.documents, cited);
  const until = document?.until ?? version.until;
  return {
    ...{ title: document?.title ?? cited, from: document?.from ?? version.from, until },
    daysLeft: until === null ? null : daysBetween(on, until),
  };
}
