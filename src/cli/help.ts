import { type Argument, type Command, Help, type HelpConfiguration, type Option } from 'commander';
import type { Messages } from '../messages/messages.js';
import { ownTextWidth } from '../reports/own-width.js';
import { wrap } from '../reports/wrap.js';

/** Commander's help in the user's language: its fixed words, and widths that know Chinese characters. */
export function helpIn({ shell }: Messages): HelpConfiguration {
  const { titles, terms } = shell.help;
  const inOurWords = (term: string) =>
    term.replace('[options]', terms.options).replace('[command]', terms.command);
  const withRemarks = ({
    description,
    argChoices,
    defaultValue,
    defaultValueDescription,
  }: Option | Argument) => {
    const usual =
      typeof defaultValue === 'boolean' ? '' : (defaultValueDescription ?? String(defaultValue ?? ''));
    const remarks = [
      ...(argChoices ? [shell.help.choices(argChoices)] : []),
      ...(usual === '' ? [] : [shell.help.default(usual)]),
    ];
    return remarks.length > 0 ? `${description} (${remarks.join('; ')})` : description;
  };
  return {
    showGlobalOptions: true,
    minWidthToWrap: 20,
    displayWidth: ownTextWidth,
    boxWrap: (text: string, width: number) => wrap(text, width, ownTextWidth),
    formatHelp(command: Command, helper: Help) {
      const help = Help.prototype.formatHelp.call(helper, command, helper);
      // a full-width colon brings its own space
      return help.replace('： ', '：');
    },
    styleTitle: (title: string) => titles[title] ?? title,
    optionDescription: withRemarks,
    argumentDescription: withRemarks,
    subcommandTerm: (command: Command) =>
      inOurWords([command.name(), ...command.registeredArguments.map(argumentTerm)].join(' ')),
    commandUsage(this: Help, command: Command) {
      const names: string[] = [];
      for (let each: Command | null = command; each; each = each.parent) names.unshift(each.name());
      return `${names.join(' ')} ${inOurWords(command.usage())}`;
    },
  };
}

const argumentTerm = (argument: Argument): string => {
  const name = argument.name() + (argument.variadic ? '...' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
};

/** Shows how a command is used, below its help: each a command line and what it does. */
export function addExamples(
  command: Command,
  { shell }: Messages,
  examples: readonly (readonly [string, string])[],
): Command {
  const lines = examples.map(([line, meaning]) => `  ${line}\n      ${meaning}`);
  return command.addHelpText('after', `\n${shell.help.examples}\n${lines.join('\n')}`);
}
