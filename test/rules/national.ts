import { day } from '../../src/domain/day.js';
import type { Person, Unit } from '../../src/domain/facts.js';
import type { FoundWorker } from '../../src/domain/history.js';
import { placesOf } from '../../src/rules/posts.js';
import { workerOnDay } from '../../src/rules/worker-on-day.js';
import type { Setting } from './book.js';
import { unit } from './people.js';

const always = { layer: 'shipped', from: '2010-01-01', until: null } as const;

/** What the national rules on registration and continuing education say, and 三(一)1 and 二 of the document. */
export const NATIONAL: readonly Setting[] = [
  { ...always, parameter: 'registration.term', value: { years: 3, renewalMonths: 3 } },
  { ...always, parameter: 'registration.first-months', value: 12 },
  { ...always, parameter: 'training.hours', value: { 初级: 72, 中级: 90, 高级: 90 } },
  {
    ...always,
    parameter: 'training.degree',
    value: { hours: 90, courses: ['社会工作专业学历', '社会工作硕士学位'] },
  },
  { layer: 'shipped', parameter: 'training.yearly', value: ['机关'] },
  {
    layer: 'shipped',
    parameter: 'training.academies',
    value: ['成都村政学院', '城市社区学院', '成都社会组织学院'],
  },
  { layer: 'shipped', parameter: 'target.certificate-holders', value: { holders: 3, by: 2025 } },
];

/** People as they are on a day, the renewal window being three months. */
export const onDay = (
  people: readonly Person[],
  on: string,
  units: readonly Unit[] = [unit(1), unit(2)],
): FoundWorker[] => {
  const places = placesOf(units);
  return people.map((each) => workerOnDay(each, day(on), places, 3));
};
