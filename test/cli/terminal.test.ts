import { describe, expect, it } from 'vitest';
import { mayColour } from '../../src/cli/colours.js';
import { runOn } from './world.js';

const EVERYWHERE = { stdin: true, stdout: true, stderr: true };
const ESCAPE = '\u001b[';
const UNKNOWN = ['助理社会工作师三级', '助理社会工作师四级', '社会工作师四级'];

describe('on a terminal', () => {
  it('rows are a table, elsewhere csv, whatever stderr is', async () => {
    const table = await runOn({ stdout: true }, ['grade', 'map', '--no-color']);
    expect(table.stdout).toMatch(/^岗位名称 .*\n-+ /);
    expect((await runOn({ stderr: true }, ['grade', 'map'])).stdout).toMatch(/^岗位名称,/);
  });

  it('findings are grouped on stderr, and told one by one elsewhere', async () => {
    const args = ['grade', 'map', '--no-color', ...UNKNOWN];
    const grouped = await runOn({ stderr: true }, args);
    expect(grouped.stderr.split('\n').filter((line) => line.startsWith('[错误]'))).toHaveLength(1);
    expect(grouped.stderr).toMatch(/另有 2 条/);
    expect(grouped.stderr).toMatch(/--format json/);
    const all = await runOn({ stdout: true }, args);
    expect(all.stderr.split('\n').filter((line) => line.startsWith('[错误]'))).toHaveLength(3);
  });

  it('json carries every finding there too', async () => {
    const { stdout } = await runOn(EVERYWHERE, ['grade', 'map', '--format', 'json', ...UNKNOWN]);
    expect(JSON.parse(stdout).findings).toHaveLength(3);
  });

  it('a bare shegong shows the help and is exit 0', async () => {
    const { code, stdout } = await runOn(EVERYWHERE, []);
    expect(stdout).toMatch(/用法：shegong/);
    expect(code).toBe(0);
  });

  it('help wraps to the width of the terminal', async () => {
    const { stdout } = await runOn({ ...EVERYWHERE, columns: 60 }, ['--help']);
    expect(stdout).toMatch(/\n {23}\S/);
  });
});

describe('colours', () => {
  it('are for terminals', async () => {
    const { stdout, stderr } = await runOn({ stderr: true }, ['grade', 'map', '社会工作师四级']);
    expect(stderr).toContain(ESCAPE);
    expect(stdout).not.toContain(ESCAPE);
  });

  it.each([
    ['NO_COLOR', [], { NO_COLOR: '1' }],
    ['--no-color', ['--no-color'], {}],
    ['a terminal that cannot', [], { TERM: 'dumb' }],
  ] as const)('%s turns them off', async (_what, flags, env) => {
    const { stdout, stderr } = await runOn(EVERYWHERE, ['grade', 'map', '社会工作师四级', ...flags], env);
    expect(stdout + stderr).not.toContain(ESCAPE);
  });

  it('an empty NO_COLOR says nothing', () => {
    expect(mayColour(true, { NO_COLOR: '' }, true)).toBe(true);
  });
});
