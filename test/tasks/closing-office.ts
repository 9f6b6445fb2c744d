import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '../../src/domain/day.js';
import { quarter } from '../../src/domain/quarter.js';
import { CONDITIONS } from '../../src/domain/terms.js';
import { closeQuarter } from '../../src/tasks/close-quarter.js';
import { type ImportableDataset, importDataset } from '../../src/tasks/import-dataset.js';
import { initRegister } from '../../src/tasks/init-register.js';
import { approveQuarter, reopenQuarter } from '../../src/tasks/move-quarter.js';
import { undoImport } from '../../src/tasks/undo-import.js';
import { openWorkspace, type Workspace } from '../../src/tasks/workspace.js';
import { ROOT } from '../cli/run.js';
import { idNumber } from './rated-office.js';

const cited = 'citation: { document: "测办发〔2026〕1号", article: "第一条" }';

export interface Values {
  /** Yuan by title: of the city, and of 武侯区 alone. */
  rewards?: Readonly<Record<string, number>>;
  wuhouRewards?: Readonly<Record<string, number>>;
  /** Yuan of 初级 by first day. */
  rates?: Readonly<Record<string, number>>;
  /** Of 武侯区 alone. */
  wuhou?: number;
  decidedOn?: string;
  retroMonths?: number;
  /** Whoever is suspended after a complaint is not paid. */
  sanctions?: boolean;
}

/** City-wide values, and 武侯区's own rate. */
function policyFiles({
  rates = { '2024-01-01': 200 },
  wuhou,
  decidedOn = 'first-day',
  retroMonths,
  sanctions = false,
  rewards,
  wuhouRewards,
}: Values) {
  const rate = (from: string, yuan: number) =>
    `    - { from: ${from}, value: { 员级: ${yuan / 2}, 初级: ${yuan}, 中级: ${yuan + 100}, 高级: ${yuan + 300} }, ${cited} }`;
  const reward = (of: Readonly<Record<string, number>> | undefined) =>
    of === undefined
      ? []
      : [`  award.reward:\n    - { from: 2022-03-01, value: ${JSON.stringify(of)}, ${cited} }`];
  const city = [
    'scope: city',
    'parameters:',
    '  subsidy.rate:',
    ...Object.entries(rates).map(([from, yuan]) => rate(from, yuan)),
    `  subsidy.decided-on:\n    - { from: 2022-03-01, value: ${decidedOn}, ${cited} }`,
    `  subsidy.service-minimum:\n    - { from: 2022-03-01, value: { count: 1, per: quarter }, ${cited} }`,
    ...(sanctions
      ? [`  subsidy.conditions:\n    - { from: 2022-03-01, value: [${CONDITIONS.join(', ')}], ${cited} }`]
      : []),
    ...(retroMonths === undefined
      ? []
      : [`  subsidy.retro-months:\n    - { from: 2022-03-01, value: ${retroMonths}, ${cited} }`]),
    ...reward(rewards),
  ];
  const district =
    wuhou === undefined && wuhouRewards === undefined
      ? []
      : [
          ...['district: 武侯区', 'parameters:'],
          ...(wuhou === undefined ? [] : ['  subsidy.rate:', rate('2024-01-01', wuhou)]),
          ...reward(wuhouRewards),
        ];
  return { city: `${city.join('\n')}\n`, wuhou: district.length > 0 ? `${district.join('\n')}\n` : null };
}

const COLUMNS =
  '姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,上岗日期,离岗日期,证书级别,发证日期,登记日期,登记有效期至,服务记录,发挥专业作用,开户行,银行卡号';
const PLACES = {
  锦江: '锦江区,锦官驿街道,水井坊社区',
  锦江二: '锦江区,锦官驿街道,崇德里社区',
  武侯: '武侯区,簇桥街道,锦城社区',
  成华: '成华区,猛追湾街道,建华社区',
};

export interface RosterPerson {
  id: number;
  at?: keyof typeof PLACES;
  from?: string;
  until?: string;
  level?: string;
  issued?: string;
  registered?: string;
  registeredUntil?: string;
  services?: string;
  role?: string;
  account?: string;
  bank?: string;
  name?: string;
}

function rosterRow(person: RosterPerson): string {
  const { id, at = '锦江', from = '2024-01-01', until = '', level = '初级', issued = '2023-01-01' } = person;
  const { registered = '2025-01-01', registeredUntil = '2027-12-31', services = '是', role = '是' } = person;
  const { account = `6222020000000000${String(id).padStart(3, '0')}` } = person;
  const { name = `张${'甲乙丙丁戊己庚辛壬癸'[id % 10]}`, bank = '成都银行' } = person;
  return [
    ...[name, idNumber(id), PLACES[at], '城乡社区专职工作者', from, until],
    ...[level, level === '' ? '' : issued, registered, registered === '' ? '' : registeredUntil],
    ...[services, role, bank, account],
  ].join(',');
}

/** The shipped data with few units. Returns its folder. */
function smallData(folder: string): string {
  mkdirSync(join(folder, 'units'), { recursive: true });
  for (const part of ['policies', 'sources']) symlinkSync(join(ROOT, 'data', part), join(folder, part));
  const [heading = '', ...units] = readFileSync(join(ROOT, 'data', 'units', 'chengdu.csv'), 'utf8').split(
    '\n',
  );
  const places = Object.values(PLACES).map((place) => place.split(',') as [string, string, string]);
  const few = units.filter((unit) =>
    places.some((parts) => parts.every((part) => unit.includes(`,${part}`))),
  );
  writeFileSync(join(folder, 'units', 'chengdu.csv'), `${[heading, ...few].join('\n')}\n`);
  return folder;
}

/** A register whose quarters are closed one after the other, on days that the test chooses. */
export class ClosingOffice {
  private readonly folder = mkdtempSync(join(tmpdir(), 'shegong-closing-'));
  private readonly policies = join(this.folder, 'policies');
  private dbFile = join(this.folder, '0.db');
  private readonly fresh: Buffer;
  private files = 0;
  private open: Workspace | undefined;
  private today = '2026-11-23';
  private readonly dataFolder: string;

  /** `small`: with the units of PLACES alone, where a test happens hundreds of times. */
  constructor({ small = false }: { small?: boolean } = {}) {
    this.dataFolder = small ? smallData(join(this.folder, 'data')) : join(ROOT, 'data');
    initRegister(this.surroundings(), { dbFile: this.dbFile, policyFolder: this.policies });
    mkdirSync(join(this.policies, 'districts'), { recursive: true });
    this.set({});
    this.fresh = this.workspace.db.serialize();
  }

  private surroundings() {
    return {
      today: day(this.today),
      now: new Date(`${this.today}T01:00:00Z`),
      dataFolder: this.dataFolder,
      user: 'test',
    };
  }

  /** Today, from now on. */
  on(today: string): this {
    this.today = today;
    if (this.open) Object.assign(this.open, this.surroundings());
    return this;
  }

  /** Writes the office's values anew. */
  set(values: Values): void {
    const { city, wuhou } = policyFiles(values);
    writeFileSync(join(this.policies, 'city.yaml'), city);
    const file = join(this.policies, 'districts', '武侯区.yaml');
    if (wuhou) writeFileSync(file, wuhou);
    else rmSync(file, { force: true });
    this.shut();
  }

  get workspace(): Workspace {
    this.open ??= openWorkspace(this.surroundings(), { folder: this.policies, named: true }, this.dbFile);
    return this.open;
  }

  load(dataset: ImportableDataset, lines: readonly string[], asOf = '2026-09-30'): number {
    const path = join(this.folder, `${++this.files}.csv`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    const result = importDataset(this.workspace, {
      ...{ dataset, files: [path], asOf: day(asOf), given: new Map() },
      ...{ dryRun: false, strict: true, saveRejects: null },
    });
    if (result.refused) throw new Error(JSON.stringify(result.findings));
    return result.batch ?? 0;
  }

  roster(people: readonly RosterPerson[], asOf = '2026-09-30'): number {
    return this.load('roster', [COLUMNS, ...people.map(rosterRow)], asOf);
  }

  /** Awards: person, title, day. */
  awards(rows: readonly (readonly [id: number, title: string, on: string])[]): number {
    const lines = rows.map(([id, title, on]) => [idNumber(id), title, on].join(','));
    return this.load('awards', ['身份证号,称号,授予日期', ...lines]);
  }

  undo(batch: number): void {
    undoImport(this.workspace, { batch, by: null, dryRun: false });
  }

  close(of: string, { district, by = '王敏' }: { district?: string; by?: string } = {}) {
    return closeQuarter(this.workspace, quarter(of), { district, by, dryRun: false });
  }

  approve(
    of: string,
    { district, by = '李强', from = this.today }: { district?: string; by?: string; from?: string } = {},
  ) {
    const until = new Date(Date.parse(from) + 7 * 86_400_000).toISOString().slice(0, 10);
    return approveQuarter(this.workspace, quarter(of), {
      district,
      by,
      notice: { from: day(from), until: day(until) },
    });
  }

  reopen(of: string, { district }: { district?: string } = {}) {
    return reopenQuarter(this.workspace, quarter(of), { district, by: '王敏', reason: '公示期间有异议' });
  }

  /** Back to the shipped units, nobody, and the first values. */
  reset(): void {
    this.shut();
    this.dbFile = join(this.folder, `${++this.files}.db`);
    writeFileSync(this.dbFile, this.fresh);
    this.on('2026-11-23').set({});
  }

  private shut(): void {
    this.open?.close();
    this.open = undefined;
  }

  end(): void {
    this.shut();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
