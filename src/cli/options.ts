import { type Command, Option } from 'commander';
import { type Day, parseDay, parseMoment } from '../domain/day.js';
import { parseQuarter, type Quarter } from '../domain/quarter.js';
import { UserError } from '../domain/user-error.js';
import { LANGUAGE_NAMES, type Language } from '../messages/languages.js';
import type { Messages } from '../messages/messages.js';
import { FORMAT_NAMES } from '../reports/format.js';

/** Reads the value of an option as a day. Throws UserError `usage.bad-day`. */
export const dayOf =
  (option: string) =>
  (value: string): Day => {
    const day = parseDay(value);
    if (day === undefined) throw new UserError('usage.bad-day', { option, value });
    return day;
  };

/** Reads the value of an option as a moment, or a day for its end. Throws UserError `usage.bad-moment`. */
const momentOf =
  (option: string) =>
  (value: string): Date => {
    const moment = parseMoment(value);
    if (moment === undefined) throw new UserError('usage.bad-moment', { option, value });
    return moment;
  };

/** Reads a quarter, `2026Q3`. Throws UserError `usage.bad-quarter`. */
export function quarterOf(value: string): Quarter {
  const quarter = parseQuarter(value.trim().toUpperCase());
  if (quarter === undefined) throw new UserError('usage.bad-quarter', { value });
  return quarter;
}

/** Reads a year, `2026`. Throws UserError `usage.bad-year`. */
export const yearOf =
  (option: string) =>
  (value: string): string => {
    const year = value.trim();
    if (!/^[12]\d{3}$/.test(year)) throw new UserError('usage.bad-year', { option, value });
    return year;
  };

/** One of a fixed list. Throws UserError `usage.bad-choice`. */
export const choiceOf =
  <Choice extends string>(option: string, choices: readonly Choice[]) =>
  (value: string): Choice => {
    if (!(choices as readonly string[]).includes(value)) {
      throw new UserError('usage.bad-choice', { option, value, choices });
    }
    return value as Choice;
  };

/** `--on DATE`, for checks and lists; without it, today. */
export const onOption = ({ shell }: Messages): Option =>
  new Option(`--on <${shell.placeholders.day}>`, shell.options.on).argParser(dayOf('--on'));

/** `--known-at TIME`: `withWorkspace` answers from what the register knew then. */
export const knownAtOption = ({ shell }: Messages): Option =>
  new Option(`--known-at <${shell.placeholders.moment}>`, shell.options.knownAt).argParser(
    momentOf('--known-at'),
  );

export const districtOption = ({ shell }: Messages): Option =>
  new Option(`--district <${shell.placeholders.district}>`, shell.options.district);

export const townshipOption = ({ shell }: Messages): Option =>
  new Option(`--township <${shell.placeholders.township}>`, shell.options.township);

/** What commander makes of the options of every command. */
export interface RawGlobalOptions {
  db?: string;
  policies?: string;
  lang?: string;
  format?: string;
  output?: string;
  reveal?: boolean;
  quiet?: boolean;
  color?: boolean;
  input?: boolean;
}

/** The options of every command, understood before and after its name. `text` null: only to read them. */
export function addGlobalOptions(program: Command, text: Messages | null): Command {
  const words = text?.shell;
  const { file, folder, format } = words?.placeholders ?? { file: 'x', folder: 'x', format: 'x' };
  const about = words?.options;
  return program
    .option(`--db <${file}>`, about?.db)
    .option(`--policies <${folder}>`, about?.policies)
    .option('--lang <zh|en>', about?.lang)
    .option(`--format <${format}>`, about?.format(FORMAT_NAMES))
    .option(`-o, --output <${file}>`, about?.output)
    .option('--reveal', about?.reveal)
    .option('--quiet', about?.quiet)
    .option('--no-color', about?.noColor)
    .option('--no-input', about?.noInput);
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The language to speak: flag, SHEGONG_LANG, then the locale; Chinese unless that says English. An
 * unknown one is a problem, told in the language of the locale.
 */
export function chooseLanguage(
  flag: string | undefined,
  env: Environment,
): { language: Language; problem?: UserError } {
  const [option, value] = flag === undefined ? ['SHEGONG_LANG', env.SHEGONG_LANG] : ['--lang', flag];
  if (flag === undefined && !value) return { language: languageOfLocale(env) };
  const language = LANGUAGE_NAMES.find((name) => name === value);
  if (language) return { language };
  const problem = new UserError('usage.bad-choice', { option, value: value ?? '', choices: LANGUAGE_NAMES });
  return { language: languageOfLocale(env), problem };
}

function languageOfLocale(env: Environment): Language {
  const ofSystem = process.platform === 'win32' ? windowsLocale() : '';
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ofSystem;
  return /^en([_.\-@]|$)/i.test(locale) ? 'en' : 'zh';
}

const windowsLocale = () => new Intl.DateTimeFormat().resolvedOptions().locale;
