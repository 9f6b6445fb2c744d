import type { Command } from 'commander';
import { type Fen, parseYuan } from '../../domain/money.js';
import type { Quarter } from '../../domain/quarter.js';
import { UserError } from '../../domain/user-error.js';
import { correctionsReport } from '../../reports/corrections-report.js';
import { quarterChangesReport } from '../../reports/quarter-changes-report.js';
import { statusReport } from '../../reports/quarter-status-report.js';
import { recoverReport } from '../../reports/recover-report.js';
import { listCorrections } from '../../tasks/list-corrections.js';
import { compareToQuarter } from '../../tasks/quarter-changes.js';
import { quarterStatus } from '../../tasks/quarter-status.js';
import { type ReturnedMoney, recoverMoney } from '../../tasks/recover-money.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { onePerson } from '../one-person.js';
import { districtOption, quarterOf } from '../options.js';
import { wordsOf } from './subsidy-close.js';

/** `subsidy status`, `corrections` and `recover`: where quarters stand, what they amend, and who returned what. */
export function registerStatus(subsidy: Command, cli: Cli): void {
  registerStatusItself(subsidy, cli);
  registerCorrections(subsidy, cli);
  registerRecover(subsidy, cli);
}

interface StatusOptions {
  district?: string;
  since?: Quarter;
  draft: boolean;
}

function registerStatusItself(subsidy: Command, cli: Cli): void {
  const { text } = cli;
  const { help } = text.quarters;
  const status = subsidy
    .command('status')
    .description(text.closings.help.status)
    .argument(`[${help.quarter}]`, help.statusQuarter, quarterOf)
    .addOption(districtOption(text))
    .option(`--since <${help.quarter}>`, text.closings.help.since, quarterOf)
    .option('--no-draft', help.draft)
    .action((quarter: Quarter | undefined, asked: StatusOptions, command: Command) => {
      const { since } = asked;
      if (since !== undefined) {
        if (quarter === undefined) throw new UserError('status.since-what', {});
        const compared = cli.withWorkspace(command, (workspace) =>
          compareToQuarter(workspace, quarter, since, asked),
        );
        cli.answer(command, quarterChangesReport(text, compared));
        return;
      }
      const found = cli.withWorkspace(command, (workspace) =>
        quarterStatus(workspace, quarter ?? null, asked),
      );
      cli.answer(command, statusReport(text, found, { withDrafts: asked.draft }));
    });
  addExamples(status, text, [
    ['shegong subsidy status', help.examples.statusAll],
    ['shegong subsidy status 2026Q3', text.closings.help.examples.status],
    ['shegong subsidy status 2026Q3 --since 2026Q2', text.closings.help.examples.since],
  ]);
}

function registerCorrections(subsidy: Command, cli: Cli): void {
  const { text } = cli;
  const corrections = subsidy
    .command('corrections')
    .description(text.closings.help.corrections)
    .argument(`<${text.subsidy.help.quarter}>`, text.subsidy.help.about.quarter, quarterOf)
    .addOption(districtOption(text))
    .action((quarter: Quarter, asked: { district?: string }, command: Command) => {
      const { format, reveal } = cli.options(command);
      const found = cli.withWorkspace(command, (workspace) => listCorrections(workspace, quarter, asked));
      const withLists = format !== 'json' && format !== 'ndjson';
      cli.answer(command, correctionsReport(text, found, { withLists, reveal }));
    });
  addExamples(corrections, text, [
    ['shegong subsidy corrections 2026Q4', text.closings.help.examples.corrections],
    [
      'shegong subsidy corrections 2026Q4 --district 锦江区 -o 补发扣回.csv',
      text.quarters.help.examples.correctionsDistrict,
    ],
  ]);
}

/** Reads an amount in yuan. Throws UserError `recovery.bad-amount`. */
function amountOf(value: string): Fen {
  const fen = parseYuan(
    value
      .normalize('NFKC')
      .trim()
      .replace(/[,元¥]/g, ''),
  );
  if (fen === undefined || fen <= 0) throw new UserError('recovery.bad-amount', { value });
  return fen;
}

function registerRecover(subsidy: Command, cli: Cli): void {
  const { text } = cli;
  const { help } = text.quarters;
  const words = text.closings.help;
  type Asked = Pick<ReturnedMoney, 'district' | 'by' | 'reason'> & { amount: Fen };
  const recover = subsidy
    .command('recover')
    .description(help.recover)
    .argument(`<${help.who}>`, help.aboutWho)
    .requiredOption(`--district <${text.shell.placeholders.district}>`, help.district)
    .requiredOption(`--amount <${help.yuan}>`, help.amount, amountOf)
    .requiredOption(`--by <${words.name}>`, words.by, wordsOf('--by'))
    .requiredOption(`--reason <${words.text}>`, help.reason, wordsOf('--reason'))
    .action(async (who: string, { amount, ...asked }: Asked, command: Command) => {
      const recovered = await onePerson(cli, command, who, (meant) =>
        cli.withWorkspace(command, (workspace) =>
          recoverMoney(workspace, meant, { ...asked, amountFen: amount }),
        ),
      );
      cli.answer(command, recoverReport(text, recovered));
    });
  addExamples(recover, text, [
    [
      'shegong subsidy recover 510104199003071245 --district 锦江区 --amount 400 --by 王敏 --reason 本人退回现金',
      help.examples.recover,
    ],
  ]);
}
