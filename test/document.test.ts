import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, ROOT } from './cli/run.js';
import { runHere } from './cli/run-here.js';

const textOf = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');

/** Sentences of the stored document from section 二 on, with the section that each stands in. */
function sentencesOfTheDocument(): { section: string; sentence: string }[] {
  let [chapter, part, item] = ['', '', ''];
  const sentences: { section: string; sentence: string }[] = [];
  for (const line of textOf('data', 'sources', 'chengdu-2022.txt').split(/\r?\n/)) {
    const number = /^([一二三四])、|^(\([一二三四五六]\))|^(\d)\. /.exec(line);
    if (number?.[1]) [chapter, part, item] = [number[1], '', ''];
    else if (number?.[2]) [part, item] = [number[2], ''];
    else if (number?.[3]) item = number[3];
    if (line.startsWith('本实施意见')) [part, item] = ['', ''];
    if (chapter === '' || chapter === '一') continue;
    // A numbered paragraph begins with its heading, as a sentence of its own.
    const told = line.split('。').slice(item && number ? 1 : 0, -1);
    sentences.push(...told.map((sentence) => ({ section: chapter + part + item, sentence })));
  }
  return sentences;
}

interface Row {
  section: string;
  opening: string;
  served: string;
}

function rowsOfTheTable(): Row[] {
  const [, chapter = ''] = textOf('ARCHITECTURE.md').split('## The document, sentence by sentence');
  const [table = ''] = chapter.split('\n## ');
  const cells = table.split('\n').filter((line) => line.startsWith('| '));
  return cells.slice(2).map((line) => {
    const [, section = '', opening = '', served = ''] = line.split('|').map((cell) => cell.trim());
    return { section, opening, served };
  });
}

const commandsIn = ({ served }: Row) => [...served.matchAll(/`shegong ([a-z ]+)`/g)].map(([, name]) => name);

describe('the table of sentences in ARCHITECTURE.md', () => {
  it('has one row for each sentence of the document, in order, under its section', () => {
    const told = rowsOfTheTable();
    const asked = sentencesOfTheDocument();
    expect(asked.length).toBeGreaterThan(50);
    const openings = asked.map(({ section, sentence }, index) => ({
      section,
      opening: sentence.slice(0, told[index]?.opening.length),
    }));
    expect(told.map(({ section, opening }) => ({ section, opening }))).toEqual(openings);
  });

  it.each(rowsOfTheTable())('$section $opening: a command, or why none', (row) => {
    const reason = /^none: \S/.test(row.served);
    expect([row.served, reason || commandsIn(row).length > 0]).toEqual([row.served, true]);
  });

  const named = [...new Set(rowsOfTheTable().flatMap(commandsIn))].sort();
  it.each(named)('shegong %s exists', async (name = '') => {
    const { code, stdout } = await runHere([...name.split(' '), '--help', '--lang', 'en'], {
      cwd: emptyFolder(),
    });
    expect([code, stdout.split('\n')[0]]).toEqual([0, expect.stringContaining(`shegong ${name}`)]);
  });
});
