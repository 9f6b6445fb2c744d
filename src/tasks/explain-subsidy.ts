import { areaOrder } from '../domain/area-order.js';
import type { ExplainedLine, SubsidyExplanation } from '../domain/explanation.js';
import type { Person } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import { personSubject } from '../domain/subject.js';
import { UserError } from '../domain/user-error.js';
import { closingLines } from '../rules/closing-lines.js';
import { linesByDistrict, linesByPerson } from '../rules/subsidy-lines.js';
import { loadClosedLines } from '../store/closed-lines.js';
import { closingsWith } from '../store/closed-people.js';
import { loadClosings } from '../store/closings.js';
import { loadFiles } from '../store/files.js';
import { withPaid } from '../store/line-payments.js';
import { loadPeople } from '../store/register.js';
import { loadSettled } from '../store/settlements.js';
import { type ComputedQuarter, computeSubsidies } from './compute-subsidies.js';
import { explainRewards } from './explain-rewards.js';
import { findClosedPerson, type MeantPerson } from './find-closed-person.js';
import { findPerson } from './find-person.js';
import { itemsOf } from './list-corrections.js';
import type { Workspace } from './workspace.js';

/**
 * Every condition of every month for one person. What a district has closed is answered from what was frozen then,
 * the same for ever; months of districts that have not closed are judged from what is known now. `--known-at` asks
 * for what could be computed then, whatever was closed. Throws UserError `who.unknown`, `who.ambiguous`, and
 * `policy.*` where nothing is closed. 三(六)1
 */
export function explainSubsidy(workspace: Workspace, quarter: Quarter, who: string): SubsidyExplanation {
  return workspace.db.transaction(() => explain(workspace, quarter, who)).deferred();
}

function explain(workspace: Workspace, quarter: Quarter, who: string): SubsidyExplanation {
  const { db, knownAt, policies } = workspace;
  const documents = [...policies.documents.values()].filter(({ text }) => text !== null);
  const closings = loadClosings(db, quarter);
  const shared = {
    quarter,
    files: loadFiles(db),
    storedDocuments: new Set(documents.map(({ id }) => id)),
    closed: closings.length > 0,
  };
  if (closings.length > 0 && knownAt === undefined)
    return { ...shared, ...explainClosed(workspace, quarter, who) };
  const person = findPerson(workspace, who);
  const { result, units } = computeSubsidies(workspace, quarter, [person]);
  const lines = linesByPerson(result, units).map((line) => ({ ...line, frozen: null }));
  const districts = closings.map(({ district }) => district);
  return {
    ...shared,
    ...{ person, lines, later: [], closed: false },
    rewards: explainRewards(workspace, quarter, person.id),
    findings: [
      ...result.findings,
      ...(lines.length === 0 ? [noPost(person, quarter)] : []),
      ...(districts.length > 0 ? [finding('closing.frozen', 'info', quarter, { quarter, districts })] : []),
    ],
  };
}

function explainClosed(workspace: Workspace, quarter: Quarter, who: string) {
  const { db } = workspace;
  const person = findClosedPerson(workspace, who, quarter);
  const standing = loadClosings(db);
  const ofQuarter = standing.filter((closing) => closing.quarter === quarter);
  const own = closingsWith(db, person.numbers);
  const states = withPaid(db, ofQuarter);
  const closedLines = states
    .filter(({ id }) => own.has(id))
    .map((closing) => ({ closing, lines: loadClosedLines(db, closing, person.numbers) }));
  const frozen = closedLines.flatMap(({ closing, lines }) =>
    lines.map((line): ExplainedLine => {
      const { district, township, unit, unitCode, months, totalFen } = line;
      const { dueFen, rewardFen, arrearsFen, recoveredFen, carriedFen, netFen } = line;
      return {
        ...{ district, township, unit, unitCode, months, totalFen },
        person: { idNumber: line.person.idNumber, name: line.person.name },
        frozen: {
          ...{ state: closing.state, moves: closing.moves },
          amounts: { dueFen, rewardFen, arrearsFen, recoveredFen, carriedFen, netFen },
          carried: itemsOf(line, closing.quarter, closing.state),
          takenFen: line.taken.reduce((sum, { amountFen }) => sum + amountFen, 0),
        },
      };
    }),
  );
  const drafts = draftLines(workspace, quarter, person, frozen);
  const closed = new Set(ofQuarter.map(({ district }) => district));
  const missing = drafts.lines.filter(({ district }) => closed.has(district));
  return {
    // who they are now, where the register knows them
    person: { idNumber: person.idNumber, name: person.name },
    lines: [...frozen, ...drafts.lines],
    rewards: explainRewards(
      workspace,
      quarter,
      person.id,
      states,
      closedLines.flatMap(({ lines }) => lines),
    ),
    later: standing
      .filter((closing) => closing.quarter > quarter && own.has(closing.id))
      .flatMap((closing) =>
        loadClosedLines(db, closing, person.numbers).flatMap((line) =>
          itemsOf(line, closing.quarter, closing.state),
        ),
      )
      .filter(({ origin }) => origin === quarter),
    findings: [
      ...drafts.findings,
      ...missing.map(({ district }) =>
        finding('closing.person-missing', 'info', personSubject(person), { quarter, district }),
      ),
    ],
  };
}

/** Months that no closing has frozen for the person, as they would be paid now. */
function draftLines(
  workspace: Workspace,
  quarter: Quarter,
  { id }: MeantPerson,
  frozen: readonly ExplainedLine[],
): { lines: ExplainedLine[]; findings: readonly Finding[] } {
  const [person] = loadPeople(workspace.db, { person: id });
  const computed = person && computeUnlessFrozen(workspace, quarter, person, frozen.length > 0);
  if (!computed) return { lines: [], findings: [] };
  const { result, units } = computed;
  const here = new Set(frozen.map(({ district }) => district));
  const lines = closingLines(
    linesByDistrict(result, units).filter(({ district }) => !here.has(district)),
    {
      ...{ corrections: new Map(), open: new Map(), balances: new Map() },
      // told apart from the months
      ...{ rewards: new Map(), openRewards: new Map(), settledRewards: new Map() },
      settled: loadSettled(workspace.db, monthsOf(quarter), new Set([id])),
      order: areaOrder(units),
      lineOf: () => {
        throw new Error('nobody without a line is asked for');
      },
    },
  ).map((line) => ({ ...line, frozen: null }));
  if (lines.length + frozen.length === 0) {
    return { lines, findings: [...result.findings, noPost(person, quarter)] };
  }
  return { lines, findings: lines.length > 0 ? result.findings : [] };
}

/** What was frozen is told even where no policy allows anything to be computed. */
function computeUnlessFrozen(
  workspace: Workspace,
  quarter: Quarter,
  person: Person,
  isFrozen: boolean,
): ComputedQuarter | null {
  try {
    return computeSubsidies(workspace, quarter, [person]);
  } catch (error) {
    if (isFrozen && error instanceof UserError && error.problem.startsWith('policy.')) return null;
    throw error;
  }
}

const noPost = (person: Person, quarter: Quarter): Finding =>
  finding('subsidy.no-post-in-quarter', 'info', personSubject(person), {
    quarter,
    posts: person.posts.map(({ from, until }) => ({ from, until })),
  });
