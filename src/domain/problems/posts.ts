/** What stops `quota plan --move` and `quota show`. */
export interface PostProblems {
  'usage.bad-move': { value: string };
  /** No unit of that name or code. */
  'where.unknown': { where: string; nearest: readonly string[] };
  'where.ambiguous': { where: string; candidates: readonly string[] };
  /** One person in two moves. */
  'move.twice': { who: string };
  'move.same-unit': { who: string; unit: string };
}
