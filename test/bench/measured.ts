/** Milliseconds of one run as a user waits for it: garbage is collected when it is. */
export async function elapsed<T>(work: () => T | Promise<T>): Promise<readonly [ms: number, value: T]> {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
}

/** Milliseconds of one run, with the garbage of what ran before collected first where Node lets us. */
export async function timed<T>(work: () => T | Promise<T>): Promise<readonly [ms: number, value: T]> {
  globalThis.gc?.();
  return await elapsed(work);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
