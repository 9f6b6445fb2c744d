/** What `worker check` says of rows that it cannot answer, or has answered before. */
export interface ListFindings {
  'list.unknown': { byName: boolean };
  'list.ambiguous': { people: number };
  /** The number is known under another name, which is not told. */
  'list.other-name': { stated: string };
  /** The same person as in an earlier row. */
  'list.repeated': { earlier: number };
  /** No name and no number. */
  'list.empty': Record<never, never>;
  'list.unreadable': Record<never, never>;
}
