import iconv from 'iconv-lite';
import { formatYuan } from '../domain/money.js';
import type { BankRow } from '../domain/papers.js';
import type { LostCharacter } from '../domain/problems/bank.js';
import { personSubject } from '../domain/subject.js';
import { UserError } from '../domain/user-error.js';
import { guardFormula, plainRecords } from './csv.js';

export const BANK_ENCODINGS = ['gb18030', 'gbk', 'utf-8'] as const;
export type BankEncoding = (typeof BANK_ENCODINGS)[number];

type Numbered = BankRow & { number: number };

/** What a column of a bank file can hold, under the name that the register gives it, and what banks call it. */
const FIELDS: Readonly<
  Record<string, { also: readonly string[]; free?: true; cell(row: Numbered): string }>
> = {
  序号: { also: ['编号', '行号'], cell: ({ number }) => String(number) },
  户名: {
    also: ['姓名', '收款人', '收款人姓名', '收款人名称', '收款户名', '账户名', '账户名称'],
    ...{ free: true, cell: ({ name }) => name },
  },
  账号: {
    also: ['银行卡号', '银行账号', '卡号', '收款账号', '收款人账号', '收款卡号', '账户'],
    cell: ({ account }) => account,
  },
  金额: {
    also: ['金额(元)', '实发', '实发金额', '发放金额', '交易金额', '付款金额'],
    cell: ({ amountFen }) => formatYuan(amountFen),
  },
  开户行: {
    also: ['开户银行', '收款行', '收款银行', '开户行名称'],
    ...{ free: true, cell: ({ bank }) => bank },
  },
  身份证号: {
    also: ['身份证号码', '公民身份号码', '证件号码', '证件号', '身份证'],
    cell: ({ idNumber }) => idNumber,
  },
  '区(市)县': { also: ['区县', '区市县'], free: true, cell: ({ district }) => district },
  '镇(街道)': { also: ['镇街', '街道', '乡镇'], free: true, cell: ({ township }) => township },
  '村(社区)': { also: ['社区', '村社区', '工作单位'], free: true, cell: ({ unit }) => unit },
};

/** A column as it was asked for: under the name it was given, with a field or a fixed text. */
export interface BankColumn {
  heading: string;
  field: string | null;
  text: string;
}

/** How a bank wants its file. */
export interface BankLayout {
  columns: readonly BankColumn[];
  encoding: BankEncoding;
  heading: boolean;
}

/**
 * Reads `账号,户名,金额,备注=三季度补贴`: fields by their names or synonyms, fixed texts after `=`, in this order.
 * Throws UserError `bank.unknown-column`.
 */
export function readBankColumns(asked: string): BankColumn[] {
  return asked.split(/[,，]/).map((part) => {
    const [name = '', ...rest] = part.split(/[=＝]/);
    const heading = name.trim();
    if (rest.length > 0 && heading !== '') return { heading, field: null, text: rest.join('=').trim() };
    const field = fieldOf(heading);
    if (field === undefined) {
      throw new UserError('bank.unknown-column', { value: part.trim(), known: Object.keys(FIELDS) });
    }
    return { heading, field, text: '' };
  });
}

/**
 * The same columns, if a bank can pay by them: the amount, and the account or the identity number, of each person
 * and not a fixed text in their place. Throws UserError `bank.columns-missing`.
 */
export function requirePayable(columns: readonly BankColumn[]): readonly BankColumn[] {
  const has = (name: string) => columns.some(({ field }) => field === name);
  // 金额=5 beside 实发 says two amounts
  const isFixed = (name: string) =>
    columns.some(({ heading, field }) => field === null && fieldOf(heading) === name);
  const missing = [
    ...(has('金额') && !isFixed('金额') ? [] : ['金额']),
    ...((has('账号') || has('身份证号')) && !isFixed('账号') && !isFixed('身份证号') ? [] : ['账号']),
  ];
  if (missing.length > 0) throw new UserError('bank.columns-missing', { missing });
  return columns;
}

function fieldOf(heading: string): string | undefined {
  const wanted = plain(heading);
  return Object.keys(FIELDS).find((name) =>
    [name, ...(FIELDS[name]?.also ?? [])].some((known) => plain(known) === wanted),
  );
}

/** In any width, without spaces. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

/** What a bank gets that asks for nothing else. */
export const USUAL_BANK_LAYOUT: BankLayout = {
  columns: readBankColumns('序号,账号,户名,金额,开户行,身份证号'),
  encoding: 'gb18030',
  heading: true,
};

/**
 * The bytes of a bank file: plain CSV without byte order mark, tabs, title or sum. Free text cannot run as a
 * formula. Throws UserError `bank.characters` where the encoding lacks a character: nothing is ever written as "?".
 */
export function bankBytes(rows: readonly BankRow[], { columns, encoding, heading }: BankLayout): Uint8Array {
  const isLost = lossOf(encoding);
  const lost: LostCharacter[] = [];
  const check = (cell: string, column: string, subject: () => string | null): void => {
    if (ASCII.test(cell)) return;
    for (const character of cell) {
      if (!isLost(character)) continue;
      lost.push({ subject: subject(), column, character });
      return;
    }
  };
  const writers = columns.map(({ heading: name, field, text }): ((row: Numbered) => string) => {
    if (field === null) return () => guarded(text);
    const { free, cell } = FIELDS[field] as (typeof FIELDS)[string];
    if (!free) return cell;
    return (row) => {
      const said = cell(row);
      check(said, name, () => personSubject(row));
      return guardFormula(said);
    };
  });
  const records = rows.map((row, index) => {
    const numbered = { ...row, number: index + 1 };
    return writers.map((write) => write(numbered));
  });
  for (const { heading: name, text } of columns) check(name + text, name, () => null);
  if (lost.length > 0) throw new UserError('bank.characters', { encoding: encoding.toUpperCase(), lost });
  const headings = heading ? [columns.map((column) => guarded(column.heading))] : [];
  return iconv.encode(plainRecords([...headings, ...records], '\r\n'), encoding);
}

/** Nothing that any of the encodings could lack. */
const ASCII = /^[\x20-\x7E]*$/;

/** A fixed text may be a number below zero, and nothing else that a spreadsheet runs. */
const guarded = (text: string): string => (/^-?[\d.]+$/.test(text) ? text : guardFormula(text));

/** Private characters, halves of a pair and the mark of a broken character are lost in every encoding. */
const NO_CHARACTER = /[\p{Co}\p{Cs}\uFFFD]/u;

/** Tells characters that an encoding cannot say; each is tried once. */
function lossOf(encoding: BankEncoding): (character: string) => boolean {
  const known = new Map<string, boolean>();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const isLost =
      NO_CHARACTER.test(character) ||
      iconv.decode(iconv.encode(character, encoding), encoding, { stripBOM: false }) !== character;
    known.set(character, isLost);
    return isLost;
  };
}
