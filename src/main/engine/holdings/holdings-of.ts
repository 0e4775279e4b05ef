import { assetClass } from '../../../shared/domain/asset.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { OpenLot } from '../../../shared/domain/lot.ts';
import { add, compare, isNegative, isPositive, isZero, sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { ratio, valueOf } from '../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import type { Money, Quantity, Rate } from '../../../shared/num/types.ts';
import { toIso } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { futuresExposure } from '../futures/exposure.ts';
import type { FuturesPosition } from '../futures/position.ts';
import { issueOf } from '../issue-of.ts';
import { contractPoint } from '../valuation/contract-point.ts';
import type { PriceBook } from '../valuation/price-book.ts';
import { balancesOf, heldOf } from './balances.ts';
import type { AccountBalance } from './balances.ts';
import type { Holding, Holdings } from './holdings.ts';
import { unrealisedOf } from './unrealised.ts';

export interface HoldingsInput {
  readonly events: readonly LedgerEvent[];
  readonly openLots: readonly OpenLot[];
  readonly positions: readonly FuturesPosition[];
  readonly prices: PriceBook;
  readonly at: Instant;
  readonly asOf: LocalDate;
}

/**
 * What is held and what it is worth, with the exposure that futures add.
 * Out: effective quantity is balances plus deltas; coins that serve as collateral are counted once, as balance. Coins
 * that left without a known arrival stand among the balances and count in nothing
 * (docs/decisions/2026-11-22-unmatched-transfers.md).
 * Rounds: values and weights half-even to 18 decimals. Issues: `prices/none`,
 * `prices/no-contract-mark`, `prices/contract-mark-apart`, `balances/below-zero`.
 */
export function holdingsOf(input: HoldingsInput): Holdings {
  const { currency } = input.prices;
  const balances = balancesOf(input.events, input.openLots);
  const exposure = futuresExposure(
    input.positions,
    (position) => contractPoint(position.spec, input.prices, input.at),
    currency,
  );
  const lots = Map.groupBy(heldOf(input.openLots), (lot) => lot.asset);
  const assets = new Set([...balances.keys(), ...exposure.byAsset.keys()]);
  const unweighted = [...assets].flatMap((asset) => {
    const futures = exposure.byAsset.get(asset) ?? zeroQuantity;
    const parts = { balances: balances.get(asset) ?? [], lots: lots.get(asset) ?? [], futures };
    return parts.balances.length === 0 && isZero(futures) ? [] : [holdingOf(asset, parts, input)];
  });
  const total = totalOf(unweighted, ({ value }) => value);
  const holdings = unweighted.map((holding) => weighted(holding, total)).sort(byValue);
  return {
    holdings,
    total,
    costBasis: totalOf(holdings, ({ costBasis }) => costBasis),
    unrealisedShort: totalOf(holdings, ({ unrealisedShort }) => unrealisedShort),
    unrealisedLong: totalOf(holdings, ({ unrealisedLong }) => unrealisedLong),
    issues: [
      ...unpriced(holdings),
      ...exposure.unknown.map(unmarked),
      ...markedApart(input),
      ...belowZero(holdings),
    ],
    assumptions: assumptionsOf(holdings, currency),
  };
}

interface HoldingParts {
  readonly balances: readonly AccountBalance[];
  readonly lots: readonly OpenLot[];
  readonly futures: Quantity;
}

function holdingOf(asset: AssetId, { balances, lots, futures }: HoldingParts, input: HoldingsInput): Holding {
  const kind = assetClass(asset, input.prices.currency);
  const price = input.prices.latest(asset, input.at);
  const worth = (units: Quantity): Money | null =>
    price === null ? null : valueOf(units, price.price, 'half-even');
  const quantity = sum(
    heldOf(balances).map((balance) => balance.quantity),
    zeroQuantity,
  );
  const value = worth(quantity);
  const unrealised = price === null || kind !== 'coin' ? null : unrealisedOf(lots, price.price, input.asOf);
  const effectiveQuantity = add(quantity, futures);
  return {
    asset,
    assetClass: kind,
    quantity,
    price,
    value,
    weight: null,
    futuresQuantity: futures,
    futuresValue: worth(futures),
    effectiveQuantity,
    effectiveValue: worth(effectiveQuantity),
    effectiveWeight: null,
    costBasis:
      kind === 'coin'
        ? sum(
            lots.map((lot) => lot.costBasis),
            zeroMoney,
          )
        : (value ?? zeroMoney),
    unrealisedShort: unrealised?.short ?? null,
    unrealisedLong: unrealised?.long ?? null,
    byAccount: balances,
  };
}

function weighted(holding: Holding, total: Money): Holding {
  const share = (value: Money | null): Rate | null =>
    value === null || !isPositive(total) ? null : ratio(value, total, 'half-even');
  return { ...holding, weight: share(holding.value), effectiveWeight: share(holding.effectiveValue) };
}

function totalOf(holdings: readonly Holding[], amount: (holding: Holding) => Money | null): Money {
  return holdings.reduce((total, holding) => add(total, amount(holding) ?? zeroMoney), zeroMoney);
}

function byValue(a: Holding, b: Holding): number {
  if (a.value === null || b.value === null)
    return Number(a.value === null) - Number(b.value === null) || byName(a, b);
  return compare(b.value, a.value) || byName(a, b);
}

function byName(a: Holding, b: Holding): number {
  return a.asset < b.asset ? -1 : 1;
}

function unpriced(holdings: readonly Holding[]): readonly Issue[] {
  return holdings
    .filter(({ price }) => price === null)
    .map(({ asset }) => issueOf('prices/none', 'error', { asset }, { asset }));
}

/** Coins are never there below zero (the lots say what is missing); money can only be so by a missing file. */
function belowZero(holdings: readonly Holding[]): readonly Issue[] {
  return holdings.flatMap(({ asset, assetClass: kind, byAccount }) =>
    kind === 'coin'
      ? []
      : byAccount
          .filter(({ quantity }) => isNegative(quantity))
          .map(({ account, quantity }) =>
            issueOf(
              'balances/below-zero',
              'warning',
              { account, asset, quantity: toText(quantity) },
              { account, asset },
            ),
          ),
  );
}

function unmarked({ contract, account }: FuturesPosition): Issue {
  return issueOf('prices/no-contract-mark', 'error', { contract, account }, { account });
}

/** Positions whose own mark is too far from their coin's price to be used beside it. */
function markedApart({ positions, prices, at }: HoldingsInput): readonly Issue[] {
  return positions.flatMap(({ spec, contract, account, side }) => {
    const apart = side === 'flat' ? null : (contractPoint(spec, prices, at)?.apart?.time ?? null);
    if (apart === null) return [];
    const words = { contract, account, underlying: spec.underlying, date: toIso(apart).slice(0, 10) };
    return [issueOf('prices/contract-mark-apart', 'warning', words, { account })];
  });
}

function assumptionsOf(holdings: readonly Holding[], currency: AssetId): readonly string[] {
  const atPar = holdings.filter(({ price }) => price?.atPar === true).map(({ asset }) => asset);
  return atPar.length === 0
    ? []
    : [`${atPar.join(', ')}: valued at par with ${currency}, as no price is entered.`];
}
