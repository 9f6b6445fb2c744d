export const profileWords = {
  options: {
    map: '指明表中某列是哪一列，例如 --map 身份证=身份证号；--map 备用电话= 表示不导入（可多次使用）',
    mapPlaceholder: '表中列名=列',
    profile: '按已保存的列对应方案读取文件',
    saveProfile: '把本次的 --map、--set 和所答的列对应保存为方案',
    profilePlaceholder: '方案',
  },
  examples: {
    map: '列名与数据集不同的表，对应一次，存为方案',
    profile: '以后按方案导入',
    list: '查看已保存的方案',
    remove: '删除一个方案',
  },
  listDescription: '列对应方案：查看、删除（导入时用 --save-profile 保存，用 --profile 使用）',
  remove: '删除此名称的方案',
  dataset: '只看一个数据集的方案；多个数据集有同名方案时指明删除哪一个',
  datasetPlaceholder: '数据集',
  headings: {
    dataset: '数据集',
    name: '方案',
    map: '列对应',
    given: '补充的列',
    sheet: '工作表',
    savedAt: '保存时间',
    user: '保存人',
  },
  mapped: (heading: string, column: string) =>
    column === '' ? `${heading}（不导入）` : `${heading} → ${column}`,
  given: (column: string, value: string) => `${column}=${value}`,
  separator: '；',
  count: (profiles: number) => (profiles === 0 ? '没有保存的列对应方案。' : `共 ${profiles} 个列对应方案。`),
  saved: (name: string, dataset: string) =>
    `列对应已保存为方案“${name}”，以后可用：shegong import ${dataset} 文件 --profile ${name}`,
  notSaved: (name: string) => `本次未写入数据库，方案“${name}”没有保存。`,
  removed: (name: string, dataset: string) => `已删除数据集 ${dataset} 的方案“${name}”。`,
  ask: {
    /** Told once, before the first question. */
    why: '有几列要请您指明是哪一列（按 Ctrl+C 放弃导入）。',
    column: (file: string, heading: string, samples: readonly string[]) =>
      `${file} 的“${heading}”列${samples.length === 0 ? '' : `（如 ${samples.join('、')}）`}是：`,
    ignore: '不导入这一列',
    which: (file: string, column: string) => `${file} 有几列都表示“${column}”，以哪一列为准：`,
    sample: (heading: string, samples: readonly string[]) =>
      samples.length === 0 ? `${heading}（空列）` : `${heading}（如 ${samples.join('、')}）`,
    save: '把以上对应关系存为方案，以后导入同样的表不再提问？',
    name: '方案名称：',
    badName: '请起一个不超过 40 个字的名称',
  },
};
