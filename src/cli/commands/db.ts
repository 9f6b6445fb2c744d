import type { Command } from 'commander';
import type { Report } from '../../reports/column.js';
import {
  backupReport,
  databaseCheckReport,
  databaseInfoReport,
  restoreReport,
} from '../../reports/database-report.js';
import { backupDatabase } from '../../tasks/backup-database.js';
import { checkDatabase, lookAtDatabase } from '../../tasks/check-database.js';
import { restoreDatabase } from '../../tasks/restore-database.js';
import type { Cli } from '../cli.js';
import { databaseFiles } from '../global-options.js';
import { addExamples } from '../help.js';
import { requireAnother } from '../output-file.js';

/** `db info`, `check`, `backup` and `restore`: care for the file itself; none needs the policies. */
export function registerDatabase(program: Command, cli: Cli): void {
  const db = program.command('db').description(cli.text.shell.groups.db);
  registerLooks(db, cli);
  registerBackup(db, cli);
  registerRestore(db, cli);
}

function registerLooks(group: Command, cli: Cli): void {
  const { text } = cli;
  const { descriptions, examples } = text.database;
  const info = group
    .command('info')
    .description(descriptions.info)
    .action((_options: object, command: Command) => {
      cli.answer(command, databaseInfoReport(text, lookAtDatabase(cli.options(command).db)));
    });
  addExamples(info, text, [['shegong db info', examples.info]]);

  const check = group
    .command('check')
    .description(descriptions.check)
    .action((_options: object, command: Command) => {
      cli.answer(command, databaseCheckReport(text, checkDatabase(cli.options(command).db)));
    });
  addExamples(check, text, [['shegong db check --quiet', examples.check]]);
}

function registerBackup(group: Command, cli: Cli): void {
  const { shell, text } = cli;
  const { descriptions, arguments: about, options, examples, progress } = text.database;
  const backup = group
    .command('backup')
    .description(descriptions.backup)
    .argument(`<${about.file}>`, about.to)
    .option('--force', options.force, false)
    .action(async (file: string, { force }: { force: boolean }, command: Command) => {
      const { db, quiet } = cli.options(command);
      const to = shell.path(file);
      requireAnother(about.file, to, databaseFiles(db));
      const tell =
        shell.stderrIsTerminal && !quiet ? inTenths((percent) => shell.tell(progress(percent))) : () => {};
      const done = await backupDatabase(cli.surroundings(), { dbFile: db, to, force, progress: tell });
      answerOrTell(cli, command, backupReport(text, done));
    });
  addExamples(backup, text, [['shegong db backup shegong-2026Q3.db', examples.backup]]);
}

function registerRestore(group: Command, cli: Cli): void {
  const { shell, text } = cli;
  const { descriptions, arguments: about, examples } = text.database;
  const restore = group
    .command('restore')
    .description(descriptions.restore)
    .argument(`<${about.file}>`, about.from)
    .action(async (file: string, _options: object, command: Command) => {
      const { db } = cli.options(command);
      const from = shell.path(file);
      requireAnother(about.file, from, databaseFiles(db));
      const done = await restoreDatabase(cli.surroundings(), { dbFile: db, from });
      answerOrTell(cli, command, restoreReport(text, done));
    });
  addExamples(restore, text, [['shegong db restore shegong-2026Q3.db', examples.restore]]);
}

/** Rows are for programs and files; people read the summary. */
function answerOrTell<Row>(cli: Cli, command: Command, report: Report<Row>): void {
  const { format, output, quiet } = cli.options(command);
  if (format === 'json' || format === 'ndjson' || output !== null) cli.answer(command, report);
  else {
    cli.tellFindings(command, report.findings);
    if (!quiet) for (const line of report.summary) cli.shell.tell(line);
  }
}

/** Tells how far the copying is each time another tenth is done, and nothing of what is done at once. */
function inTenths(tell: (percent: number) => void): (copied: number, pages: number) => void {
  let told = 0;
  return (copied, pages) => {
    const tenth = Math.floor((copied * 10) / Math.max(pages, 1));
    if (tenth <= told || tenth === 10) return;
    told = tenth;
    tell(tenth * 10);
  };
}
