/** How areas and units are called, and how clerks shorten it. */

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\u200B-\u200D\uFEFF]/g, '');

/** The name as compared: half-width, no spaces. */
export const nameOf = plain;

/**
 * A village or community without its committee: 水井坊社区居委会 -> 水井坊社区. Two forms where 村 belongs to both
 * halves: 跳蹬村委会 is 跳蹬 + 村委会 or 跳蹬村 + 委会.
 */
export function unitKeys(name: string): readonly string[] {
  const text = plain(name);
  const ending = /(居民委员会|村民委员会|居委会|村委会)$/.exec(text)?.[0];
  if (ending === undefined || ending === text) return [text];
  const stem = text.slice(0, -ending.length);
  return ending.startsWith('村') && !/[村社区]$/.test(stem) ? [stem, `${stem}村`] : [stem];
}

/** 锦官驿街道, 锦官驿街道办事处, 锦官驿 -> 锦官驿; 三岔镇人民政府 -> 三岔. */
export function townshipKey(name: string): string {
  const text = plain(name);
  const bare = text.replace(/人民政府$/, '').replace(/(街道办事处|街道办|办事处|街道|镇|乡)$/, '');
  return bare === '' ? text : bare;
}

/**
 * All ways of writing a district: 锦江区, 锦江, 成都市锦江区; 成都高新区, 高新区, 高新; 四川天府新区, 天府新区. The names of
 * province and city in front are what the list itself puts there.
 */
export function districtKeys(name: string): readonly string[] {
  const text = plain(name);
  const short = withoutRegion(text);
  const forms = new Set([text, short]);
  for (const form of [text, short]) {
    const stem = form.replace(/[区市县]$/, '');
    if (stem.length >= 2) forms.add(stem);
    if (form.endsWith('新区') && form.length > 4) forms.add(form.slice(0, -2));
  }
  return [...forms];
}

/** The keys under which a district that somebody wrote may be known, likeliest first. */
export function askedDistrictKeys(asked: string): readonly string[] {
  const text = plain(asked).replace('高新技术产业开发区', '高新区');
  const body = text
    .replace(/\(.*\)$/, '')
    .replace(/(人民政府|管理委员会|管委会)$/, '')
    .replace(/(?<=新区)(成都)?直管区$/, '');
  return [...new Set([text, body, withoutRegion(body)])];
}

function withoutRegion(text: string): string {
  const short = text.replace(/^四川省?/, '').replace(/^成都市?/, '');
  return short.length >= 2 ? short : text;
}
