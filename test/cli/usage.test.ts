import { describe, expect, it } from 'vitest';
import { run, shellRun } from './run.js';

describe('a command line that cannot be', () => {
  it.each([
    ['an unknown command', ['gradee'], /没有“gradee”这个命令.*grade/],
    ['an unknown command of a group', ['grade', 'mapp'], /没有“mapp”这个命令.*map/],
    ['an unknown option', ['grade', 'map', '--onn', '2026-07-01'], /没有“--onn”这个选项.*--on/],
    ['an unknown option before the command', ['--bogus', 'grade', 'map'], /没有“--bogus”这个选项/],
    ['an option without its value', ['grade', 'map', '--on'], /“--on <日期>”后面要有一个值/],
    ['a global option without its value', ['grade', 'map', '--db'], /--db/],
    ['a database without a name', ['quota', 'check', '--db', ''], /“--db”后面要有一个值/],
    ['a policy folder without a name', ['grade', 'map', '--policies='], /“--policies”后面要有一个值/],
    ['a file without a name', ['grade', 'map', '-o', ''], /“--output”后面要有一个值/],
    [
      'a file for a program that shegong does not write for',
      ['grade', 'map', '-o', '职级.xls'],
      /“xls”.*csv.*xlsx/,
    ],
    ['too many arguments', ['quota', 'check', 'x', 'y'], /最多接受 0 个参数，实际给了 2 个/],
    ['a day that no month has', ['grade', 'map', '--on', '2026-02-30'], /--on 的值“2026-02-30”不是有效日期/],
    ['a day written another way', ['grade', 'map', '--on', '2026/7/1'], /2026\/7\/1/],
    [
      'a format that there is not',
      ['grade', 'map', '--format', 'pdf'],
      /--format 不能是“pdf”.*table、csv、json、ndjson、xlsx/,
    ],
    [
      'a file of a spreadsheet for a pipe',
      ['grade', 'map', '--format', 'xlsx'],
      /--format xlsx 只能写入文件，请用 -o 指定文件名/,
    ],
    ['a language that there is not', ['grade', 'map', '--lang', 'fr'], /--lang 不能是“fr”.*zh、en/],
  ])('%s is exit 2, with words and where to look', async (_what, args, words) => {
    const { code, stdout, stderr } = await run(args);
    expect(stderr).toMatch(words);
    expect(stderr).toMatch(/查看用法：shegong/);
    expect(stderr).not.toMatch(/error:|\n\s+at /);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('names the command whose help says more', async () => {
    expect((await run(['grade', 'map', '--onn'])).stderr).toMatch(/shegong grade map --help/);
    expect((await run(['gradee'])).stderr).toMatch(/：shegong --help/);
  });

  it('a group without its command shows the help of the group, and is exit 2', async () => {
    const { code, stderr } = await run(['grade']);
    expect(stderr).toMatch(/用法：shegong grade/);
    expect(code).toBe(2);
  });

  it('nothing at all shows the help, and is exit 2 off a terminal', async () => {
    const { code, stdout, stderr } = await run([]);
    expect(stderr).toMatch(/用法：shegong \[选项\] \[命令\]/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

describe('environment', () => {
  it.each([
    ['SHEGONG_LANG', 'fr', /SHEGONG_LANG 不能是“fr”/],
    ['SHEGONG_NOW', 'yesterday', /SHEGONG_NOW 的值“yesterday”不是有效时间/],
    ['SHEGONG_NOW', '2026-13-01', /SHEGONG_NOW/],
    ['SHEGONG_NOW', '2026-02-30', /SHEGONG_NOW/],
    ['SHEGONG_NOW', '2026-02-30T09:00:00+08:00', /SHEGONG_NOW/],
  ])('%s=%s is exit 2', async (name, value, words) => {
    const { code, stderr } = await run(['grade', 'map'], { env: { [name]: value } });
    expect(stderr).toMatch(words);
    expect(code).toBe(2);
  });

  it.each([
    ['2026-06-30T15:59:59Z', '2026-06-30'],
    ['2026-06-30T16:00:00Z', '2026-07-01'],
    ['2026-07-01T00:00:00+08:00', '2026-07-01'],
  ])('at %s it is %s in Chengdu', async (moment, today) => {
    const { stdout } = await run(['grade', 'map', '--format', 'json'], { env: { SHEGONG_NOW: moment } });
    expect(JSON.parse(stdout).on).toBe(today);
  });

  it('a named policy folder that is missing is exit 2; a missing default one is not', async () => {
    const named = await run(['grade', 'map', '--policies', 'nowhere']);
    expect(named.code).toBe(2);
    expect(named.stderr).toMatch(/nowhere/);
    expect((await run(['grade', 'map'], { env: { SHEGONG_POLICIES: 'nowhere' } })).code).toBe(2);
    expect((await run(['grade', 'map'])).code).toBe(0);
  });

  it('SHEGONG_DB names the database, --db goes before it, and an empty one says nothing', async () => {
    const env = { SHEGONG_DB: 'of-environment.db' };
    expect((await run(['quota', 'check'], { env })).stderr).toMatch(/of-environment\.db/);
    expect((await run(['quota', 'check', '--db', 'of-flag.db'], { env })).stderr).toMatch(/of-flag\.db/);
    expect((await run(['quota', 'check'], { env: { SHEGONG_DB: '' } })).stderr).toMatch(/shegong\.db/);
  });
});

describe('languages', () => {
  it.each([
    [{}, '岗位名称'],
    [{ LANG: 'C.UTF-8' }, '岗位名称'],
    [{ LANG: 'zh_CN.UTF-8' }, '岗位名称'],
    [{ LANG: 'en_US.UTF-8' }, 'title'],
    [{ LANG: 'de_DE.UTF-8' }, '岗位名称'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, '岗位名称'],
    [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' }, 'title'],
    [{ LANG: 'en_US.UTF-8', SHEGONG_LANG: 'zh' }, '岗位名称'],
    [{ SHEGONG_LANG: 'en' }, 'title'],
  ])('%j', async (env, heading) => {
    const { stdout } = await run(['grade', 'map'], { env: env as Record<string, string> });
    expect(stdout.split(',')[0]).toBe(heading);
  });

  it('--lang goes before everything, before and after the command', async () => {
    const env = { SHEGONG_LANG: 'zh' };
    expect((await run(['--lang', 'en', 'grade', 'map'], { env })).stdout).toMatch(/^title,/);
    expect((await run(['grade', 'map', '--lang', 'en'], { env })).stdout).toMatch(/^title,/);
    expect((await run(['grade', '--lang=en', 'map'], { env })).stdout).toMatch(/^title,/);
  });

  it('complaints too', async () => {
    const { stderr } = await run(['gradee', '--lang', 'en']);
    expect(stderr).toBe(
      'cannot run: There is no command “gradee”. Did you mean grade?\nSee: shegong --help\n',
    );
  });
});

describe('streams', () => {
  it('rows go to stdout alone', async () => {
    const { stdout, stderr } = await run(['grade', 'map']);
    expect(stdout.trim().split('\n')).toHaveLength(9);
    expect(stderr).toBe('');
  });

  it('a closed pipe is no error', async () => {
    const { code, stdout, stderr } = await shellRun(
      'set -o pipefail; $SHEGONG grade map --format ndjson | head -1; echo $PIPESTATUS',
    );
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(stdout.trim().endsWith('\n0')).toBe(true);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('a reader that never reads is no error', async () => {
    const { stdout, stderr } = await shellRun('$SHEGONG grade map | true; echo $PIPESTATUS');
    expect(stdout.trim()).toBe('0');
    expect(stderr).toBe('');
  });

  it('closed stdin, stdout and stderr do not matter', async () => {
    expect((await shellRun('$SHEGONG grade map <&-')).code).toBe(0);
    expect((await shellRun('$SHEGONG grade map >&-')).code).toBe(0);
    expect((await shellRun('$SHEGONG grade map 2>&-')).code).toBe(0);
  });

  it.skipIf(process.platform !== 'linux')('a full disk behind stdout is exit 2', async () => {
    const { code, stderr } = await shellRun('$SHEGONG grade map > /dev/full');
    expect(stderr).toMatch(/stdout.*磁盘空间不足/);
    expect(code).toBe(2);
  });

  it('colours never go into a pipe', async () => {
    expect((await run(['gradee'])).stderr).not.toContain('\u001b');
  });
});
