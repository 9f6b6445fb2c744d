import { compareText } from '../domain/area-order.js';
import { type Day, dayAfter, lastDayOf, type Month, monthOf } from '../domain/day.js';
import type { Person, Unit } from '../domain/facts.js';
import { type Citation, type Finding, finding } from '../domain/finding.js';
import type { Hours } from '../domain/hours.js';
import type { ServiceGroup } from '../domain/service-groups.js';
import { SERVICE_FIELDS, type ServiceField } from '../domain/terms.js';
import { unitTermOn } from '../domain/units.js';
import { governingArticle } from '../policy/governing-article.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { isOpenOn, type Places, placesOf, type Whereabouts } from './posts.js';

/** One service rendered. */
export interface ServiceRendered {
  person: Person;
  on: Day;
  field: ServiceField | null;
  /** null: the record does not say. */
  hours: Hours | null;
}

interface ServiceSums {
  records: number;
  hours: Hours;
  /** Records without 时长: `hours` is without them. */
  withoutHours: number;
  people: number;
}

/** The records of one field, worker, unit or month; what the group is not about is null. */
export interface ServiceRow extends ServiceSums {
  /** Also null: the record names none of the 21 fields. */
  field: ServiceField | null;
  month: Month | null;
  person: Person | null;
  /** Where the worker was on post on the day of service; of a worker: at the last of them; of a unit: as called then. */
  place: (Whereabouts & { code: string | null }) | null;
  /** How many of the 21 fields. */
  fields: number;
}

export interface ServiceSummary {
  rows: readonly ServiceRow[];
  totals: ServiceSums & {
    from: Day;
    until: Day;
    fields: number;
    units: number;
    withoutField: number;
    /** Rendered on a day without a post: they belong to no unit. */
    offPost: number;
    /** null: the document is not in force on the last day. */
    citation: Citation | null;
  };
  findings: readonly Finding[];
}

/**
 * Service records of a stretch of days by field (the 21 of the article in its order, those without any too), worker, unit
 * or month (each of the stretch), with hours. A record belongs to the unit where the worker was on post on that day;
 * `within` narrows by it. Records are counted, nothing is asked of them: the article sets no number. 三(三)1
 */
export function summarizeServices({
  services,
  units,
  span,
  by,
  within,
  book,
}: {
  services: Iterable<ServiceRendered>;
  units: readonly Unit[];
  span: { from: Day; until: Day };
  by: ServiceGroup;
  /** null: everywhere, also what was rendered without a post. */
  within: ((place: Whereabouts) => boolean) | null;
  book: Pick<PolicyBook, 'versions'>;
}): ServiceSummary {
  const places = placesOf(units);
  const groups = new Map<string, Group>();
  for (const group of emptyGroups(by, span)) groups.set(group.key, group);
  const all = new Group('', {});
  const unitsServed = new Set<string>();
  let withoutField = 0;
  let offPost = 0;
  for (const service of services) {
    if (service.on < span.from || span.until < service.on) continue;
    const place = placeOf(service, places);
    if (within !== null && (place === null || !within(place))) continue;
    all.add(service);
    if (service.field === null) withoutField += 1;
    if (place === null) offPost += 1;
    else unitsServed.add(placeKey(place));
    const about = groupOf(by, service, place);
    let group = groups.get(about.key);
    if (!group) {
      group = about;
      groups.set(about.key, group);
    }
    // of a worker the place of the latest service, of a unit its latest name
    if (service.on >= (group.latest ?? '')) group.about = about.about;
    group.add(service);
  }
  const rows = [...groups.values()].sort((a, b) => ORDER[by](a, b, places)).map((group) => group.row());
  return {
    rows,
    totals: {
      ...span,
      ...all.sums(),
      fields: all.fields.size,
      units: unitsServed.size,
      withoutField,
      offPost,
      citation: governingArticle(book, '三(三)1', span.until) ?? null,
    },
    findings: offPost > 0 ? [finding('service.off-post', 'warning', '', { records: offPost })] : [],
  };
}

type About = Partial<Pick<ServiceRow, 'field' | 'month' | 'person' | 'place'>>;

/** Records that are put together. */
class Group {
  readonly fields = new Set<ServiceField>();
  latest: Day | null = null;
  private records = 0;
  private hours: Hours = 0;
  private withoutHours = 0;
  private readonly people = new Set<number>();

  constructor(
    readonly key: string,
    public about: About,
  ) {}

  add({ person, on, field, hours }: ServiceRendered): void {
    this.records += 1;
    if (hours === null) this.withoutHours += 1;
    else this.hours += hours;
    this.people.add(person.id);
    if (field !== null) this.fields.add(field);
    if (this.latest === null || on > this.latest) this.latest = on;
  }

  sums(): ServiceSums {
    const { records, hours, withoutHours, people } = this;
    return { records, hours, withoutHours, people: people.size };
  }

  row(): ServiceRow {
    const { field = null, month = null, person = null, place = null } = this.about;
    return { field, month, person, place, ...this.sums(), fields: this.fields.size };
  }
}

function placeOf({ person, on }: ServiceRendered, places: Places): ServiceRow['place'] {
  const post = person.posts.findLast((each) => isOpenOn(each, on));
  if (!post) return null;
  const { district, township, name } = places.on(post.place, on);
  const { unit } = post.place;
  return {
    ...{ district, township, name },
    code: unit === null ? null : unitTermOn(places.unitOn(unit, on), on).code,
  };
}

const placeKey = (place: ServiceRow['place']): string =>
  place === null ? '' : (place.code ?? `${place.district}\n${place.township}\n${place.name}`);

function groupOf(
  by: ServiceGroup,
  { person, on, field }: ServiceRendered,
  place: ServiceRow['place'],
): Group {
  switch (by) {
    case 'field':
      return new Group(field ?? '', { field });
    case 'worker':
      return new Group(String(person.id), { person, place });
    case 'unit':
      // a unit that changed hands has a row in each area, so that rows add up to what the area itself is told
      return new Group([place?.district, place?.township, placeKey(place)].join('\n'), { place });
    case 'month':
      return new Group(monthOf(on), { month: monthOf(on) });
  }
}

/** The 21 fields, and every month of the stretch, whether or not anything was rendered. */
function emptyGroups(by: ServiceGroup, { from, until }: { from: Day; until: Day }): Group[] {
  if (by === 'field') return SERVICE_FIELDS.map((field) => new Group(field, { field }));
  if (by !== 'month') return [];
  const months: Group[] = [];
  for (let first = from; first <= until; first = dayAfter(lastDayOf(monthOf(first)))) {
    const month = monthOf(first);
    months.push(new Group(month, { month }));
  }
  return months;
}

const fieldRank = ({ about }: Group): number =>
  about.field == null ? SERVICE_FIELDS.length : SERVICE_FIELDS.indexOf(about.field);

/** District, township, unit; what was rendered without a post comes last. */
function byPlace(a: Group, b: Group, { order }: Places): number {
  const [first, second] = [a.about.place ?? null, b.about.place ?? null];
  if (first === null || second === null) return Number(first === null) - Number(second === null);
  return (
    order.compareDistricts(first.district, second.district) ||
    order.compareTownships(first.district, first.township ?? '', second.township ?? '') ||
    compareText(placeKey(first), placeKey(second))
  );
}

const ORDER: Readonly<Record<ServiceGroup, (a: Group, b: Group, places: Places) => number>> = {
  field: (a, b) => fieldRank(a) - fieldRank(b),
  month: (a, b) => compareText(a.key, b.key),
  unit: byPlace,
  worker: (a, b, places) =>
    byPlace(a, b, places) || compareText(a.about.person?.idNumber ?? '', b.about.person?.idNumber ?? ''),
};
