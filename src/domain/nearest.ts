/** Insertions, deletions and replacements that turn one text into the other. */
export function editDistance(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  let above = right.map((_, column) => column + 1);
  for (let row = 0; row < left.length; row++) {
    const current: number[] = [];
    let before = row + 1;
    for (let column = 0; column < right.length; column++) {
      const diagonal = column === 0 ? row : (above[column - 1] as number);
      const replaced = diagonal + (left[row] === right[column] ? 0 : 1);
      before = Math.min(replaced, before + 1, (above[column] as number) + 1);
      current.push(before);
    }
    above = current;
  }
  return above.at(-1) ?? left.length;
}

/** The known words closest to the one asked for, closest first, ties in the order given. */
export function nearestOf(asked: string, known: readonly string[], atMost = 3): string[] {
  return known
    .map((word) => ({ word, distance: editDistance(asked, word) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, atMost)
    .map(({ word }) => word);
}
