import type { Command } from 'commander';
import type { IdentityDone } from '../../domain/identity-done.js';
import { identityReport } from '../../reports/identity-report.js';
import { correctIdNumber, type IdentityRequest, mergePeople, partPeople } from '../../tasks/identity.js';
import type { Workspace } from '../../tasks/workspace.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';

/** `worker correct-id`, `worker merge` and `worker part`: people who are one, and people who are two. */
export function registerIdentity(worker: Command, cli: Cli): void {
  const { descriptions, placeholders, arguments: about, examples } = cli.text.identity;
  const correct = worker
    .command('correct-id')
    .description(descriptions.correctId)
    .argument(`<${placeholders.old}>`, about.old)
    .argument(`<${placeholders.new}>`, about.new);
  act(correct, cli, correctIdNumber);
  addExamples(correct, cli.text, [
    ['shegong worker correct-id 510104199003071245 510104199003071288 --reason 户籍更正', examples.correctId],
  ]);

  const merge = worker
    .command('merge')
    .description(descriptions.merge)
    .argument(`<${placeholders.kept}>`, about.kept)
    .argument(`<${placeholders.other}>`, about.other);
  act(merge, cli, mergePeople);
  addExamples(merge, cli.text, [
    [
      'shegong worker merge 510104199003071245 510104198503071256 --reason 同一人 --by 李主任',
      examples.merge,
    ],
  ]);

  const part = worker
    .command('part')
    .description(descriptions.part)
    .argument(`<${placeholders.kept}>`, about.one)
    .argument(`<${placeholders.other}>`, about.two);
  act(part, cli, partPeople);
  addExamples(part, cli.text, [
    ['shegong worker part 510104199003071245 510104198503071256 --reason 误合并', examples.part],
  ]);
}

type Work = (workspace: Workspace, request: IdentityRequest) => IdentityDone;

function act(command: Command, cli: Cli, work: Work): void {
  const { options, placeholders } = cli.text.identity;
  command
    .requiredOption(`--reason <${options.reasonPlaceholder}>`, options.reason)
    .option(`--by <${placeholders.person}>`, options.by)
    .action((one: string, two: string, { reason, by }: { reason: string; by?: string }) => {
      const done = cli.withWorkspace(command, (workspace) =>
        work(workspace, { one, two, reason, by: by ?? null }),
      );
      const { format, output, quiet } = cli.options(command);
      const report = identityReport(cli.text, done);
      if (format === 'json' || format === 'ndjson' || output !== null) cli.answer(command, report);
      else {
        cli.tellFindings(command, done.findings);
        if (!quiet) for (const line of report.summary) cli.shell.tell(line);
      }
    });
}
