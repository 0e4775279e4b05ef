import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { lotMethodWords } from '../../../../shared/domain/lot-method-words.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Exact } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { leftOutOfSums } from '../../../engine/explain/left-out-of-sums.ts';
import { stoppedUnitsOf } from '../../../engine/holdings/clock-parts.ts';
import type { Holding, Holdings } from '../../../engine/holdings/holdings.ts';
import { nextLongTermOf } from '../../../engine/holdings/next-long-term.ts';
import type { HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { issueTexts } from '../issue-text.ts';
import { standingIssues } from '../standing-issues.ts';
import { clockedHoldings, clockPartsByAsset } from './lot-clocks.ts';
import { positionText } from './position-text.ts';
import { unknownCostOf } from './unknown-cost.ts';

type Answer = CallAnswer<'holdings.read'>;

export const readHoldingsHandlers: HandlersOf<'holdings.read'> = {
  'holdings.read': async (_, context) => {
    const derived = await derivedOf(context);
    return derived.ok ? ok(answerOf(derived.value)) : derived;
  },
};

function answerOf(derived: Derived): Answer {
  const { positions, prices } = derived;
  const holdings = clockedHoldings(derived);
  const oldest = pricesAsOf(holdings.holdings);
  return {
    asOf: dateText(derived.asOf),
    pricesAsOf: oldest === null ? null : toIso(oldest),
    pricesDay: oldest === null ? null : dateText(localDateOf(oldest, derived.facts.timeZone)),
    currency: prices.currency,
    total: toText(holdings.total),
    costBasis: toText(holdings.costBasis),
    unrealisedShort: toText(holdings.unrealisedShort),
    unrealisedLong: toText(holdings.unrealisedLong),
    ...leftOutOf(holdings),
    unknownCost: unknownCostOf(derived),
    holdings: holdings.holdings.map((holding) => holdingText(holding, derived)),
    positions: positions.positions.map((position) => positionText(position, derived)),
    issues: issueTexts(allIssues(derived), derived),
    assumptions: [...holdings.assumptions, ...assumptionsOf(derived)],
  };
}

function leftOutOf(all: Holdings): Pick<Answer, 'costWithoutPrice' | 'worthWithoutLot'> {
  const { costWithoutPrice, worthWithoutLot } = leftOutOfSums(all);
  return { costWithoutPrice: toText(costWithoutPrice), worthWithoutLot: toText(worthWithoutLot) };
}

/** Everything that the way from events to holdings found. */
function allIssues(derived: Derived): readonly Issue[] {
  const { movements, lots, positions, holdings } = derived;
  return [
    ...standingIssues(derived),
    ...movements.issues,
    ...lots.issues,
    ...positions.issues,
    ...holdings.issues,
  ];
}

/** The oldest of the newest prices that holdings are valued at. */
export function pricesAsOf(holdings: readonly Holding[]): Instant | null {
  let oldest: Instant | null = null;
  for (const { price } of holdings) {
    const time = price?.time ?? null;
    if (time !== null && (oldest === null || time < oldest)) oldest = time;
  }
  return oldest;
}

/** How lots are matched, as a whole sentence. */
function assumptionsOf({ ofLots, lotMethod, events, facts }: Derived): readonly string[] {
  const today = lotMethod === null ? 'each by its own order' : lotMethodWords[lotMethod];
  const words =
    ofLots.onRecord.orders.length === 0
      ? today
      : `${lotMethod === null ? today : `today ${today}`}, and earlier sales by the order in force then`;
  const [first] = events;
  const isOld = first !== undefined && yearOf(localDateOf(first.time, facts.timeZone)) < 2025;
  if (!isOld || ofLots.onRecord.scope === 'account')
    return [`Lots are matched inside each account, ${words}.`];
  return [
    `Until the end of 2024 the lots of all accounts are one pool; since 2025 they are matched inside each account, ${words} (Rev. Proc. 2024-28).`,
  ];
}

/** Assets with an open lot whose cost is assumed. */
const assetsOfUnknownBasis = keptFor(
  ({ lots }: Derived): ReadonlySet<AssetId> =>
    new Set(lots.openLots.filter(({ basisUnknown }) => basisUnknown).map(({ asset }) => asset)),
);

function holdingText(holding: Holding, derived: Derived): Answer['holdings'][number] {
  const { price } = holding;
  return {
    asset: holding.asset,
    assetClass: holding.assetClass,
    quantity: toText(holding.quantity),
    price: orNull(price?.price),
    priceTime: price === null || price.time === null ? null : toIso(price.time),
    priceSource: price?.source ?? null,
    value: orNull(holding.value),
    weight: orNull(holding.weight),
    futuresQuantity: toText(holding.futuresQuantity),
    futuresValue: orNull(holding.futuresValue),
    effectiveQuantity: toText(holding.effectiveQuantity),
    effectiveValue: orNull(holding.effectiveValue),
    effectiveWeight: orNull(holding.effectiveWeight),
    costBasis: toText(holding.costBasis),
    basisUnknown: assetsOfUnknownBasis(derived).has(holding.asset),
    unrealisedShort: orNull(holding.unrealisedShort),
    unrealisedLong: orNull(holding.unrealisedLong),
    ...clocksText(holding.asset, derived),
    byAccount: holding.byAccount.map(({ account, quantity }) => ({
      account,
      accountName: derived.accountName(account),
      quantity: toText(quantity),
    })),
    explain: `holding:${holding.asset}`,
  };
}

/** When the next units turn long-term, hedges counted, and what stands still. */
function clocksText(
  asset: AssetId,
  derived: Derived,
): Pick<Answer['holdings'][number], 'nextLongTerm' | 'stoppedQuantity'> {
  const parts = clockPartsByAsset(derived).get(asset) ?? [];
  const next = nextLongTermOf(parts, derived.asOf);
  return {
    nextLongTerm:
      next === null ? null : { ...next, date: dateText(next.date), quantity: toText(next.quantity) },
    stoppedQuantity: orNull(stoppedUnitsOf(parts)),
  };
}

function orNull(value: Exact | null | undefined): string | null {
  return value === null || value === undefined ? null : toText(value);
}
