import type { BatchFindings } from '../../domain/findings/batches.js';
import type { BatchProblems } from '../../domain/problems/batches.js';
import type { Wording } from '../messages.js';
import { counted } from './counted.js';

export const batchProblems: Wording<BatchProblems> = {
  'import.close-refused': ({ rows, area }) =>
    `${rows === 1 ? 'One row' : `${rows} rows`} of ${area === '' ? 'the townships of the roster' : area} cannot come in (see above) and may be of the very people who seem to be missing, so no post is ended and nothing was imported. Mend the rows first, or leave out --close-missing.`,
  'usage.bad-batch': ({ value }) =>
    `“${value}” is not the number of a batch. Numbers are whole and positive; see shegong import list.`,
  'batch.unknown': ({ batch, last }) =>
    `There is no batch ${batch}${last > 0 ? `; the last one is ${last}` : ''}. See shegong import list.`,
  'batch.undone': ({ batch, by }) =>
    `Batch ${batch} was taken back by batch ${by} already. To have it again, take that one back: shegong import undo ${by}.`,
  'batch.stood-on': ({ batch, later, facts }) =>
    `Batch ${batch} cannot be taken back: ${counted(facts, 'entry', 'entries')} of later batches ${facts === 1 ? 'stands' : 'stand'} on it (see above). Take back ${later.length === 1 ? 'batch' : 'batches'} ${later.join(', ')} first.`,
};

export const batchFindings: Wording<BatchFindings> = {
  'batch.stands-on': ({ batch, later }) =>
    `This entry of batch ${later} stands on what batch ${batch} recorded.`,
};
