import type { Command } from 'commander';
import { type Day, parseDay } from '../../domain/day.js';
import type { Quarter } from '../../domain/quarter.js';
import { UserError } from '../../domain/user-error.js';
import { closingReport, movedReport } from '../../reports/closing-report.js';
import { closeQuarter, type MoveAsked } from '../../tasks/close-quarter.js';
import { approveQuarter, reopenQuarter } from '../../tasks/move-quarter.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { districtOption, quarterOf } from '../options.js';

/** Reads words that must not be empty: who does it, why. Throws UserError `usage.missing-value`. */
export const wordsOf =
  (option: string) =>
  (value: string): string => {
    const words = value.normalize('NFKC').trim();
    if (words === '') throw new UserError('usage.missing-value', { option });
    return words;
  };

/** Reads `2026-10-12..2026-10-16`. Throws UserError `usage.bad-dates`. */
function datesOf(value: string): { from: Day; until: Day } {
  const [first, last, more] = value.split(/\.\.|~|至/).map((part) => parseDay(part.trim()));
  if (!first || !last || more !== undefined || last < first) {
    throw new UserError('usage.bad-dates', { option: '--notice', value });
  }
  return { from: first, until: last };
}

/** `subsidy close`, `approve` and `reopen`: the moves of a quarter that people make. */
export function registerMoves(subsidy: Command, cli: Cli): void {
  registerClose(subsidy, cli);
  registerApprove(subsidy, cli);
  registerReopen(subsidy, cli);
}

function moveCommand(subsidy: Command, { text }: Cli, name: 'close' | 'approve' | 'reopen'): Command {
  const { help } = text.closings;
  const { quarter, about } = text.subsidy.help;
  return subsidy
    .command(name)
    .description(help[name])
    .argument(`<${quarter}>`, about.quarter, quarterOf)
    .requiredOption(`--by <${help.name}>`, help.by, wordsOf('--by'))
    .addOption(districtOption(text))
    .option(`--document <${help.text}>`, help.document);
}

function registerClose(subsidy: Command, cli: Cli): void {
  const { help } = cli.text.closings;
  const close = moveCommand(subsidy, cli, 'close')
    .option('--dry-run', help.dryRun, false)
    .action((quarter: Quarter, asked: MoveAsked & { dryRun: boolean }, command: Command) => {
      const closed = cli.withWorkspace(command, (workspace) => closeQuarter(workspace, quarter, asked));
      cli.answer(command, closingReport(cli.text, closed));
    });
  addExamples(close, cli.text, [
    ['shegong subsidy close 2026Q3 --by 王敏', help.examples.close],
    [
      'shegong subsidy close 2026Q3 --by 王敏 --district 锦江区 --document 锦民发〔2026〕8号',
      help.examples.closeDistrict,
    ],
  ]);
}

function registerApprove(subsidy: Command, cli: Cli): void {
  const { help } = cli.text.closings;
  type Asked = MoveAsked & { notice?: { from: Day; until: Day } };
  const approve = moveCommand(subsidy, cli, 'approve')
    .option(`--notice <${help.period}>`, help.notice, datesOf)
    .action((quarter: Quarter, { notice = undefined, ...asked }: Asked, command: Command) => {
      const moved = cli.withWorkspace(command, (workspace) =>
        approveQuarter(workspace, quarter, { ...asked, notice: notice ?? null }),
      );
      cli.answer(command, movedReport(cli.text, moved, 'approve', asked.by));
    });
  addExamples(approve, cli.text, [
    ['shegong subsidy approve 2026Q3 --by 李强 --notice 2026-10-12..2026-10-16', help.examples.approve],
  ]);
}

function registerReopen(subsidy: Command, cli: Cli): void {
  const { help } = cli.text.closings;
  const reopen = moveCommand(subsidy, cli, 'reopen')
    .requiredOption(`--reason <${help.text}>`, help.reason, wordsOf('--reason'))
    .action((quarter: Quarter, asked: MoveAsked & { reason: string }, command: Command) => {
      const moved = cli.withWorkspace(command, (workspace) => reopenQuarter(workspace, quarter, asked));
      cli.answer(command, movedReport(cli.text, moved, 'reopen', asked.by));
    });
  addExamples(reopen, cli.text, [
    [
      'shegong subsidy reopen 2026Q3 --by 王敏 --district 锦江区 --reason 公示期间有异议',
      help.examples.reopen,
    ],
  ]);
}
