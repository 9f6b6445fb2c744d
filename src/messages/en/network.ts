import type { NetworkFindings } from '../../domain/findings/network.js';
import type { Wording } from '../messages.js';
import type { networkWords as chinese } from '../zh/network.js';
import { counted } from './counted.js';

export const networkFindings: Wording<NetworkFindings> = {
  'network.missing': ({ level }) =>
    `There is no ${level}. Set one up, or add it to the list of stations and import it (shegong import stations).`,
  'network.no-such-area': ({ level, name }) =>
    `The area of “${name}” (${level}) is not in the register on that day, so it counts nowhere. Enter its present area in the list of stations, or its 撤销日期.`,
};

export const networkWords: typeof chinese = {
  checkDescription:
    'check the four-level service network: which district, township and unit has a station, staff and certified staff',
  examples: {
    check: 'the whole city, today',
    district: 'one district on one day, written to a file',
    json: 'for other programs',
  },
  headings: {
    level: 'level',
    district: 'managing district',
    township: 'township',
    unit: 'unit',
    code: 'code',
    covered: 'covered',
    stations: 'stations',
    name: 'station',
    founded: 'founded',
    operator: 'operator',
    staff: 'staff',
    certified: 'certified staff',
  },
  covered: { yes: 'covered', no: 'missing' },
  unstated: 'not stated',
  part: (name, sums) =>
    `${name}: ${sums.places} due, ${sums.covered} covered, ${sums.missing} missing; staff ${sums.staff}, certified ${sums.certified}`,
  checked: (on, places, covered, missing) =>
    `${counted(places, 'place')} due a station on ${on}: ${covered} covered, ${missing} missing.`,
  staff: ({ stations, staff, certified, staffUnstated, certifiedUnstated }) =>
    `${[
      `${counted(stations, 'station')}, staff ${staff}, of which certified ${certified}`,
      ...(staffUnstated > 0 ? [`${counted(staffUnstated, 'station')} without a number of staff`] : []),
      ...(certifiedUnstated > 0
        ? [`${counted(certifiedUnstated, 'station')} without a number of certified staff`]
        : []),
    ].join('; ')}.`,
  noStations:
    'There are no stations in that area. If they are not imported yet, import the list first: shegong import stations.',
  nothing: (on) => `The register has no area of that kind on ${on}.`,
};
