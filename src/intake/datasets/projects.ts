import { readText } from '../cells/identifiers.js';
import { readNeededMoney } from '../cells/money.js';
import { readYear } from '../cells/period.js';
import { column } from '../column.js';
import { RowReader } from '../read-cells.js';
import { districtColumn, readDistrict } from './area-columns.js';
import type { KeyedDataset } from './keyed-dataset.js';
import { pointers } from './person-columns.js';

/** Every column of 购买服务核算. 三(六)1: labour cost is a basis of the budget. */
const columns = {
  name: column('项目', readText, { required: true, synonyms: ['项目名称', '购买服务项目'] }),
  district: { ...districtColumn(false), area: null },
  year: column('年度', readYear, { required: true, synonyms: ['项目年度', '年份', '预算年度'] }),
  budget: column('预算(元)', readNeededMoney, {
    required: true,
    synonyms: ['预算', '项目预算', '预算金额', '预算总额'],
  }),
  labour: column('其中人力成本(元)', readNeededMoney, {
    required: true,
    synonyms: ['其中人力成本', '人力成本', '其中:人力成本', '人力成本(元)', '人员经费'],
  }),
  contractor: column('承接机构', readText, { synonyms: ['承接单位', '承接主体', '服务机构'] }),
};

const shape = {
  name: 'projects',
  title: '购买服务核算',
  columns,
  identifiedBy: ['name', 'district'],
  areaGivenBy: {},
} as const;

/** 购买服务核算: told apart by project, district and year. */
export const projects: KeyedDataset<'project'> = {
  shape,
  rules: { fact: 'project', key: ['name', 'district', 'year'] },
  readRows: (sheet, file, context) => {
    const reader = new RowReader(sheet, shape, context);
    const at = pointers(reader, 'name');
    return reader.readAll(file, (cells) => {
      const { name, year, budget, labour, contractor } = cells;
      const district = readDistrict(reader, cells.district, name);
      if (budget !== null && labour !== null && labour > budget) {
        reader.at('labour').warn('project.labour-above-budget', { budgetFen: budget, labourFen: labour });
      }
      const values = { name, district, year, budget, labour, contractor };
      return { idNumber: null, name: null, title: name, values, ...at };
    });
  },
};
