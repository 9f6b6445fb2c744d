import type { SubsidyProblems } from '../../domain/problems/subsidies.js';
import type { Wording } from '../messages.js';
import { closingWords } from './closings.js';

export const subsidyProblems: Wording<SubsidyProblems> = {
  'export.nothing': ({ quarter, district }) =>
    `Nobody held a post in ${quarter}${district === null ? '' : ` in ${district}`}, so there is nothing to export. Import a roster first, or check quarter and district.`,
  'export.stages-differ': ({ quarter, districts }) =>
    `The districts have not come equally far with ${quarter} (${districts.map(({ district, state }) => `${district} ${closingWords.states[state]}`).join(', ')}), so they cannot stand in one file. Leave out --together, or export them one by one with --district.`,
  'export.folder-missing': ({ folder }) =>
    `The folder ${folder} does not exist, nor does the folder above it. Create that one first, or name another with --to.`,
  'export.not-a-folder': ({ folder }) => `${folder} is a file, not a folder. Name a folder with --to.`,
  'export.files-exist': ({ folder, files }) =>
    `Files of these names with other contents stand in ${folder}: ${someOf(files)}. Nothing was written. Choose another folder, or add --force to replace them.`,
};

/** A few names are enough to see which files are meant. */
const someOf = (files: readonly string[]) =>
  files.slice(0, 3).join(', ') + (files.length > 3 ? ` and ${files.length - 3} more` : '');
