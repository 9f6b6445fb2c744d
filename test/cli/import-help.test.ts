import { describe, expect, it } from 'vitest';
import { describeDataset } from '../../src/tasks/describe-dataset.js';
import { IMPORTABLE } from '../../src/tasks/import-dataset.js';
import { runOn } from './world.js';

describe('the columns of a dataset', () => {
  it.each(IMPORTABLE)(
    '%s: import --help names every column, its other names and whether it is needed',
    async (dataset) => {
      const { code, stdout } = await runOn({}, ['import', '--help', dataset, '--lang', 'zh']);
      expect(code).toBe(0);
      for (const { heading, synonyms, required } of describeDataset(dataset).columns) {
        expect(stdout).toContain(`\n  ${heading}${required === 'never' ? '' : ' *'}\n`);
        for (const name of synonyms) expect(stdout).toContain(name);
      }
    },
  );

  it.each(['zh', 'en'])('in %s is the same whichever way it is asked for', async (language) => {
    const asked = await runOn({}, ['import', '--help', 'complaints', '--lang', language]);
    expect(asked.stdout).toBe(
      (await runOn({}, ['import', 'complaints', '--help', '--lang', language])).stdout,
    );
  });

  it('tells the fixed words, and where a column may be missing or empty', async () => {
    const help = async (dataset: string) =>
      (await runOn({}, ['import', '--help', dataset, '--lang', 'zh'])).stdout;
    expect(await help('supervisors')).toContain('只填：初级督导、中级督导、高级督导、专家库');
    expect(await help('roster')).toContain('有“统计用区划代码”或“工作单位”列时可以没有');
    expect(await help('registrations')).toContain('单元格可空');
  });

  it('import --help alone lists the datasets', async () => {
    const { stdout } = await runOn({}, ['import', '--help', '--lang', 'zh']);
    for (const dataset of IMPORTABLE) expect(stdout).toMatch(new RegExp(`^  ${dataset} `, 'm'));
  });
});
