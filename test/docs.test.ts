import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from '../src/cli/commands.js';
import { emptyFolder, ROOT, run, shellRun } from './cli/run.js';

const READMES = ['README.md', 'README.zh-CN.md'];
const textOf = (name: string) => readFileSync(join(ROOT, name), 'utf8');

/** The steps of a README in order: what is typed, and what is written into the policy file. */
function stepsOf(text: string): { kind: 'sh' | 'yaml'; body: string }[] {
  return [...text.matchAll(/```(sh|yaml)\n([\s\S]*?)```/g)].map(([, kind, body]) => ({
    kind: kind as 'sh' | 'yaml',
    body: body as string,
  }));
}

const commandsOf = (text: string) =>
  stepsOf(text)
    .filter(({ kind }) => kind === 'sh')
    .flatMap(({ body }) => body.trim().split('\n'));

/** The folder that the README tells its reader to make. */
function practiceFolder(): string {
  const folder = emptyFolder();
  const rosters = join(ROOT, 'fixtures', 'rosters');
  for (const name of readdirSync(join(rosters, '2026Q3'))) {
    copyFileSync(join(rosters, '2026Q3', name), join(folder, name));
  }
  for (const name of ['岗位设置表.csv', '村社区名录更正.csv', '发放回盘.csv'])
    copyFileSync(join(rosters, name), join(folder, name));
  return folder;
}

describe.each(READMES)('%s', (readme) => {
  it('lets a clerk do a quarter: every step runs, in order, in one folder', async () => {
    const cwd = practiceFolder();
    const env = { SHEGONG_NOW: '2026-11-23T09:00:00+08:00' };
    for (const { kind, body } of stepsOf(textOf(readme))) {
      if (kind === 'yaml') {
        mkdirSync(join(cwd, 'policies'), { recursive: true });
        writeFileSync(join(cwd, 'policies', 'city.yaml'), body);
        continue;
      }
      for (const line of body.trim().split('\n')) {
        const { code, stderr } = await shellRun(line.replace('shegong', '$SHEGONG'), { cwd, env });
        // 1: errors were found in the invented data
        expect([line, code === 0 || code === 1 ? 'done' : stderr]).toEqual([line, 'done']);
      }
    }
    const papers = readdirSync(join(cwd, '发放材料'));
    expect(papers).toContain('2026Q3-锦江区-发放花名册-草稿.csv');
    expect(readdirSync(join(cwd, '打款材料'))).toContain('2026Q3-锦江区-银行代发文件.csv');
  }, 240_000);

  it('names every command and every option that all commands have', async () => {
    const text = textOf(readme);
    for (const name of COMMAND_NAMES) expect(text).toContain(`shegong ${name}`);
    const { stdout } = await run(['--help', '--lang', 'en']);
    const options = [...stdout.matchAll(/(--[a-z-]+)/g)].map(([, option]) => option as string);
    const known = new Set(options.filter((option) => option !== '--help' && option !== '--version'));
    for (const option of ['--db', '--format', '--reveal']) expect(known).toContain(option);
    for (const option of known) expect([option, text.includes(option)]).toEqual([option, true]);
  });
});

it('both READMEs teach the same commands', () => {
  const [english, chinese] = READMES.map((name) => commandsOf(textOf(name)));
  expect(english).toEqual(chinese);
  expect(english?.length).toBeGreaterThan(8);
});

it('the changelog tells what this version changes, and for which period', () => {
  const { version } = JSON.parse(textOf('package.json')) as { version: string };
  const entry = textOf('CHANGELOG.md')
    .split('\n## ')
    .find((text) => text.startsWith(version));
  expect(entry).toMatch(/Impacted period: /);
});

it('ARCHITECTURE.md names only files that exist', () => {
  const names = [...textOf('ARCHITECTURE.md').matchAll(/`((?:src|test|bin)\/[\w./-]+\.(?:ts|js))`/g)].map(
    ([, name]) => name,
  );
  for (const name of names) expect(() => textOf(name as string)).not.toThrow();
});
