/** What the ways back to target say side by side, from the core's answer. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { compare, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money } from '../../../../shared/num/parse.ts';
import type { CostStack } from '../../../charts/cost-stacks-geometry.ts';
import { tracePart, type Trace } from '../../../ui/trace-part.ts';

export type Answer = CallAnswer<'rebalance.alternatives'>;
export type Way = Answer['alternatives'][number];
export type WayKind = Way['kind'];
export type Wealth = Way['wealth'][number];

/** Short names: the titles of the core are sentences. */
export const wayNames: Readonly<Record<WayKind, string>> = {
  nothing: 'Do nothing',
  'sell-now': 'Sell now',
  hedge: 'Hedge, leave later',
  mixed: 'Mixed',
  'new-money': 'New money',
};

export const waySaid: Readonly<Record<WayKind, string>> = {
  nothing: 'Stay as you are, off target',
  'sell-now': 'Sell the lots that cost least in tax, today',
  hedge: 'Futures today; sell on the best later day',
  mixed: 'Part now, part later, with no more money than the plainer ways need',
  'new-money': 'Buy what is too small with fresh money',
};

/** The parts of the cost as they are paid; the cost itself is in today's money. */
export const costParts = ['tax', 'carry', 'fees', 'slippage', 'marginCost'] as const;
export type CostPart = (typeof costParts)[number];

export const partNames: Readonly<Record<CostPart, string>> = {
  tax: 'Tax',
  carry: 'Carry',
  fees: 'Fees',
  slippage: 'Slippage',
  marginCost: 'Locked margin',
};

export type FigureKey =
  | 'cost'
  | CostPart
  | 'lockedMargin'
  | 'newMoney'
  | 'driftLeft'
  | 'lossesWaiting'
  | 'lossesCarried'
  | 'gainLeft';

/** How a figure stands to that of the way that is best; null where there is nothing to compare. */
export type Difference = { readonly than: 'more' | 'less'; readonly by: string } | 'same' | null;

export function differenceFrom(way: Way, best: Way | undefined, key: FigureKey): Difference {
  const mine = way[key];
  const its = best?.[key];
  if (best === undefined || way.kind === best.kind || mine === null || its === null || its === undefined)
    return null;
  const by = subtract(money(mine), money(its));
  if (isZero(by)) return 'same';
  const text = toText(by);
  return text.startsWith('-') ? { than: 'less', by: text.slice(1) } : { than: 'more', by: text };
}

export function bestOf({ alternatives, best }: Pick<Answer, 'alternatives' | 'best'>): Way | undefined {
  return alternatives.find(({ kind }) => kind === best);
}

const labels: Readonly<Partial<Record<FigureKey, RegExp>>> = {
  tax: /\btax\b/iu,
  carry: /carry|funding|basis/iu,
  fees: /\bfees?\b/iu,
  slippage: /slippage/iu,
  marginCost: /margin/iu,
};

/** How a figure is computed: the part of the way's trace that ends in it; null where the trace has none. */
export function traceOf(way: Way, key: FigureKey): Trace | null {
  if (way.trace === null) return null;
  if (key === 'cost') return way.trace;
  const label = labels[key];
  const value = way[key];
  return label === undefined || value === null ? null : tracePart(way.trace, value, label);
}

/** Bars of every way that can be done and costs anything. */
export function stacksOf(ways: readonly Way[]): readonly CostStack[] {
  return ways
    .filter(({ possible }) => possible)
    .map((way) => ({
      name: wayNames[way.kind],
      parts: costParts.map((part) => ({ part, name: partNames[part], amount: way[part] })),
    }));
}

export interface PathRows {
  readonly path: Wealth['path'];
  readonly words: string;
  readonly rows: readonly {
    readonly kind: WayKind;
    readonly name: string;
    readonly wealth: Wealth;
    readonly isBest: boolean;
  }[];
}

/** Wealth path by path; the best of each is marked, and all of those that are equal to it. */
export function wealthByPath(
  { alternatives, paths }: Pick<Answer, 'alternatives' | 'paths'>,
  figure: 'wealth' | 'afterLatentTax',
): readonly PathRows[] {
  return paths.map(({ path, words }) => {
    const found = alternatives.flatMap(({ kind, possible, wealth }) => {
      const one = wealth.find((each) => each.path === path);
      return one === undefined || !possible ? [] : [{ kind, name: wayNames[kind], wealth: one }];
    });
    const most = found
      .map(({ wealth }) => money(wealth[figure]))
      .toSorted(compare)
      .at(-1);
    return {
      path,
      words,
      rows: found.map((row) => ({ ...row, isBest: money(row.wealth[figure]) === most })),
    };
  });
}

/** The position that is nearest to its forced close; null where none can be told. */
export function nearestClose({ liquidation }: Way): Way['liquidation'][number] | null {
  const known = liquidation.filter(({ distance }) => distance !== null);
  return (
    known.toSorted((a, b) => compare(money(a.distance ?? '0'), money(b.distance ?? '0')))[0] ??
    liquidation[0] ??
    null
  );
}

/** Do futures that are open now go on in a way that says nothing of their forced close? */
export function keepsOpenFutures({ kind, liquidation, lockedMargin, carry }: Way): boolean {
  return (
    kind === 'nothing' &&
    liquidation.length === 0 &&
    (lockedMargin === null || /[1-9]/u.test(lockedMargin) || (carry !== null && /[1-9]/u.test(carry)))
  );
}

/** Does any way have it? Rows without anything in any way are left out. */
export function isAnywhere(ways: readonly Way[], key: FigureKey): boolean {
  return ways.some((way) => way[key] === null || /[1-9]/u.test(way[key]));
}

/** Risks under their own headings: a sentence that begins with the heading's word begins after it. */
export function risksToShow({ risks }: Pick<Answer, 'risks'>): Answer['risks'] {
  return risks.map(({ kind, text }) => ({
    kind,
    text: text.replace(/^(?:Margin|Basis|Complexity): (.)/u, (_, first: string) => first.toUpperCase()),
  }));
}
