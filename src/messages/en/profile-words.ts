import type { profileWords as chinese } from '../zh/profile-words.js';
import { counted } from './counted.js';

export const profileWords: typeof chinese = {
  options: {
    map: 'say which column a heading means, such as --map 身份证=身份证号; --map 备用电话= ignores one (repeatable)',
    mapPlaceholder: 'HEADING=COLUMN',
    profile: 'read the files with a saved mapping of columns',
    saveProfile: 'save what --map, --set and answers said of the columns under this name',
    profilePlaceholder: 'NAME',
  },
  examples: {
    map: 'map a file of other headings once, and save it as a profile',
    profile: 'from then on',
    list: 'list the saved profiles',
    remove: 'remove one',
  },
  listDescription:
    'saved mappings of columns: list, remove (an import saves with --save-profile, uses with --profile)',
  remove: 'remove the profile of this name',
  dataset: 'only the profiles of one dataset; which one to remove, where several have the name',
  datasetPlaceholder: 'DATASET',
  headings: {
    dataset: 'dataset',
    name: 'profile',
    map: 'columns',
    given: 'supplied',
    sheet: 'sheet',
    savedAt: 'saved at',
    user: 'saved by',
  },
  mapped: (heading, column) => (column === '' ? `${heading} (ignored)` : `${heading} -> ${column}`),
  given: (column, value) => `${column}=${value}`,
  separator: '; ',
  count: (profiles) => (profiles === 0 ? 'No profiles are saved.' : `${counted(profiles, 'profile')}.`),
  saved: (name, dataset) =>
    `Saved the profile “${name}”. From now on: shegong import ${dataset} FILE --profile ${name}`,
  notSaved: (name) => `Nothing was written, so the profile “${name}” was not saved.`,
  removed: (name, dataset) => `Removed the profile “${name}” of ${dataset}.`,
  ask: {
    why: 'Some columns are not clear; please say which ones they are (Ctrl+C gives up the import).',
    column: (file, heading, samples) =>
      `In ${file}, “${heading}”${samples.length === 0 ? '' : ` (such as ${samples.join(', ')})`} is:`,
    ignore: 'ignore this column',
    which: (file, column) => `In ${file}, several columns mean “${column}”; the right one is:`,
    sample: (heading, samples) =>
      samples.length === 0 ? `${heading} (empty)` : `${heading} (such as ${samples.join(', ')})`,
    save: 'Save these answers as a profile, so that files like this raise no questions?',
    name: 'Name of the profile:',
    badName: 'Choose a name of at most 40 characters',
  },
};
