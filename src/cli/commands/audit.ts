import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { auditListReport, auditVerifyReport } from '../../reports/audit-report.js';
import { listAudit, recordReveal } from '../../tasks/list-audit.js';
import { verifyAudit } from '../../tasks/verify-audit.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { dayOf } from '../options.js';
import { pathOf } from '../program.js';

/** `audit list` and `audit verify`; neither needs the policies. */
export function registerAudit(program: Command, cli: Cli): void {
  const audit = program.command('audit').description(cli.text.shell.groups.audit);
  registerList(audit, cli);
  registerVerify(audit, cli);
}

interface ListOptions {
  since?: Day;
  until?: Day;
  command?: string;
  user?: string;
  by?: string;
}

function registerList(audit: Command, cli: Cli): void {
  const { text } = cli;
  const { descriptions, placeholders, options, examples } = text.audit;
  const { day } = text.shell.placeholders;
  const list = audit
    .command('list')
    .description(descriptions.list)
    .option(`--since <${day}>`, options.since, dayOf('--since'))
    .option(`--until <${day}>`, options.until, dayOf('--until'))
    .option(`--command <${placeholders.command}>`, options.command)
    .option(`--user <${placeholders.user}>`, options.user)
    .option(`--by <${placeholders.person}>`, options.by)
    .action(({ since, until, command: asked, user, by }: ListOptions, command: Command) => {
      const { db, reveal } = cli.options(command);
      if (reveal) recordReveal(cli.surroundings(), db, pathOf(command));
      const entries = listAudit(db, {
        since: since ?? null,
        until: until ?? null,
        command: asked ?? null,
        user: user ?? null,
        by: by ?? null,
      });
      cli.answer(command, auditListReport(text, entries, reveal));
    });
  addExamples(list, text, [
    ['shegong audit list', examples.list],
    ['shegong audit list --since 2026-07-01 --command "import undo"', examples.listSome],
  ]);
}

function registerVerify(audit: Command, cli: Cli): void {
  const { text } = cli;
  const { descriptions, placeholders, options, examples } = text.audit;
  const verify = audit
    .command('verify')
    .description(descriptions.verify)
    .option(`--expect <${placeholders.hash}>`, options.expect)
    .action(({ expect }: { expect?: string }, command: Command) => {
      const verified = verifyAudit(cli.options(command).db, expect ?? null);
      cli.answer(command, auditVerifyReport(text, verified));
    });
  addExamples(verify, text, [
    ['shegong audit verify', examples.verify],
    ['shegong audit verify --expect 3f0a9c1be2d47586', examples.verifyExpect],
  ]);
}
