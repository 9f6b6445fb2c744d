import type { Command } from 'commander';
import { certificateReport } from '../../reports/certificate-report.js';
import { certificateSummary } from '../../tasks/summarize-certificates.js';
import { asksOfArea } from '../area-question.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';

/** `certificate summary`. 二, 三(二)1 */
export function registerCertificate(program: Command, cli: Cli): void {
  const { text } = cli;
  const group = program.command('certificate').description(text.shell.groups.certificate);
  const summary = asksOfArea(
    group.command('summary').description(text.certificate.description),
    cli,
    certificateSummary,
    certificateReport,
  );
  const { examples } = text.certificate;
  addExamples(summary, text, [
    ['shegong certificate summary', examples.summary],
    ['shegong certificate summary --district 锦江区 --on 2025-12-31', examples.district],
    ['shegong certificate summary --format json', examples.json],
  ]);
}
