import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { UserError } from '../../src/domain/user-error.js';
import { documentEnding } from '../../src/policy/ending.js';
import { inForce } from '../../src/policy/in-force.js';
import { loadPolicies, requireSound } from '../../src/policy/load.js';
import { brief, city, DATA, district, FIXTURES, folderOf, load, setting } from './folders.js';

const RATE = city(setting('subsidy.rate', [['2024-01-01', '{ 初级: 200 }']]));
const rateOn = (folder: string, on = '2026-07-01') =>
  inForce(load(folder), 'subsidy.rate', '锦江区', day(on))?.value.初级;

describe('the folder', () => {
  it('that was named and is missing stops the command', () => {
    expect(() => load('/no/such/folder')).toThrow(
      expect.objectContaining({ problem: 'policy.folder-missing', details: { folder: '/no/such/folder' } }),
    );
  });

  it('that nobody named may be absent: the shipped pack stands alone', () => {
    expect(load().folder).toBeNull();
    expect(load().files.map(({ file }) => file)).toEqual(['chengdu/city.yaml']);
  });

  it.each([
    ['city.yaml', { 'city.yaml': RATE }],
    ['city.yml', { 'city.yml': RATE }],
    ['with a byte order mark', { 'city.yaml': `\uFEFF${RATE}` }],
    ['with the line ends of Windows', { 'city.yaml': RATE.replaceAll('\n', '\r\n') }],
    ['with days in quotes', { 'city.yaml': RATE.replace('2024-01-01', '"2024-01-01"') }],
    ['with days of YAML', { 'city.yaml': RATE.replace('2024-01-01', '!!timestamp 2024-01-01') }],
    ['of YAML 1.1, where every day is one', { 'city.yaml': `%YAML 1.1\n---\n${RATE}` }],
    [
      'beside files that are nobody’s business',
      {
        'city.yaml': RATE,
        'notes.yaml': 'x: [',
        'districts/README.md': '#',
        'districts/.~锦江区.yaml': 'x: [',
      },
    ],
    ['beside an empty file of a district', { 'city.yaml': RATE, 'districts/锦江区.yaml': '# 暂无\n' }],
    [
      'beside a district’s file that sets nothing',
      { 'city.yaml': RATE, 'districts/锦江区.yml': 'district: 锦江区\n' },
    ],
  ])('reads %s', (_name, files: Record<string, string>) => {
    const folder = folderOf(files);
    expect(load(folder).findings).toEqual([]);
    expect(rateOn(folder)).toBe(200);
  });

  it.each([
    ['not UTF-8', iconv.encode(RATE.replace('200', '200 # 元'), 'gb18030'), 'not-utf8', 1],
    ['a key twice', `${RATE}scope: city\n`, 'duplicate-key', 5],
    ['an alias', 'scope: &a city\nexample: *a\n', 'anchor', 2],
    ['an alias of nothing', 'example: *a\n', 'anchor', 1],
    ['an open bracket', 'districts: [锦江区\n', 'indentation', 2],
    ['two documents', 'scope: city\n---\nscope: city\n', 'several-documents', 2],
    ['no YAML at all', 'scope: "city\n', 'syntax', 2],
  ])('reports %s, with its line', (_name, bytes, why, line) => {
    const { findings } = load(folderOf({ 'city.yaml': bytes }));
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'policy.unreadable-file',
        line,
        details: expect.objectContaining({ why }),
      }),
    ]);
  });

  it('reports everything that is wrong at once, in the order of files and lines', () => {
    const folder = folderOf({
      'city.yaml': city(
        setting('subsidy.rate', [['2024-13-01', '{ 初级: 200 }']]),
        setting('subsidy.rte', [['2024-01-01', '{ 初级: 200 }']]),
      ),
      'districts/青羊区.yaml': district(
        '锦江区',
        setting('quota.minimum', [['2024-01-01', '{ 社区: 1, 建制村: 1 }']]),
      ),
    });
    expect(brief(load(folder).findings, folder)).toEqual([
      ['policy.bad-date', 'error', 'city.yaml', 4],
      ['policy.unknown-parameter', 'error', 'city.yaml', 5],
      ['policy.wrong-district', 'error', 'districts/青羊区.yaml', 1],
      ['policy.below-city', 'error', 'districts/青羊区.yaml', 4],
    ]);
  });

  it('with an error is computed from by nobody', () => {
    const folder = join(FIXTURES, 'policy.below-city');
    const stopped = expect.objectContaining({ problem: 'policy.unsound', details: { folder, errors: 1 } });
    expect(() => requireSound(load(folder))).toThrow(stopped);
    expect(() => requireSound(load(join(FIXTURES, 'policy.hole')))).not.toThrow();
    expect(new UserError('policy.unsound', { folder, errors: 1 })).toBeInstanceOf(Error);
  });

  it('has a fingerprint of contents, not of places', () => {
    const [one, same, other] = [RATE, RATE, RATE.replace('200', '201')].map((text) =>
      load(folderOf({ 'city.yaml': text })),
    );
    expect(one?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(one?.fingerprint).toBe(same?.fingerprint);
    expect(one?.fingerprint).not.toBe(other?.fingerprint);
    expect(one?.fingerprint).not.toBe(load().fingerprint);
  });

  it('marked as an example marks all its values; a mark in a district’s file only its own', () => {
    const own = district('锦江区', setting('complaint.days', [['2024-01-01', '30']]));
    const marks = (files: Record<string, string>) => {
      const book = load(folderOf(files));
      const versions = [...book.versions['subsidy.rate'], ...book.versions['complaint.days']];
      return versions.map(({ example }) => example);
    };
    expect(marks({ 'city.yaml': `example: true\n${RATE}`, 'districts/锦江区.yaml': own })).toEqual([
      true,
      true,
    ]);
    expect(marks({ 'city.yaml': RATE, 'districts/锦江区.yaml': `example: true\n${own}` })).toEqual([
      false,
      true,
    ]);
    expect(marks({ 'city.yaml': RATE, 'districts/锦江区.yaml': own })).toEqual([false, false]);
  });

  it('trusts the shipped pack unless asked, and does not need the schemas for it', () => {
    const source = {
      shippedFolder: join(DATA, 'policies/chengdu'),
      sourcesFolder: join(DATA, 'sources'),
      folder: '/no/such/folder',
      folderNamed: false,
    };
    expect(loadPolicies(source).versions).toEqual(load().versions);
  });
});

describe('a value ends with its document', () => {
  const cited = (document: string) => `citation: { document: "${document}", article: "一" }`;
  const until = (days: string, document: string, documents = '') => {
    const folder = folderOf({
      'city.yaml': `${documents}${city(setting('complaint.days', [[days, '30']], cited(document)))}`,
    });
    return load(folder).versions['complaint.days'].map(({ from, until: last }) => `${from}..${last}`);
  };
  const own =
    'documents:\n  - { id: 某办发〔2024〕1号, title: 关于补贴的通知, from: 2024-01-01, until: 2025-06-30 }\n';

  it.each([
    ['cited by id', '2024-01-01', 'chengdu-2022', '2024-01-01..2027-02-28'],
    [
      'cited by title',
      '2024-01-01',
      '成都市民政局等18部门关于加强社会工作者职业体系建设的实施意见',
      '2024-01-01..2027-02-28',
    ],
    ['cited by title in 《》', '2024-01-01', '《社会工作者继续教育办法》', '2024-01-01..null'],
    ['stated to end later', '2024-01-01..2030-12-31', 'chengdu-2022', '2024-01-01..2027-02-28'],
    ['stated to end earlier', '2024-01-01..2026-12-31', 'chengdu-2022', '2024-01-01..2026-12-31'],
    ['stated to begin before the document', '2022-01-01', 'chengdu-2022', '2022-03-01..2027-02-28'],
    ['of a number that nobody registered', '2024-01-01', '某办发〔2024〕1号', '2024-01-01..null'],
  ])('%s', (_name, days, document, expected) => expect(until(days, document)).toEqual([expected]));

  it('of an office’s own document that city.yaml registers', () =>
    expect(until('2024-01-01', '某办发〔2024〕1号', own)).toEqual(['2024-01-01..2025-06-30']));

  it('and is an error when it would begin only afterwards', () => {
    const folder = folderOf({
      'city.yaml': own + city(setting('complaint.days', [['2025-07-01', '30']], cited('某办发〔2024〕1号'))),
    });
    expect(brief(load(folder).findings, folder)).toEqual([
      ['policy.outside-document', 'error', 'city.yaml', 6],
    ]);
  });

  it('is compared with the text beside the folder, whatever the width and the spaces', () => {
    const quoting = (quote: string) => {
      const documents =
        'documents:\n  - { id: own-2024, title: 关于补贴的通知, from: 2024-01-01, text: 通知.txt }\n';
      const citation = `citation: { document: own-2024, article: 一, quote: "${quote}" }`;
      const folder = folderOf({
        'city.yaml': documents + city(setting('complaint.days', [['2024-01-01', '30']], citation)),
        '通知.txt': '自2024年1月1日起，\n投诉应在３０天内办结。',
      });
      return load(folder).findings.map(({ code }) => code);
    };
    expect(quoting('自2024年1月1日起,投诉应在30天内 办结')).toEqual([]);
    expect(quoting('投诉应在31天内办结')).toEqual(['policy.quote-not-found']);
  });

  it.each([
    ['a number of the office’s own', '某办发〔2024〕1号', undefined, []],
    ['such a number with a quote that nobody can compare', '某办发〔2024〕1号', '任意', ['info']],
    ['a slip in the id of a registered document', 'chengdu-202', undefined, ['warning']],
    ['an id of its own that is like no other', 'notice-7', undefined, []],
  ])('unless the document is not registered: %s', (_name, document, quote, severities) => {
    const quoted = quote === undefined ? '' : `, quote: ${quote}`;
    const citation = `citation: { document: ${document}, article: 一${quoted} }`;
    const folder = folderOf({
      'city.yaml': city(setting('complaint.days', [['2024-01-01', '30']], citation)),
    });
    const findings = load(folder).findings.map(({ code, severity }) => [code, severity]);
    expect(findings).toEqual(severities.map((severity) => ['policy.unknown-document', severity]));
  });

  it('may not be registered twice', () => {
    const twice = 'documents:\n  - { id: chengdu-2022, title: 延长有效期, until: 2029-02-28 }\n';
    const folder = folderOf({ 'city.yaml': twice });
    expect(brief(load(folder).findings, folder)).toEqual([['policy.bad-structure', 'error', 'city.yaml', 2]]);
    expect(load(folder).documents.get('chengdu-2022')?.until).toBe('2027-02-28');
  });
});

describe('the end of the document is told', () => {
  const CONDITIONS = '[on-post, certificate, registration, service-record, professional-role]';
  const successor = (from: string, ...settings: string[]) =>
    folderOf({
      'city.yaml': `documents:\n  - { id: chengdu-2027, title: 接续文件, from: ${from} }\n${city(...settings)}`,
    });
  const cited = 'citation: { document: chengdu-2027, article: 一 }';
  const quota = (from: string) => setting('quota.minimum', [[from, '{ 社区: 2, 建制村: 1 }']], cited);
  const conditions = (from: string) => setting('subsidy.conditions', [[from, CONDITIONS]], cited);

  it.each([
    ['before it began', '2022-02-28', undefined],
    ['181 days before', '2026-08-31', undefined],
    ['180 days before', '2026-09-01', 180],
    ['on the last day', '2027-02-28', 0],
    ['the day after', '2027-03-01', -1],
  ])('%s (%s): %s', (_name, on, days) =>
    expect(documentEnding(load(), day(on))?.details).toEqual(
      days === undefined ? undefined : expect.objectContaining({ until: '2027-02-28', days }),
    ),
  );

  it.each([
    ['no longer once a successor takes over', '2027-03-01', ['quota', 'conditions'], false],
    ['while the successor leaves a gap', '2027-03-02', ['quota', 'conditions'], true],
    ['while the successor is silent on subsidies', '2027-03-01', ['quota'], true],
    ['while the successor is silent on posts', '2027-03-01', ['conditions'], true],
  ])('%s', (_name, from, parts, told) => {
    const settings = [
      ...(parts.includes('quota') ? [quota(from)] : []),
      ...(parts.includes('conditions') ? [conditions(from)] : []),
    ];
    const book = load(successor(from, ...settings));
    expect(book.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(documentEnding(book, day('2027-02-01')) !== undefined).toBe(told);
  });
});

describe('a district may raise and widen, on every day and for every level', () => {
  const cityRates = setting('subsidy.rate', [
    ['2024-01-01..2025-12-31', '{ 初级: 200, 中级: 300 }'],
    ['2026-01-01', '{ 初级: 240, 中级: 360 }'],
  ]);
  const found = (...settings: string[]) => {
    const folder = folderOf({
      'city.yaml': city(cityRates),
      'districts/锦江区.yaml': district('锦江区', ...settings),
    });
    return load(folder).findings.map(({ code, details }) => {
      const { key, on } = details as { key?: string; on?: string };
      return [code, key, on].filter((part) => part !== undefined).join(' ');
    });
  };

  it.each([
    ['equal to the city', '2024-01-01..2025-12-31', '{ 初级: 200, 中级: 300 }', []],
    ['raised', '2024-01-01', '{ 初级: 250, 中级: 360 }', []],
    ['a level left out', '2024-01-01', '{ 中级: 360 }', []],
    ['a level that the city has not', '2024-01-01', '{ 员级: 1 }', []],
    [
      'one fen below, for one level',
      '2024-01-01..2025-12-31',
      '{ 初级: 199.99, 中级: 300 }',
      ['policy.below-city 初级 2024-01-01'],
    ],
    ['overtaken by the city later', '2024-01-01', '{ 初级: 239.99 }', ['policy.below-city 初级 2026-01-01']],
    [
      'below on its last day alone',
      '2024-01-01..2026-01-01',
      '{ 初级: 210 }',
      ['policy.below-city 初级 2026-01-01'],
    ],
    ['gone the day before', '2024-01-01..2025-12-31', '{ 初级: 210 }', []],
    ['before the city set any', '2023-01-01..2023-12-31', '{ 初级: 1 }', []],
  ])('subsidy.rate %s', (_name, days, value, expected) =>
    expect(found(setting('subsidy.rate', [[days, value]]))).toEqual(expected),
  );

  it.each([
    ['quota.minimum', '{ 社区: 1, 建制村: 1 }', ['policy.below-city 社区 2024-01-01']],
    ['quota.minimum', '{ 社区: 2, 建制村: 2 }', []],
    ['training.hours', '{ 初级: 70 }', ['policy.below-city 初级 2024-01-01']],
    ['training.hours', '{ 初级: 72, 员级: 40 }', []],
    ['subsidy.categories', '[社会组织]', ['policy.drops-category 2024-01-01']],
    ['subsidy.categories', '[社会组织, 城乡社区专职工作者]', []],
    [
      'subsidy.conditions',
      '[on-post, certificate, registration, service-record]',
      ['policy.drops-condition'],
    ],
    [
      'subsidy.conditions',
      '[on-post, certificate, registration, service-record, professional-role, no-sanction]',
      [],
    ],
    ['subsidy.decided-on', '{ registration: last-day, otherwise: 15 }', []],
    ['grade.map', '{ 高级: { 甲: 1 }, 中级: { 乙: 1 }, 初级: { 丙: 1 } }', ['policy.not-for-districts']],
    ['grade.certificate', '{}', ['policy.not-for-districts']],
    ['registration.term', '{ years: 5, renewalMonths: 3 }', ['policy.not-for-districts']],
    ['target.certificate-holders', '{ holders: 1, by: 2025 }', ['policy.not-for-districts']],
  ])('%s %s against the shipped value', (parameter, value, expected) =>
    expect(found(setting(parameter, [['2024-01-01', value]]))).toEqual(expected),
  );
});

describe('holes', () => {
  const codes = (cityText: string, districtText?: string) => {
    const files: Record<string, string> = { 'city.yaml': cityText };
    if (districtText) files['districts/锦江区.yaml'] = districtText;
    return load(folderOf(files)).findings.map(({ code, details }) => [code, details]);
  };
  const gapped = setting('subsidy.retro-months', [
    ['2024-01-01..2024-12-31', '6'],
    ['2025-02-01', '12'],
  ]);
  const hole = (from: string, until: string) => [
    ['policy.hole', { parameter: 'subsidy.retro-months', from, until }],
  ];

  it.each([
    ['nobody answers below', city(gapped), undefined, hole('2025-01-01', '2025-01-31')],
    ['a district whose city is silent', city(), district('锦江区', gapped), hole('2025-01-01', '2025-01-31')],
    [
      'a district whose city answers',
      city(setting('subsidy.retro-months', [['2024-01-01', '3']])),
      district('锦江区', gapped),
      [],
    ],
    [
      'a district whose city answers half of it',
      city(setting('subsidy.retro-months', [['2024-01-01..2025-01-15', '3']])),
      district('锦江区', gapped),
      hole('2025-01-16', '2025-01-31'),
    ],
    [
      'no gap at all',
      city(
        setting('subsidy.retro-months', [
          ['2024-01-01..2024-12-31', '6'],
          ['2025-01-01', '12'],
        ]),
      ),
      undefined,
      [],
    ],
  ])('%s', (_name, cityText, districtText, expected) =>
    expect(codes(cityText, districtText)).toEqual(expected),
  );

  it('two values from the same day are two values for one day', () =>
    expect(
      codes(
        city(
          setting('subsidy.retro-months', [
            ['2024-01-01', '6'],
            ['2024-01-01', '12'],
          ]),
        ),
      ).map(([code]) => code),
    ).toEqual(['policy.overlap']));
});
