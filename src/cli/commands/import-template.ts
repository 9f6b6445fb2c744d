import { createHash } from 'node:crypto';
import { type Command, Option } from 'commander';
import type { Quarter } from '../../domain/quarter.js';
import { UserError } from '../../domain/user-error.js';
import { writeTemplate } from '../../reports/template.js';
import { IMPORTABLE, type ImportableDataset } from '../../tasks/import-dataset.js';
import { collectionSheet, emptyTemplate, handOut } from '../../tasks/import-template.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { choiceOf, districtOption, quarterOf, townshipOption } from '../options.js';
import { PRIVATE, writeWhole } from '../output-file.js';

interface TemplateOptions {
  quarter?: Quarter;
  district?: string;
  township?: string;
}

/** `shegong import template DATASET -o FILE.xlsx`: an empty sheet, or a quarter's collection sheet of an area. */
export function registerTemplate(group: Command, cli: Cli): void {
  const { templates } = cli.text;
  const command = group
    .command('template')
    .description(templates.description)
    .argument(`<${templates.dataset}>`, IMPORTABLE.join(', '), choiceOf(templates.dataset, IMPORTABLE))
    .addOption(new Option(`--quarter <${templates.quarter}>`, templates.options.quarter).argParser(quarterOf))
    .addOption(districtOption(cli.text))
    .addOption(townshipOption(cli.text));
  addExamples(command, cli.text, [
    ['shegong import template roster -o 花名册.xlsx', templates.examples.empty],
    [
      'shegong import template roster --quarter 2026Q4 --district 锦江区 --township 锦官驿街道 -o 采集表.xlsx',
      templates.examples.quarter,
    ],
  ]);
  command.action((dataset: ImportableDataset, asked: TemplateOptions) =>
    runTemplate(cli, command, dataset, asked),
  );
}

async function runTemplate(
  cli: Cli,
  command: Command,
  dataset: ImportableDataset,
  asked: TemplateOptions,
): Promise<void> {
  const { quarter, ...area } = asked;
  const { output, format, quiet } = cli.options(command);
  if (output === null) throw new UserError('usage.missing-option', { option: '-o' });
  if (format !== 'xlsx')
    throw new UserError('usage.bad-choice', { option: '--format', value: format, choices: ['xlsx'] });
  const again = `shegong import ${dataset} ${fileName(output)}`;
  let rows = 0;
  if (quarter === undefined) {
    // An area alone would be taken for a filled sheet that it is not.
    if (area.district !== undefined || area.township !== undefined)
      throw new UserError('usage.missing-option', { option: '--quarter' });
    writeWhole(output, [await writeTemplate({ ...emptyTemplate(dataset), command: again }, cli.text)], null);
  } else {
    if (dataset !== 'roster')
      throw new UserError('usage.bad-choice', { option: '--quarter', value: dataset, choices: ['roster'] });
    await cli.withWorkspace(command, async (workspace) => {
      const sheet = collectionSheet(workspace, quarter, area);
      const bytes = await writeTemplate({ ...sheet, command: `${again} --as-of ${sheet.asOf}` }, cli.text);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      handOut(workspace, sheet, sha256, () => writeWhole(output, [bytes], PRIVATE));
      rows = sheet.rows.length;
    });
  }
  if (!quiet) cli.shell.tell(cli.text.templates.written(output, rows));
}

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) as string;
