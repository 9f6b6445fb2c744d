import type { Command } from 'commander';
import { UserError } from '../../domain/user-error.js';
import { sheetChoices, withChosenSheet } from '../../tasks/ask-sheets.js';
import type { Cli } from '../cli.js';
import { chooseOne } from '../prompts.js';

type Reading = Parameters<typeof sheetChoices>[1] & { files: readonly string[] };

/**
 * Runs the work; where several sheets of a workbook fit and somebody can be asked, again with the one chosen.
 * For a single file the answer is as good as `--sheet`, so that a profile keeps it.
 */
export async function askingForSheets<Result>(
  cli: Cli,
  command: Command,
  reading: Reading,
  work: (reading: Reading) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(reading);
  } catch (error) {
    if (!isAboutSheets(error) || !cli.options(command).mayAsk) throw error;
    const { file, sheets } = error.details;
    const words = cli.text.imports.sheets;
    const choices = cli.withWorkspace(command, (workspace) => sheetChoices(workspace, reading, file, sheets));
    const listed = choices.map(({ name, rows }) => ({ name: words.choice(name, rows), value: name }));
    const sheet = await chooseOne(words.which(file), listed);
    const settled =
      reading.files.length === 1
        ? { ...reading, sheet }
        : { ...reading, opened: withChosenSheet(reading.opened, file, sheet) };
    return askingForSheets(cli, command, settled, work);
  }
}

const isAboutSheets = (error: unknown): error is UserError<'workbook.several-sheets'> =>
  error instanceof UserError && error.problem === 'workbook.several-sheets';
