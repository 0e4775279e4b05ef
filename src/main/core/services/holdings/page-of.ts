export interface Page {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** Places from the first up to before the last. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The part of a list that was asked for; without a limit all that comes after the offset. */
export function pageOf<T>(list: readonly T[], { offset = 0, limit }: Page): readonly T[] {
  return list.slice(offset, limit === undefined ? undefined : offset + limit);
}

/** The places on a page of several runs laid end to end: costs what the page holds, however long the runs are. */
export function pageOfRuns(runs: readonly Run[], { offset = 0, limit = Infinity }: Page): number[] {
  const page: number[] = [];
  let skip = offset;
  for (const { from, to } of runs) {
    for (let place = from + skip; place < to && page.length < limit; place++) page.push(place);
    skip = Math.max(0, skip - (to - from));
  }
  return page;
}

export function lengthOfRuns(runs: readonly Run[]): number {
  return runs.reduce((length, { from, to }) => length + to - from, 0);
}
