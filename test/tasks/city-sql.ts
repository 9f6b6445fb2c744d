/**
 * Plain SQL about the fixture city on a day, which stands wherever `:on` does: the law once more, in another language and
 * with nothing of the program in it. The register of the fixture city has one term of each unit, and nobody merged.
 */
const BEGUN = `
  begun AS (
    SELECT post.person, post.unit, post.workplace, post.from_on, post.until_on,
      coalesce(post.until_on, '9') >= :on AS open,
      coalesce(post.district, unit_term.district) AS district, coalesce(post.township, unit_term.township) AS township,
      coalesce(change.category, post.category) AS category,
      iif(change.post IS NULL, post.title, change.title) AS stated,
      replace(iif(change.post IS NULL, post.title, change.title), '岗位', '') AS title
    FROM post
    LEFT JOIN unit_term ON unit_term.unit = post.unit AND unit_term.superseded IS NULL
    LEFT JOIN post_change AS change ON change.post = post.post AND change.superseded IS NULL
      AND change.from_on = (SELECT max(from_on) FROM post_change AS last
        WHERE last.post = post.post AND last.superseded IS NULL AND last.from_on <= :on)
    WHERE post.superseded IS NULL AND post.from_on <= :on),
  seat AS (
    SELECT * FROM (
      SELECT begun.*, row_number() OVER (
        PARTITION BY person ORDER BY open DESC, iif(open, from_on, until_on) DESC) AS place FROM begun)
    WHERE place = 1),
  gone AS (SELECT person FROM seat WHERE NOT open)`;

/**
 * Who holds what: `holder` (rank of the highest certificate, day of the first), `term` (the registration that reaches
 * furthest), `seat` (the post that counts: the open one begun last, else the one left last), `gone` (left every post).
 */
export const PEOPLE = `
  WITH rank(level, rank) AS (VALUES ('员级', 1), ('初级', 2), ('中级', 3), ('高级', 4)),
  holder AS (
    SELECT person, max(rank) AS rank, min(issued_on) AS first
    FROM certificate JOIN rank USING (level)
    WHERE superseded IS NULL AND issued_on <= :on GROUP BY person),
  term AS (
    SELECT person, max(until_on) AS until FROM registration
    WHERE superseded IS NULL AND from_on <= :on GROUP BY person),${BEGUN}`;

/** Beside PEOPLE, `account`: hours taken in the term and hours needed, in hundredths; a degree is 90 hours, once. */
export const HOURS = `${PEOPLE},
  standing AS (
    SELECT holder.person, rank, until, coalesce(district, '') AS district,
      (SELECT max(from_on) FROM registration r
       WHERE r.person = holder.person AND superseded IS NULL AND from_on <= :on AND until_on = until) AS start
    FROM holder JOIN term USING (person) LEFT JOIN seat USING (person) WHERE until >= :on AND rank > 1),
  taken AS (
    SELECT standing.person, course LIKE '社会工作专业%学历' AS degree, hours FROM standing JOIN training t
    ON t.person = standing.person AND superseded IS NULL AND coalesce(t.until_on, t.from_on) BETWEEN start AND :on),
  account AS (
    SELECT standing.person, until,
      CASE WHEN district = '成都高新区' AND :on >= '2024-01-01' THEN iif(rank = 2, 8000, 9600)
        ELSE iif(rank = 2, 7200, 9000) END AS needed,
      coalesce((SELECT sum(iif(degree, 0, hours)) + 9000 * max(degree) FROM taken
        WHERE taken.person = standing.person), 0) AS hours,
      EXISTS (SELECT 1 FROM taken WHERE taken.person = standing.person AND degree) AS degree
    FROM standing)`;

/** Beside PEOPLE, `official` (机关, on post) and whether they have been trained this year and at all since last year began. */
export const OFFICIALS = `${PEOPLE},
  official AS (
    SELECT person,
      EXISTS (SELECT 1 FROM training t WHERE t.person = seat.person AND superseded IS NULL
        AND coalesce(until_on, from_on) BETWEEN date(:on, 'start of year') AND :on) AS this_year,
      EXISTS (SELECT 1 FROM training t WHERE t.person = seat.person AND superseded IS NULL
        AND coalesce(until_on, from_on) BETWEEN date(:on, 'start of year', '-1 year') AND :on) AS lately,
      EXISTS (SELECT 1 FROM post WHERE post.person = seat.person AND post.superseded IS NULL
        AND date(:on, 'start of year', '-1 year') BETWEEN post.from_on AND coalesce(post.until_on, '9')
        AND '机关' = coalesce((SELECT category FROM post_change c WHERE c.post = post.post AND c.superseded IS NULL
          AND c.from_on <= date(:on, 'start of year', '-1 year') ORDER BY c.from_on DESC LIMIT 1), category)) AS all_last_year
    FROM seat WHERE open AND category = '机关')`;

/** `begun_term`: 督导与专家 with the rank of the level, experts apart; `over`: ended, and nothing as high follows. */
export const SUPERVISORS = `${PEOPLE},
  begun_term AS (
    SELECT id, person, level, until_on, level = '专家库' AS expert,
      CASE level WHEN '中级督导' THEN 2 WHEN '高级督导' THEN 3 ELSE 1 END AS step
    FROM supervisor WHERE superseded IS NULL AND from_on <= :on),
  over AS (
    SELECT * FROM begun_term AS ended WHERE until_on < :on AND NOT EXISTS (
      SELECT 1 FROM begun_term AS other WHERE other.person = ended.person AND other.id <> ended.id
        AND other.expert = ended.expert AND other.step >= ended.step AND coalesce(other.until_on, '9') > ended.until_on))`;

/** Professional titles, bare; posts that places have been given, and those that people hold. One district of the example policies asks for more. */
export const POSTS = `
  WITH pro(title) AS (VALUES ('社会工作专业'), ('助理社会工作师一级'), ('助理社会工作师二级'), ('社会工作师一级'),
    ('社会工作师二级'), ('社会工作师三级'), ('高级社会工作师一级'), ('高级社会工作师二级'), ('高级社会工作师三级')),${BEGUN},
  latest AS (
    SELECT unit, workplace, district, replace(title, '岗位', '') AS title, count,
      row_number() OVER (PARTITION BY coalesce(unit, ''), coalesce(district || '/' || workplace, ''), replace(title, '岗位', '')
        ORDER BY from_on DESC) AS place
    FROM establishment
    WHERE superseded IS NULL AND from_on <= :on AND (until_on IS NULL OR until_on >= :on)),
  given AS (
    SELECT unit, workplace, district, sum(CASE WHEN title IN pro THEN count ELSE 0 END) AS posts
    FROM latest WHERE place = 1 GROUP BY unit, workplace, district),
  open AS (SELECT person, unit, workplace, district, title FROM begun WHERE begun.open),
  held AS (SELECT unit, count(*) AS posts FROM open WHERE title IN pro AND unit IS NOT NULL GROUP BY unit),
  short AS (
    SELECT unit_term.unit, CASE WHEN kind = '建制村' THEN 1
      WHEN unit_term.district = '成都高新区' AND :on >= '2024-01-01' THEN 3 ELSE 2 END
      - coalesce(given.posts, held.posts, 0) AS posts
    FROM unit_term LEFT JOIN given USING (unit) LEFT JOIN held USING (unit)
    WHERE superseded IS NULL AND kind IS NOT NULL)`;

/** `missed`: complaints that are open past their day, by the example's 30 days where none is stated. */
export const COMPLAINTS = `
  WITH missed AS (
    SELECT number FROM complaint
    WHERE superseded IS NULL AND received_on <= :on AND (settled_on IS NULL OR settled_on > :on)
      AND ifnull(due_on, date(received_on, '+30 days')) < :on)`;

/** `dip`: days by whose end a level of the 关爱基金 had gone below zero; `below`: levels that are. */
export const FUND = `
  WITH ended AS (
    SELECT level, entered_on, sum(sum(iif(direction = '收入', amount_fen, -amount_fen)))
      OVER (PARTITION BY level ORDER BY entered_on) AS balance
    FROM fund_entry WHERE superseded IS NULL AND entered_on <= :on GROUP BY level, entered_on),
  dip AS (
    SELECT * FROM (SELECT *, lag(balance, 1, 0) OVER (PARTITION BY level ORDER BY entered_on) AS before FROM ended)
    WHERE balance < 0 AND before >= 0),
  below AS (SELECT * FROM (SELECT level, balance, max(entered_on) FROM ended GROUP BY level) WHERE balance < 0)`;

/** `average`: pay in professional posts outside 事业编制, by district. */
export const PAY = `
  WITH pro(title) AS (VALUES ('社会工作专业'), ('助理社会工作师一级'), ('助理社会工作师二级'), ('社会工作师一级'),
    ('社会工作师二级'), ('社会工作师三级'), ('高级社会工作师一级'), ('高级社会工作师二级'), ('高级社会工作师三级')),${BEGUN},
  paid AS (
    SELECT person, district, max(from_on), (SELECT monthly_fen FROM pay WHERE pay.person = begun.person
      AND superseded IS NULL AND from_on <= :on ORDER BY from_on DESC LIMIT 1) AS monthly_fen
    FROM begun WHERE open AND category <> '事业编制' AND title IN pro GROUP BY person),
  average AS (
    SELECT district, CAST(round(avg(monthly_fen)) AS INTEGER) AS averageFen FROM paid GROUP BY district)`;

/** Places without a station, of all four levels. */
const STANDING = `superseded IS NULL AND founded_on <= :on AND (dissolved_on IS NULL OR dissolved_on >= :on)`;
export const MISSING_STATIONS = `
  SELECT (SELECT NOT EXISTS (SELECT 1 FROM station WHERE level = '市社工支持中心' AND ${STANDING}))
    + (SELECT count(*) FROM (SELECT district FROM unit_term WHERE superseded IS NULL
       EXCEPT SELECT district FROM station WHERE level = '区(市)县社工总站' AND ${STANDING}))
    + (SELECT count(*) FROM (SELECT district, township FROM unit_term WHERE superseded IS NULL
       EXCEPT SELECT district, township FROM station WHERE level = '镇(街道)社工站' AND ${STANDING}))
    + (SELECT count(*) FROM (SELECT unit FROM unit_term WHERE superseded IS NULL
       EXCEPT SELECT unit FROM station WHERE level = '村(社区)社工室' AND ${STANDING}))`;
