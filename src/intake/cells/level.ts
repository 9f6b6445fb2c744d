import { LEVELS as LEVEL_WORDS, type Level } from '../../domain/terms.js';
import { reading } from '../column.js';
import { compact } from './text.js';

const NAMES: Readonly<Record<Level, readonly string[]>> = {
  员级: ['社会工作员', '社工员', '员级'],
  初级: [
    '助理社会工作师',
    '助理社工师',
    '初级社会工作师',
    '初级社工',
    '初级社工师',
    '初级社工(师)',
    '初级',
    '全国助理社会工作师',
  ],
  中级: [
    '社会工作师',
    '社工师',
    '中级社会工作师',
    '中级社工',
    '中级社工师',
    '中级社工(师)',
    '中级',
    '全国社会工作师',
  ],
  高级: ['高级社会工作师', '高级社工师', '高级', '全国高级社会工作师'],
};

const NONE = new Set(['无', '/', '-', '--', '—', '——', '否', '未取得', '未持证']);

const AMBIGUOUS = new Set([
  ...[
    '社会工作者',
    '社会工作者职业水平证书',
    '社会工作者职业资格证书',
    '社工证',
    '社工',
    '有',
    '是',
    '持证',
    '已持证',
    '已取得',
  ],
  ...['一级社会工作者', '二级社会工作者', '三级社会工作者', '四级社会工作者'],
]);

/** By whole name only: 社会工作师 is a part of 助理社会工作师 and of 高级社会工作师. */
const LEVELS = new Map<string, Level>(
  (Object.keys(NAMES) as Level[]).flatMap((level) =>
    NAMES[level].map((name): [string, Level] => [name, level]),
  ),
);

/**
 * 证书级别 by the name of certificate or level. `'none'`: the cell says that there is no certificate. Rejects a word that
 * fits several levels (社工证, 持证, 有; 成绩合格 is no certificate yet), and any other.
 */
const CONTENT = { kind: 'choice', words: LEVEL_WORDS } as const;
export const readLevel = reading<Level | 'none'>(CONTENT, (text, cell) => {
  const known = LEVELS.get(text);
  if (known !== undefined) return known;
  const word = compact(text);
  const level = LEVELS.get(word) ?? levelTwice(word);
  if (level !== undefined) return level;
  if (NONE.has(word)) return 'none';
  const isAmbiguous = AMBIGUOUS.has(word) || word.endsWith('(成绩合格)');
  return cell.reject(isAmbiguous ? 'level.ambiguous' : 'level.unknown', {});
});

/** 社会工作师(中级): the name and the level, if both say the same. */
function levelTwice(word: string): Level | undefined {
  const parts = /^([^()]+)\(([^()]+)\)$/.exec(word);
  const level = LEVELS.get(parts?.[1] ?? '');
  return level === LEVELS.get(parts?.[2] ?? '') ? level : undefined;
}
