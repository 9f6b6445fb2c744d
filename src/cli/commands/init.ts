import type { Command } from 'commander';
import { initRegister } from '../../tasks/init-register.js';
import type { Cli } from '../cli.js';
import { addExamples } from '../help.js';

/** `shegong init`: the database with the shipped units, and a commented policy folder. */
export function registerInit(program: Command, cli: Cli): void {
  const words = cli.text.init;
  const command = program.command('init').description(cli.text.shell.groups.init);
  addExamples(command, cli.text, [['shegong init', words.examples.plain]]);
  command.action(() => {
    const { db, policies, quiet } = cli.options(command);
    const target = { dbFile: db, policyFolder: policies.folder };
    const { created, units, policiesCreated } = initRegister(cli.surroundings(), target);
    if (quiet) return;
    if (created) cli.shell.tell(words.created(db, units));
    else cli.shell.tell(units > 0 ? words.unitsAdded(db, units) : words.kept(db));
    if (units > 0) {
      cli.shell.tell(words.unconfirmed);
      cli.shell.tell(words.source);
    }
    cli.shell.tell(
      policiesCreated ? words.policiesCreated(policies.folder) : words.policiesKept(policies.folder),
    );
  });
}
