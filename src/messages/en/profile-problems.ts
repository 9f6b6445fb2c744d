import type { ProfileProblems } from '../../domain/problems/profiles.js';
import type { Wording } from '../messages.js';

const perhaps = (nearest: readonly string[]) =>
  nearest.length > 0 ? ` Did you mean ${nearest.join(' or ')}?` : '';

export const profileProblems: Wording<ProfileProblems> = {
  'profile.unknown': ({ name, nearest }) =>
    `There is no profile “${name}”.${perhaps(nearest)} shegong import profiles lists them; --save-profile on an import saves a new one.`,
  'profile.other-dataset': ({ name, dataset, savedFor }) =>
    `The profile “${name}” was saved for ${savedFor.join(', ')} and does not fit ${dataset}. Use a profile of this dataset, or map with --map and save with --save-profile.`,
  'profile.ambiguous': ({ name, datasets }) =>
    `Each of the datasets ${datasets.join(', ')} has a profile “${name}”; say with --dataset which one to remove.`,
  'profile.bad-name': ({ option, value }) =>
    `${option}: “${value}” cannot be the name of a profile. Choose one of at most 40 characters, without line breaks or other control characters.`,
};
