import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/run.js';
import { runOn } from '../cli/world.js';
import { cityOffice } from '../tasks/city-office.js';
import {
  COMPLAINTS,
  FUND,
  HOURS,
  MISSING_STATIONS,
  OFFICIALS,
  PAY,
  PEOPLE,
  POSTS,
  SUPERVISORS,
} from '../tasks/city-sql.js';

const city = cityOffice();

/** Today, and a past day. */
const DAYS = ['2026-11-23', '2025-12-31'] as const;
const count = (sql: string, on: string) => city.count(sql.replaceAll(':on', `'${on}'`));
const NOT_GONE = 'person NOT IN gone';
const nothing = () => 0;
const shortOfHours = (on: string) =>
  count(
    `${HOURS} SELECT count(*) FROM account WHERE hours < needed AND until < date(:on, '+3 months') AND ${NOT_GONE}`,
    on,
  ) + count(`${OFFICIALS} SELECT count(*) FROM official WHERE all_last_year AND NOT lately`, on);
/** 二: 35,000 by the end of 2025; the day itself is still in time. */
const targetMissed = (on: string) => Number(on > '2025-12-31');
const overdue = (on: string) => count(`${COMPLAINTS} SELECT count(*) FROM missed`, on);
const badRows = () => 3;

/** What each command of the six systems finds short or overdue, by SQL. */
const COMMANDS: readonly (readonly [string, (on: string) => number])[] = [
  ['training check', shortOfHours],
  ['training check --what rotation', shortOfHours],
  ['training check --what yearly', shortOfHours],
  [
    'registration due',
    (on) =>
      count(
        `${PEOPLE} SELECT count(*) FROM holder LEFT JOIN term USING (person) WHERE ${NOT_GONE}
           AND coalesce(until < :on, date(first, '+12 months') < :on)`,
        on,
      ),
  ],
  ['certificate summary', targetMissed],
  ['supervisor list', (on) => count(`${SUPERVISORS} SELECT count(*) FROM over WHERE ${NOT_GONE}`, on)],
  ['worker check 名单.csv', badRows],
  ['network check', (on) => count(MISSING_STATIONS, on)],
  ['service summary', nothing],
  ['quota plan', (on) => count(`${POSTS} SELECT count(*) FROM short WHERE posts > 0`, on)],
  ['quota show 510104017006', nothing],
  ['grade structure', nothing],
  ['complaint list', overdue],
  ['complaint check', overdue],
  ['award list', nothing],
  ['award benefits', nothing],
  // The rosters tell of pay from 2026 on: a day before has no average to fall short.
  ['pay check', (on) => count(`${PAY} SELECT count(*) FROM average WHERE averageFen < 660000`, on)],
  ['pay labour', nothing],
  ['fund show', (on) => count(`${FUND} SELECT count(*) FROM below`, on)],
  ['policy goals', targetMissed],
];

interface Answer {
  code: number | null;
  rows: Record<string, unknown>[];
  totals: Record<string, unknown>;
  findings: { code: string; severity: string; message: string }[];
}

const answers = new Map<string, Promise<Answer>>();

/** The answer of a command, asked for once. */
function ask(line: string, on: string, lang: 'zh' | 'en'): Promise<Answer> {
  const key = [line, on, lang].join();
  const known = answers.get(key) ?? run(line, on, lang);
  answers.set(key, known);
  return known;
}

async function run(line: string, on: string, lang: 'zh' | 'en'): Promise<Answer> {
  const words = line.split(' ').map((word) => word.replace('名单.csv', list));
  const options = ['--on', on, '--lang', lang, '--format', 'json', '--db', city.dbFile];
  const { code, stdout, stderr } = await runOn({}, [...words, ...options], {
    SHEGONG_NOW: '2026-11-23T09:00:00+08:00',
    SHEGONG_POLICIES: join(ROOT, 'data/policies/example'),
  });
  expect(stdout, stderr).not.toBe('');
  return { code, ...(JSON.parse(stdout) as Omit<Answer, 'code'>) };
}

let list = '';
beforeAll(() => {
  list = join(dirname(city.dbFile), '名单.csv');
  const people = city.workspace.db
    .prepare('SELECT id_number FROM person WHERE id % 37 = 0 ORDER BY id')
    .pluck()
    .all() as string[];
  const stranger = '510104199001011230';
  // Known people, and three rows that cannot be answered: nobody's number, no number at all, somebody else's name.
  const rows = [
    ...people.map((number) => `,${number}`),
    `,${stranger}`,
    ',51010419900101123X',
    `冯生生,${people[0]}`,
  ];
  writeFileSync(list, `姓名,身份证号\n${rows.join('\n')}\n`);
});

describe.each(DAYS)('the fixture city on %s', (on) => {
  it.each(COMMANDS)(
    '%s: exit 1 exactly when something is short or overdue, the same in both languages',
    async (line, short) => {
      const zh = await ask(line, on, 'zh');
      const expected = short(on);
      expect(zh.findings.filter(({ severity }) => severity === 'error')).toHaveLength(expected);
      expect(zh.code).toBe(expected > 0 ? 1 : 0);
      expect(zh.rows.length).toBeGreaterThan(0);
      const en = await ask(line, on, 'en');
      expect(en.code).toBe(zh.code);
      expect(en.rows).toEqual(zh.rows);
      expect(en.totals).toEqual(zh.totals);
      const told = ({ findings }: Answer) => findings.map(({ message, ...rest }) => rest);
      expect(told(en)).toEqual(told(zh));
      expect(en.findings.map(({ message }) => message)).not.toEqual(
        zh.findings.map(({ message }) => message),
      );
    },
  );
});

it('each command has something to find on one of the days', () => {
  const silent = COMMANDS.filter(([, short]) => short !== nothing && DAYS.every((on) => short(on) === 0));
  expect(silent.map(([line]) => line)).toEqual([]);
});

describe.each(DAYS)('worker check on %s', (on) => {
  it('answers with certificate, registration and services as SQL finds them', async () => {
    const { rows } = await ask('worker check 名单.csv', on, 'zh');
    const found = rows.filter(({ answer }) => answer === 'found');
    const of = (condition: string) =>
      count(
        `${PEOPLE} SELECT count(*) FROM person LEFT JOIN holder ON holder.person = id LEFT JOIN term ON term.person = id
         WHERE id % 37 = 0 AND ${condition}`,
        on,
      );
    const having = (column: string, value: unknown) => found.filter((row) => row[column] === value).length;
    expect(found).toHaveLength(of('true'));
    expect([null, '员级', '初级', '中级', '高级'].map((level) => having('level', level))).toEqual(
      [null, 1, 2, 3, 4].map((rank) => of(rank === null ? 'rank IS NULL' : `rank = ${rank}`)),
    );
    expect(having('registration', 'expired')).toBe(of('rank IS NOT NULL AND until < :on'));
    expect(having('registration', 'due')).toBe(
      of("rank IS NOT NULL AND until >= :on AND until < date(:on, '+3 months')"),
    );
    const records = found.reduce((sum, row) => sum + Number(row.services), 0);
    expect(records).toBe(
      count(
        `SELECT count(*) FROM service_record WHERE superseded IS NULL AND person % 37 = 0
         AND served_on BETWEEN date(:on, 'start of year') AND :on`,
        on,
      ),
    );
  });
});

const MASKED = `substr(id_number, 1, 6) || '********' || substr(id_number, 15)`;
const state = (until: string) =>
  `CASE WHEN ${until} IS NULL THEN 'never' WHEN ${until} < :on THEN 'expired' ELSE 'due' END`;

/** What a row is about and what is said of it, and the same by SQL. */
const KEY_ROWS: readonly (readonly [string, readonly string[], string])[] = [
  [
    'registration due',
    ['idNumber', 'state', 'until'],
    `${PEOPLE} SELECT ${MASKED}, ${state('until')}, until
     FROM holder LEFT JOIN term USING (person) JOIN person ON id = person
     WHERE coalesce(until < date(:on, '+3 months'), date(first, '+12 months') < :on)`,
  ],
  [
    'training check',
    ['idNumber', 'hours', 'needed', 'degree', 'until'],
    `${HOURS} SELECT ${MASKED}, hours / 100.0, needed / 100.0, iif(degree, 'true', 'false'), until
     FROM account JOIN person ON id = person`,
  ],
  [
    'training check --what yearly',
    ['idNumber', 'state'],
    `${OFFICIALS} SELECT ${MASKED},
       CASE WHEN this_year THEN 'trained' WHEN all_last_year AND NOT lately THEN 'overdue' ELSE 'not-yet' END
     FROM official JOIN person ON id = person`,
  ],
  [
    'supervisor list',
    ['idNumber', 'level', 'until', 'state'],
    `${SUPERVISORS} SELECT ${MASKED}, level, until_on, CASE WHEN coalesce(until_on, '9') >= :on THEN 'current'
       WHEN begun_term.id IN (SELECT id FROM over) THEN 'expired' ELSE 'followed' END
     FROM begun_term JOIN person ON person.id = person`,
  ],
  [
    'quota plan',
    ['code', 'newPosts'],
    `${POSTS} SELECT code, posts FROM short JOIN unit ON unit.id = short.unit WHERE posts > 0`,
  ],
  [
    'complaint check',
    ['number', 'state', 'category'],
    `${COMPLAINTS} SELECT number, iif(number IN missed, 'overdue', 'open'), category FROM complaint
     WHERE superseded IS NULL AND received_on <= :on AND (settled_on IS NULL OR settled_on > :on)`,
  ],
  [
    'award list',
    ['idNumber', 'title', 'awardedOn'],
    `SELECT ${MASKED}, title, awarded_on FROM award JOIN person ON person.id = person
     WHERE superseded IS NULL AND awarded_on <= :on`,
  ],
  [
    'fund show',
    ['level', 'enteredOn', 'amountFen', 'direction'],
    'SELECT level, entered_on, amount_fen, direction FROM fund_entry WHERE superseded IS NULL AND entered_on <= :on',
  ],
  ['pay check', ['district', 'averageFen'], `${PAY} SELECT district, averageFen FROM average`],
];

describe.each(DAYS)('the rows on %s', (on) => {
  it.each(KEY_ROWS)('%s: %j, as SQL tells them', async (line, keys, sql) => {
    const text = (cells: readonly unknown[]) =>
      cells.map((cell) => (cell === null ? '' : String(cell))).join(' ');
    const told = (await ask(line, on, 'zh')).rows.map((row) => text(keys.map((key) => row[key])));
    const found = city.workspace.db
      .prepare(sql.replaceAll(':on', `'${on}'`))
      .raw()
      .all() as unknown[][];
    expect(told.sort()).toEqual(found.map(text).sort());
  });
});
