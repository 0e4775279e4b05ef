/**
 * Figures that are sums over rows. A list that nobody reads to its end is told in groups: by asset, month, day and at
 * last in pages, each with its exact subtotal and an id of its own under which one goes on.
 */
import type { Rule, Trace } from '../../../shared/domain/trace.ts';
import { sum } from '../../../shared/num/arithmetic.ts';
import type { Exact } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { Assumption } from './assumptions.ts';
import { beside, node, reference } from './trace-nodes.ts';

/** As many parts as a person reads. */
export const MOST_PARTS = 200;

/** One addend of a figure. */
export interface Listed<T extends Exact> {
  readonly asset: string;
  readonly date: LocalDate;
  readonly amount: T;
  /** Where the amount rests on a cost that nobody knows: what is taken for it. */
  readonly assumption?: Assumption | undefined;
  readonly trace: () => Trace;
}

/** What a list is divided by when it is too long. */
export type Level = (item: Listed<Exact>) => string;
export const byAsset: Level = ({ asset }) => asset;
export const byMonth: Level = ({ date }) => dateText(date).slice(0, 7);
export const byDay: Level = ({ date }) => dateText(date);

export interface ListedSum<T extends Exact> {
  readonly label: string;
  /** "disposals": what is counted in a group's label. */
  readonly noun: string;
  readonly unit: string;
  readonly id: string;
  readonly zero: T;
  readonly items: readonly Listed<T>[];
  readonly levels: readonly Level[];
  /** Of every item alike. */
  readonly rule?: Rule;
}

/**
 * The sum of a list, or of the group of it that a path names ("BTC", "2025-03"). null where there is no such group.
 * Out: at most about 200 parts.
 */
export function listedTrace<T extends Exact>(list: ListedSum<T>, path: readonly string[]): Trace | null {
  const [segment, ...rest] = path;
  if (segment === undefined) return wholeOf(list);
  const narrowed = assumedOf(list).get(segment) ?? groupsOf(list).get(segment);
  return narrowed === undefined || narrowed.items.length === 0 ? null : listedTrace(narrowed, rest);
}

/** A figure that is the sum of a list, without its parts. */
export function listedReference<T extends Exact>(list: ListedSum<T>): Trace {
  return reference(headline(list), totalOf(list), list.unit, list.id);
}

function wholeOf<T extends Exact>(list: ListedSum<T>): Trace {
  const total = node(headline(list), totalOf(list), list.unit, 'sum', partsOf(list), ruleOf(list));
  const assumed = [...assumedOf(list).values()];
  if (/\/(?:assumed|left-out)(?:\/|$)/u.test(list.id)) return total;
  return beside(
    total,
    assumed.map((one) => ({ ...listedReference(one), ...ruleOf({ rule: one.items[0]?.assumption?.rule }) })),
  );
}

function ruleOf({ rule }: { readonly rule?: Rule | undefined }): { readonly rule?: Rule } {
  return rule === undefined ? {} : { rule };
}

function partsOf<T extends Exact>(list: ListedSum<T>): readonly Trace[] {
  const groups = groupsOf(list);
  const isLong = list.items.length > MOST_PARTS;
  const isOfAssets = list.levels[0] === byAsset && groups.size > 1;
  if (!isLong && !isOfAssets) return list.items.map((item) => item.trace());
  if (!isLong) return [...groups.values()].map(inFull);
  const [only] = groups.values();
  if (groups.size === 1 && only !== undefined && only.items.length > MOST_PARTS) return partsOf(only);
  return [...groups.values()].map(listedReference);
}

function inFull<T extends Exact>(group: ListedSum<T>): Trace {
  const parts = group.items.map((item) => item.trace());
  return node(headline(group), totalOf(group), group.unit, 'sum', parts);
}

/** By the first level; where none is left, in pages. Keys stand in ids, so that they hold no slash. */
function groupsOf<T extends Exact>(list: ListedSum<T>): ReadonlyMap<string, ListedSum<T>> {
  const [level, ...levels] = list.levels;
  const grouped =
    level === undefined
      ? Map.groupBy(list.items, (_, place) => `page-${Math.floor(place / MOST_PARTS) + 1}`)
      : Map.groupBy(list.items, level);
  return new Map(
    [...grouped].map(([key, items]) => {
      const segment = encodeURIComponent(key);
      return [segment, { ...list, label: key, items, levels, id: `${list.id}/${segment}` }];
    }),
  );
}

/** What rests on a cost that nobody knows, by what is taken for it. */
function assumedOf<T extends Exact>(list: ListedSum<T>): ReadonlyMap<string, ListedSum<T>> {
  const resting = Map.groupBy(list.items, ({ assumption }) => assumption?.key);
  return new Map(
    [...resting].flatMap(([key, items]) => {
      const label = items[0]?.assumption?.ofList;
      if (key === undefined || label === undefined) return [];
      return [[key, { ...list, label, items, id: `${list.id}/${key}` }] as const];
    }),
  );
}

function headline<T extends Exact>({ label, noun, items }: ListedSum<T>): string {
  return `${label}: ${items.length} ${items.length === 1 ? noun.replace(/s$/u, '') : noun}`;
}

function totalOf<T extends Exact>({ items, zero }: ListedSum<T>): T {
  return sum(
    items.map(({ amount }) => amount as never),
    zero,
  );
}
