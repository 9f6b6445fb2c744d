/** A saved mapping of columns (`--profile`) is not there, or not usable as asked. */
export interface ProfileProblems {
  'profile.unknown': { name: string; nearest: readonly string[] };
  /** It was saved for other datasets. */
  'profile.other-dataset': { name: string; dataset: string; savedFor: readonly string[] };
  /** To be removed, and several datasets have one of this name. */
  'profile.ambiguous': { name: string; datasets: readonly string[] };
  'profile.bad-name': { option: string; value: string };
}
