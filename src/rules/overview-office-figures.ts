import { SERVICE_FIELDS } from '../domain/terms.js';
import type { Answers, Figure } from './overview.js';
import { attention, overdue, short, told, wholly } from './overview-told.js';

/** Stations and services. 三(三) */
export function networkFigures({ network, services }: Answers): Figure[] {
  return [
    ...told('职业服务', '三(三)1', network, [
      ['stations', 'places', ({ totals }) => wholly(totals.covered, totals.places)],
      ['stationsMissing', 'places', ({ totals }) => short(totals.missing)],
      ['stationStaff', 'people', ({ totals }) => ({ value: totals.staff })],
    ]),
    ...told('职业服务', '三(三)1', services, [
      ['serviceRecords', 'records', ({ byField }) => ({ value: byField.totals.records })],
      ['serviceHours', 'hours', ({ byField }) => ({ value: byField.totals.hours })],
      [
        'serviceFields',
        'fields',
        ({ byField }) => ({ value: byField.totals.fields, of: SERVICE_FIELDS.length }),
      ],
    ]),
  ];
}

/** Posts and their holders. 三(四) */
export function postFigures({ quota, grades }: Answers): Figure[] {
  const anywhere: Answers['quota'] =
    quota.value?.rows.length === 0 ? { value: null, lack: { why: 'nobody' } } : quota;
  return [
    ...told('职业发展', '三(四)1', anywhere, [
      [
        'unitsMeeting',
        'units',
        ({ rows }) => {
          const known = rows.filter(({ shortfall }) => shortfall !== null);
          return wholly(known.filter(({ shortfall }) => shortfall === 0).length, known.length);
        },
      ],
      [
        'established',
        'posts',
        ({ totals }) => ({
          value: totals.established,
          target: totals.required,
          // more than enough in one unit makes up for nothing in another
          state:
            totals.shortfall === 0 ? 'met' : totals.established < totals.required ? 'short' : 'attention',
        }),
      ],
      ['shortfall', 'posts', ({ totals }) => short(totals.shortfall)],
      ['filled', 'people', ({ totals }) => ({ value: totals.filled })],
      ['certified', 'people', ({ totals }) => ({ value: totals.certified, of: totals.filled })],
      ['unknownKind', 'units', ({ totals }) => attention(totals.unknownKind)],
    ]),
    ...told('职业发展', '三(四)2', grades, [
      ['gradeProblems', 'posts', ({ totals }) => ({ ...short(totals.problems), of: totals.posts })],
    ]),
  ];
}

/** Complaints. 三(五) */
export function complaintFigures({ complaints }: Answers): Figure[] {
  return told('职业道德', '三(五)', complaints, [
    ['complaints', 'complaints', ({ totals }) => ({ value: totals.complaints })],
    ['complaintsOpen', 'complaints', ({ totals }) => attention(totals.open)],
    [
      'complaintsOverdue',
      'complaints',
      ({ totals: { open, withoutDeadline, overdue: late } }) =>
        open > 0 && withoutDeadline === open
          ? { value: null, lack: { why: 'not-set', parameter: 'complaint.days' } }
          : overdue(late),
    ],
    ['complaintsLate', 'complaints', ({ totals }) => ({ value: totals.settledLate, of: totals.settled })],
    ['repeated', 'respondents', ({ totals }) => attention(totals.repeatedRespondents)],
    ['suspensions', 'complaints', ({ totals }) => ({ value: totals.suspensions })],
  ]);
}
