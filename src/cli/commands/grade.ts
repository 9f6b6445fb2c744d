import type { Command } from 'commander';
import type { Day } from '../../domain/day.js';
import { STRUCTURE_AREAS, type StructureArea } from '../../domain/structure-areas.js';
import { gradeCheckReport, gradeMapReport } from '../../reports/grade-report.js';
import { postStructureReport } from '../../reports/post-structure-report.js';
import type { AskedArea } from '../../tasks/area.js';
import { checkRegisterGrades } from '../../tasks/check-grades.js';
import { mapGrades } from '../../tasks/map-grades.js';
import { registerPostStructure } from '../../tasks/post-structure.js';
import { asksOfArea } from '../area-question.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';
import { choiceOf, districtOption, knownAtOption, onOption, townshipOption } from '../options.js';

/** `grade map`, `grade check` and `grade structure`. 三(四)2 */
export function registerGrade(program: Command, cli: Cli): void {
  const { text } = cli;
  const { examples, mapTitles, mapDescription, checkDescription } = text.grade;
  const grade = program.command('grade').description(text.shell.groups.grade);

  const map = grade
    .command('map')
    .description(mapDescription)
    .argument(`[${text.grade.headings.title}...]`, mapTitles)
    .addOption(onOption(text))
    .action((titles: string[], { on }: { on?: Day }, command: Command) => {
      const answer = cli.withPolicies(command, (workspace) =>
        mapGrades(workspace, titles, on ?? workspace.today),
      );
      cli.answer(command, gradeMapReport(text, answer));
    });
  addExamples(map, text, [
    ['shegong grade map', examples.map],
    ['shegong grade map 助理社会工作师一级', examples.mapOne],
  ]);

  const check = asksOfArea(
    grade.command('check').description(checkDescription),
    cli,
    checkRegisterGrades,
    gradeCheckReport,
  );
  addExamples(check, text, [
    ['shegong grade check', examples.check],
    ['shegong grade check --district 锦江区 --on 2026-07-01 -o 职级核对.csv', examples.checkDistrict],
  ]);
  registerStructure(grade, cli);
}

/** `grade structure`: posts by area, tier and grade. */
function registerStructure(grade: Command, cli: Cli): void {
  const { text } = cli;
  const { postStructure: words } = text;
  const choices = STRUCTURE_AREAS.map((area) => words.choice(area, words.areas[area]));
  const structure = grade
    .command('structure')
    .description(words.description)
    .option(`--by <${words.byPlaceholder}>`, words.by(choices), choiceOf('--by', STRUCTURE_AREAS))
    .addOption(onOption(text))
    .addOption(knownAtOption(text))
    .addOption(districtOption(text))
    .addOption(townshipOption(text))
    .action(({ on, by = 'district', ...area }: StructureOptions, command: Command) => {
      const day = on ?? cli.surroundings().today;
      const answer = cli.withWorkspace(command, (workspace) =>
        registerPostStructure(workspace, day, { by, ...area }),
      );
      cli.answer(command, postStructureReport(text, day, answer));
    });
  addExamples(structure, text, [
    ['shegong grade structure', words.examples.district],
    ['shegong grade structure --by unit --district 锦江区 --on 2026-07-01', words.examples.unit],
  ]);
}

interface StructureOptions extends AskedArea {
  on?: Day;
  by?: StructureArea;
}
