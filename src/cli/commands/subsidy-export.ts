import type { Command } from 'commander';
import type { Quarter } from '../../domain/quarter.js';
import { UserError } from '../../domain/user-error.js';
import {
  BANK_ENCODINGS,
  type BankColumn,
  type BankEncoding,
  readBankColumns,
  requirePayable,
  USUAL_BANK_LAYOUT,
} from '../../reports/bank-layout.js';
import { exportReport } from '../../reports/subsidy-export.js';
import type { Cli } from '../cli.js';
import { type ExportAsked, exportQuarter } from '../export-quarter.js';
import { exportRetry } from '../export-retry.js';
import { SHEET_CHOICES, type SheetChoice } from '../export-sheets.js';
import { addExamples } from '../help.js';
import { choiceOf, districtOption, quarterOf, type RawGlobalOptions } from '../options.js';
import { wordsOf } from './subsidy-close.js';

/** What commander makes of the options. */
interface Asked extends Omit<ExportAsked, 'format' | 'bank'> {
  columns?: readonly BankColumn[];
  encoding: BankEncoding;
  heading: boolean;
  /** true: the next one; a number: that one again. */
  retryFailed?: true | number;
}

/** `subsidy export`: the papers of a quarter, drafts or frozen. */
export function registerExport(subsidy: Command, cli: Cli): void {
  const { text } = cli;
  const { help } = text.subsidy;
  const exporting = subsidy
    .command('export')
    .description(help.descriptions.export)
    .argument(`<${help.quarter}>`, help.about.quarter, quarterOf)
    .requiredOption(`--to <${help.folder}>`, help.options.to)
    .option(`--what <${help.sheets}>`, help.options.what, sheetsOf)
    .option('--together', help.options.together, false)
    .option('--with-id', help.options.withId, false)
    .option('--force', help.options.force, false)
    .option(`--by <${text.closings.help.name}>`, help.options.by, wordsOf('--by'))
    .addOption(districtOption(text))
    .option(`--columns <${text.bank.columns}>`, text.bank.options.columns, columnsOf)
    .option(
      `--encoding <${text.bank.encoding}>`,
      text.bank.options.encoding,
      encodingOf,
      USUAL_BANK_LAYOUT.encoding,
    )
    .option('--no-heading', text.bank.options.noHeading)
    .option(`--retry-failed [${text.bank.number}]`, text.bank.options.retryFailed, retryOf)
    .action((quarter: Quarter, asked: Asked, command: Command) => runExport(cli, command, quarter, asked));
  addExamples(exporting, text, [
    ['shegong subsidy export 2026Q3 --to 2026年第三季度', help.examples.export],
    ['shegong subsidy export 2026Q3 --to 公示 --what public --with-id', help.examples.exportPublic],
    [
      'shegong subsidy export 2026Q3 --to 锦江 --district 锦江区 --what payroll,summary --format xlsx',
      help.examples.exportPayroll,
    ],
    [
      'shegong subsidy export 2026Q3 --to 银行 --what bank --columns 账号,户名,金额,备注=三季度补贴',
      text.bank.examples.bank,
    ],
    ['shegong subsidy export 2026Q3 --to 银行 --what bank --retry-failed', text.bank.examples.retry],
  ]);
}

/** Reads `--what payroll,public`. Throws UserError `usage.bad-choice`. */
function sheetsOf(value: string): SheetChoice[] {
  const asked = value
    .split(/[,，、]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const unknown = asked.find((word) => !(SHEET_CHOICES as readonly string[]).includes(word));
  if (unknown !== undefined || asked.length === 0) {
    throw new UserError('usage.bad-choice', {
      option: '--what',
      value: unknown ?? value,
      choices: SHEET_CHOICES,
    });
  }
  return SHEET_CHOICES.filter((sheet) => asked.includes(sheet));
}

/** Reads `--columns`. Throws UserError `bank.unknown-column` and `bank.columns-missing`. */
const columnsOf = (value: string): readonly BankColumn[] => requirePayable(readBankColumns(value));

/** Reads `--encoding`. Throws UserError `usage.bad-choice`. */
const encodingOf = (value: string): BankEncoding =>
  choiceOf('--encoding', BANK_ENCODINGS)(value.trim().toLowerCase().replace('utf8', 'utf-8'));

/** Reads the number of a repeated sending, `2` or `补2`. Throws UserError `usage.bad-choice`. */
function retryOf(value: string): number {
  const number = /^补?(?<number>[1-9]\d{0,5})$/.exec(value.trim())?.groups?.number;
  if (number === undefined) {
    throw new UserError('usage.bad-choice', { option: '--retry-failed', value, choices: ['1', '2', '3'] });
  }
  return Number(number);
}

async function runExport(cli: Cli, command: Command, quarter: Quarter, options: Asked): Promise<void> {
  const { columns = USUAL_BANK_LAYOUT.columns, encoding, heading, retryFailed, ...rest } = options;
  const { format } = command.optsWithGlobals<RawGlobalOptions>();
  const asked = {
    ...{ ...rest, to: cli.shell.path(options.to), bank: { columns, encoding, heading } },
    format: format === 'xlsx' ? ('xlsx' as const) : ('csv' as const),
  };
  const isBankAlone = (asked.what ?? ['bank']).every((sheet) => sheet === 'bank');
  if (retryFailed !== undefined && !isBankAlone) throw new UserError('bank.retry-alone', {});
  const exported = await cli.withWorkspace(command, (workspace) =>
    retryFailed === undefined
      ? exportQuarter(workspace, quarter, asked)
      : exportRetry(workspace, quarter, { ...asked, number: retryFailed === true ? null : retryFailed }),
  );
  cli.answer(command, exportReport(cli.text.subsidy, { ...exported, folder: options.to }));
}
