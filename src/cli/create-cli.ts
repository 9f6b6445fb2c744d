import type { Command } from 'commander';
import type { Finding } from '../domain/finding.js';
import { hasError } from '../domain/finding.js';
import type { Messages } from '../messages/messages.js';
import type { Report } from '../reports/column.js';
import { allFindings, findingCounts, groupedFindings } from '../reports/finding-report.js';
import type { Reader, Render } from '../reports/format.js';
import { printable } from '../reports/printable.js';
import type { PolicyWorkspace, Surroundings } from '../tasks/policy-workspace.js';
import type { Workspace } from '../tasks/workspace.js';
import type { Cli, GlobalOptions } from './cli.js';
import { EXIT } from './exit.js';
import { PRIVATE, requireWritable, writeWhole } from './output-file.js';
import { pathOf } from './program.js';
import type { Shell } from './shell.js';

/** What is read, opened or loaded just before a command acts, so that help and mistakes cost nothing. */
interface Prepared {
  options: GlobalOptions;
  surroundings: Surroundings;
  render: Render;
  policyTasks: typeof import('../tasks/policy-workspace.js');
  /** null: a command that needs no database. */
  workspaceTasks: typeof import('../tasks/workspace.js') | null;
}

/** The `Cli` of one run, and how main prepares and finishes it. */
export interface RunningCli extends Cli {
  prepare(prepared: Prepared): void;
  /** Waits for the file being written, then tells what every command has to say and this one had no occasion for. */
  finish(): Promise<void>;
  /** Tells findings that belong to a problem, before `prepare` too. */
  tell(findings: readonly Finding[], quiet: boolean): void;
}

/** Builds what commands work with. */
export function createCli(shell: Shell, text: Messages): RunningCli {
  let prepared: Prepared | undefined;
  let standing: readonly Finding[] = [];
  let writing: Promise<void> = Promise.resolve();
  let documentTitle = (document: string): string => document;

  const now = (): Prepared => {
    if (!prepared) throw new Error('only inside the action of a command');
    return prepared;
  };
  const takeStanding = (): readonly Finding[] => {
    const taken = standing;
    standing = [];
    return taken;
  };
  const standFor = (workspace: PolicyWorkspace) => {
    standing = now().policyTasks.standingFindings(workspace);
    documentTitle = (document) => workspace.policies.documents.get(document)?.title ?? document;
  };

  function tell(findings: readonly Finding[], quiet: boolean): void {
    const told = quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
    const lines = shell.stderrIsTerminal ? groupedFindings : allFindings;
    const teller = { text, paint: shell.paint.stderr, documentTitle };
    if (told.length > 0) shell.tell(lines(teller, told).join('\n'));
    if (hasError(findings)) shell.exitWith(EXIT.foundErrors);
  }

  function write<Row>(report: Report<Row>): void {
    const { options, render } = now();
    const forFile = options.output !== null;
    const reader: Reader = {
      text,
      reveal: options.reveal,
      forFile,
      width: forFile ? undefined : shell.columns,
      paint: shell.paint.stdout,
    };
    const chunks = render(report, reader);
    if (chunks instanceof Promise) {
      writing = Promise.all([writing, chunks]).then(([, bytes]) => save(report, [bytes]));
      // finish() tells what went wrong; a command that fails first never gets there
      writing.catch(() => {});
      return;
    }
    if (options.output === null) {
      for (const chunk of chunks) shell.print(chunk);
      return;
    }
    save(report, chunks);
  }

  function save<Row>({ columns }: Report<Row>, chunks: Iterable<string | Uint8Array>): void {
    saveAs(
      chunks,
      columns.some(({ kind, personal }) => kind === 'digits' || personal),
    );
  }

  function saveAs(chunks: Iterable<string | Uint8Array>, ofPeople = false): void {
    const { output, quiet } = now().options;
    // weighOptions lets no format that needs a file come without one
    if (output === null) throw new Error('no file to write to');
    writeWhole(output, chunks, ofPeople ? PRIVATE : null);
    if (!quiet) shell.tell(text.shell.written(output));
  }

  const withStanding = (said: readonly Finding[]): Finding[] => [
    ...said,
    ...takeStanding().filter((each) => !said.includes(each)),
  ];

  /** What is said after the answer. */
  function conclude(summary: readonly string[], findings: readonly Finding[]): void {
    const { quiet } = now().options;
    tell(findings, quiet);
    if (quiet) return;
    for (const line of summary) shell.tell(printable(line));
    const counts = findingCounts(text, findings);
    if (counts !== null) shell.tell(counts);
  }

  return {
    shell,
    text,
    prepare(what) {
      if (what.options.output !== null) requireWritable(what.options.output);
      prepared = what;
    },
    options: (_command: Command) => now().options,
    surroundings: () => now().surroundings,
    withPolicies(_command, work, how) {
      const { surroundings, options, policyTasks } = now();
      const workspace = policyTasks.openPolicies(surroundings, options.policies, how?.evenUnsound);
      standFor(workspace);
      return work(workspace);
    },
    withWorkspace<Result>(command: Command, work: (workspace: Workspace) => Result): Result {
      const { surroundings, options, workspaceTasks } = now();
      if (!workspaceTasks) throw new Error(`${pathOf(command)} was declared to need no database`);
      const revealFor = options.reveal ? pathOf(command) : null;
      const { knownAt } = command.opts<{ knownAt?: Date }>();
      const workspace = workspaceTasks.openWorkspace(
        surroundings,
        options.policies,
        options.db,
        revealFor,
        knownAt,
      );
      standFor(workspace);
      let promised = false;
      try {
        const result = workspaceTasks.workOn(workspace, work);
        if (result instanceof Promise) {
          promised = true;
          return result.finally(() => workspace.close()) as Result;
        }
        return result;
      } finally {
        if (!promised) workspace.close();
      }
    },
    answer(_command, report) {
      const findings = withStanding(report.findings);
      write({ ...report, findings });
      conclude(report.summary, findings);
    },
    answerPage(_command, report, page, { personal }) {
      if (now().options.output === null) shell.print(page);
      else saveAs([page], personal);
      conclude(report.summary, withStanding(report.findings));
    },
    tellFindings(_command, findings) {
      tell(findings, now().options.quiet);
    },
    tell,
    async finish() {
      await writing;
      const rest = takeStanding();
      if (rest.length > 0) tell(rest, now().options.quiet);
    },
  };
}
