/** Dates as a person reads them: what falls on one day for one reason stands together. Pure. */
import type { CallAnswer } from '../../shared/contract/contract.ts';

export type ImportantDate = CallAnswer<'plan.dates'>['dates'][number];
export type DateKind = ImportantDate['kind'];

export interface DateGroup {
  readonly date: string;
  readonly kind: DateKind;
  readonly texts: readonly string[];
}

/** From today on, in order. */
export function datesAhead({ asOf, dates }: CallAnswer<'plan.dates'>): readonly DateGroup[] {
  const ahead = dates.filter(({ date }) => date >= asOf).toSorted((a, b) => a.date.localeCompare(b.date));
  return [...Map.groupBy(ahead, ({ date, kind }) => `${date} ${kind}`).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ date: first.date, kind: first.kind, texts: group.map(({ text }) => text) }];
  });
}

/** The next few of every kind, so that many small lots do not crowd out a contract that ends. */
export function nextOfEachKind(groups: readonly DateGroup[], each: number): readonly DateGroup[] {
  const seen = new Map<DateKind, number>();
  return groups.filter(({ kind }) => {
    const before = seen.get(kind) ?? 0;
    seen.set(kind, before + 1);
    return before < each;
  });
}
