import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { UserError } from '../../domain/user-error.js';
import { postMovesReport } from '../../reports/post-moves-report.js';
import { postPlanReport } from '../../reports/post-plan-report.js';
import { quotaReport } from '../../reports/quota-report.js';
import { unitHistoryReport } from '../../reports/unit-history-report.js';
import type { AskedArea } from '../../tasks/area.js';
import { checkRegisterQuotas } from '../../tasks/check-quotas.js';
import { type AskedMove, planRegisterPosts, previewRegisterMoves } from '../../tasks/plan-posts.js';
import { registerUnitHistory } from '../../tasks/unit-history.js';
import { asksOfArea } from '../area-question.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { dayOf, districtOption, knownAtOption, onOption, townshipOption } from '../options.js';

/** `quota check`, `quota plan` and `quota show`. 三(四)1 */
export function registerQuota(program: Command, cli: Cli): void {
  const { text } = cli;
  const quota = program.command('quota').description(text.shell.groups.quota);

  const check = asksOfArea(
    quota.command('check').description(text.quota.checkDescription),
    cli,
    checkRegisterQuotas,
    quotaReport,
  );
  const { examples } = text.quota;
  addExamples(check, text, [
    ['shegong quota check', examples.check],
    ['shegong quota check --district 锦江区 --on 2026-07-01', examples.district],
    ['shegong quota check --format json > quota.json', examples.json],
  ]);
  registerPlan(quota, cli);
  registerShow(quota, cli);
}

/** `quota show UNIT`: the posts of one unit over time. */
function registerShow(quota: Command, cli: Cli): void {
  const { text } = cli;
  const { unitHistory: words } = text;
  const show = quota
    .command('show')
    .description(words.description)
    .argument(`<${words.unitArgument}>`, words.aboutUnit)
    .option(`--on <${text.shell.placeholders.day}>`, words.on, dayOf('--on'))
    .addOption(knownAtOption(text))
    .addOption(districtOption(text))
    .addOption(townshipOption(text))
    .action((unit: string, { on, ...area }: { on?: Day } & AskedArea, command: Command) => {
      const found = cli.withWorkspace(command, (workspace) =>
        registerUnitHistory(workspace, unit, { on: on ?? null, ...area }),
      );
      cli.answer(command, unitHistoryReport(text, on ?? null, found));
    });
  addExamples(show, text, [
    ['shegong quota show 水井坊社区', words.examples.name],
    ['shegong quota show 510104017001 --on 2026-06-30', words.examples.day],
  ]);
}

interface PlanOptions extends AskedArea {
  on?: Day;
  move: AskedMove[];
}

/** `quota plan`: what would mend it, and what a move would do. Writes nothing. */
function registerPlan(quota: Command, cli: Cli): void {
  const { text } = cli;
  const { postPlan: words } = text;
  const plan = quota
    .command('plan')
    .description(words.description)
    .option(`--move <${words.movePlaceholder}>`, words.move, movesOf, [])
    .addOption(onOption(text))
    .addOption(knownAtOption(text))
    .addOption(districtOption(text))
    .addOption(townshipOption(text))
    .action(({ on, move, ...area }: PlanOptions, command: Command) => {
      const day = on ?? cli.surroundings().today;
      const { reveal } = cli.options(command);
      if (move.length === 0) {
        const found = cli.withWorkspace(command, (workspace) => planRegisterPosts(workspace, day, area));
        cli.answer(command, postPlanReport(text, day, found, reveal));
      } else {
        const found = cli.withWorkspace(command, (workspace) =>
          previewRegisterMoves(workspace, move, day, area),
        );
        cli.answer(command, postMovesReport(text, day, found, reveal));
      }
    });
  const { examples } = words;
  addExamples(plan, text, [
    ['shegong quota plan --district 锦江区 -o 增设方案.csv', examples.plan],
    ['shegong quota plan --move 王小芳=水井坊社区:社会工作专业岗位', examples.move],
    ['shegong quota plan --move 王小芳=510104017001 --on 2026-12-01', examples.day],
  ]);
}

/** Reads `--move WHO=UNIT:TITLE`. Throws UserError `usage.bad-move`. */
function movesOf(value: string, moves: readonly AskedMove[]): AskedMove[] {
  const parts = /^([^=＝]+)[=＝]([^:：=＝]+)(?:[:：]([^:：=＝]+))?$/.exec(value);
  const [who, unit, title] = [parts?.[1], parts?.[2], parts?.[3]].map((part) => part?.trim());
  if (!who || !unit || title === '') throw new UserError('usage.bad-move', { value });
  return [...moves, { who, unit, title: title ?? null }];
}
