import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { certificateReport } from '../../reports/certificate-report.js';
import type { AskedArea } from '../../tasks/area.js';
import { certificateSummary } from '../../tasks/summarize-certificates.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { districtOption, knownAtOption, onOption, townshipOption } from '../options.js';

/** `certificate summary`. 二, 三(二)1 */
export function registerCertificate(program: Command, cli: Cli): void {
  const { text } = cli;
  const group = program.command('certificate').description(text.shell.groups.certificate);
  const summary = group
    .command('summary')
    .description(text.certificate.description)
    .addOption(onOption(text))
    .addOption(knownAtOption(text))
    .addOption(districtOption(text))
    .addOption(townshipOption(text))
    .action(({ on, ...area }: { on?: Day } & AskedArea, command: Command) => {
      const day = on ?? cli.surroundings().today;
      const answer = cli.withWorkspace(command, (workspace) => certificateSummary(workspace, day, area));
      cli.answer(command, certificateReport(text, day, answer));
    });
  const { examples } = text.certificate;
  addExamples(summary, text, [
    ['shegong certificate summary', examples.summary],
    ['shegong certificate summary --district 锦江区 --on 2025-12-31', examples.district],
    ['shegong certificate summary --format json', examples.json],
  ]);
}
