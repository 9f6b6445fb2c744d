import { ASSESSMENT_KINDS, YEARLY_RESULTS } from '../../domain/terms.js';
import { choiceReader } from '../cells/choice.js';
import { readText } from '../cells/identifiers.js';
import { readPeriod } from '../cells/period.js';
import { type CellValues, column } from '../column.js';
import { RowReader } from '../read-cells.js';
import type { KeyedDataset } from './keyed-dataset.js';
import { idNumberColumn, nameColumn, pointers } from './person-columns.js';

const RESULTS = ['是', '否', ...YEARLY_RESULTS] as const;

/** Every column of 考核认定: 发挥专业作用 of 三(六)1, and the yearly appraisal. */
const columns = {
  idNumber: idNumberColumn(),
  name: nameColumn(),
  period: column('期间', readPeriod, {
    required: true,
    synonyms: ['考核期间', '认定期间', '季度', '年度', '考核年度'],
  }),
  kind: column(
    '类别',
    choiceReader(ASSESSMENT_KINDS, 'reject', { 专业作用: ['发挥专业作用'], 年度考核: ['年度', '考核'] }),
    {
      required: true,
      synonyms: ['考核类别', '认定类别', '考核类型'],
    },
  ),
  result: column('结果', choiceReader(RESULTS, 'reject'), {
    required: true,
    synonyms: ['考核结果', '认定结果', '考核等次', '等次'],
  }),
  assessor: column('认定人', readText, { synonyms: ['考核人', '认定单位', '考核单位'] }),
  basis: column('依据', readText, { synonyms: ['认定依据', '考核依据'] }),
};

const shape = {
  name: 'assessments',
  title: '考核认定',
  columns,
  identifiedBy: ['name', 'idNumber'],
  areaGivenBy: {},
} as const;

/** 考核认定: told apart by period and kind. */
export const assessments: KeyedDataset<'assessment'> = {
  shape,
  rules: { fact: 'assessment', key: ['period', 'kind'] },
  readRows: (sheet, file, context) => {
    const reader = new RowReader(sheet, shape, context);
    const at = pointers(reader, 'period', 'idNumber', 'name');
    return reader.readAll(file, (cells) => {
      checkKind(reader, cells);
      const { idNumber, name, period, kind, result, assessor, basis } = cells;
      if (idNumber === null) return null;
      return { idNumber, name, title: null, values: { period, kind, result, assessor, basis }, ...at };
    });
  },
};

/** 专业作用 is answered by 是 or 否, for a quarter or a year; 年度考核 by a grade, for a year. */
function checkKind(
  reader: RowReader<typeof columns>,
  { period, kind, result }: CellValues<typeof columns>,
): void {
  if (kind === null) return;
  if (kind === '年度考核' && period?.includes('Q'))
    reader.at('period').reject('assessment.yearly', { period });
  const choices = kind === '专业作用' ? (['是', '否'] as const) : YEARLY_RESULTS;
  if (result === null || (choices as readonly string[]).includes(result)) return;
  const column = reader.headingOf('result');
  reader.at('result').reject('cell.not-one-of', { column, choices, nearest: [] });
}
