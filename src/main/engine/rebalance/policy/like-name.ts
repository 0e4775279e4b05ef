/** The name that one most likely meant: at most two letters other than typed, one in a short name; null where none is near. */
export function likeName(typed: string, names: Iterable<string>): string | null {
  const reach = typed.length < 5 ? 1 : 2;
  let best: { readonly name: string; readonly far: number } | null = null;
  for (const name of names) {
    const far = distance(typed, name);
    if (far <= reach && (best === null || far < best.far)) best = { name, far };
  }
  return best?.name ?? null;
}

/** Letters to change, add or leave out from one to the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
