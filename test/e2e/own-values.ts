const cited = 'citation: { document: "测办发〔2026〕1号", article: "第一条" }';

/** An invented office's own values, for `policies/city.yaml`: what rests on an example cannot be closed. */
export const OWN_VALUES = `scope: city
parameters:
  subsidy.rate:
    - { from: 2022-03-01, value: { 员级: 100, 初级: 200, 中级: 300, 高级: 500 }, ${cited} }
  subsidy.decided-on:
    - { from: 2022-03-01, value: first-day, ${cited} }
  subsidy.service-minimum:
    - { from: 2022-03-01, value: { count: 1, per: quarter }, ${cited} }
`;
