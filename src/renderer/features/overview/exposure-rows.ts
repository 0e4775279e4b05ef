/** The rows of the exposure waterfall, from what is held and the futures that are open. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import {
  absolute,
  add,
  compare,
  isNegative,
  isPositive,
  subtract,
  sum,
} from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { money, price as priceFrom, quantity } from '../../../shared/num/parse.ts';
import { ratio, valueOf } from '../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity, type Money } from '../../../shared/num/types.ts';
import type { ExposureParts, ExposureRow } from '../../charts/exposure-waterfall.tsx';
import { signOf } from '../../ui/number-format.ts';

type Holdings = CallAnswer<'holdings.read'>;
type Holding = Holdings['holdings'][number];
type Position = Holdings['positions'][number];

/** Rows that a chart still shows apart; the smallest become "Other". */
const rowsApart = 7;

interface Exposed extends ExposureRow {
  readonly isCash: boolean;
  readonly longFutures: string;
  readonly shortFutures: string;
}

export const allCoins = 'All coins';

/**
 * Without shares where money is below zero. All coins first, then each coin, largest first, then cash, which futures do not move. What has no price is left out
 * (it stands among the issues).
 */
export function exposureRows({
  holdings,
  positions,
  total,
}: Pick<Holdings, 'holdings' | 'positions' | 'total'>): readonly ExposureRow[] {
  const exposed = holdings.flatMap((holding) => exposureOf(holding, positions));
  const cash = exposed.filter(({ isCash }) => isCash);
  const coins = exposed
    .filter(({ isCash }) => !isCash)
    .toSorted(
      (a, b) => compare(absolute(money(b.net)), absolute(money(a.net))) || a.name.localeCompare(b.name),
    );
  const rest = coins.slice(rowsApart);
  const rows: readonly ExposureRow[] = [
    ...(coins.length > 1 ? [{ ...together(allCoins, coins), weight: null }] : []),
    ...coins.slice(0, rowsApart).map(({ isCash: _, ...row }) => row),
    ...(rest.length > 0 ? [together('Other', rest)] : []),
    ...(cash.length > 0 ? [together('Cash', cash)] : []),
  ];
  if (lacksMoney({ holdings })) return rows.map((row) => ({ ...row, weight: null }));
  return rows.map((row) => withShares(row, money(total)));
}

/** Money below zero: deposits are missing, so that no share of all says anything. */
export function lacksMoney({ holdings }: Pick<Holdings, 'holdings'>): boolean {
  return holdings.some(({ assetClass, quantity: held }) => assetClass !== 'coin' && signOf(held) === 'down');
}

function exposureOf(holding: Holding, positions: readonly Position[]): readonly Exposed[] {
  const { asset, assetClass, quantity: held, value, effectiveValue, effectiveWeight } = holding;
  if (effectiveValue === null) return [];
  const coins = value ?? '0';
  const futures = holding.futuresValue ?? '0';
  const { inCoins, inMoney } = futuresOf(holding, positions);
  const amounts = [coins, inMoney.long, inMoney.short, effectiveValue];
  if (amounts.every((text) => signOf(text) === 'flat')) return [];
  const isCash = assetClass === 'currency' || assetClass === 'stablecoin';
  return [
    {
      name: asset,
      coins,
      futures,
      longFutures: inMoney.long,
      shortFutures: inMoney.short,
      net: effectiveValue,
      weight: effectiveWeight,
      isCash,
      ...(assetClass === 'coin'
        ? {
            units: {
              coins: held,
              longFutures: inCoins.long,
              shortFutures: inCoins.short,
              net: holding.effectiveQuantity,
            },
          }
        : {}),
    },
  ];
}

interface Sides {
  readonly long: string;
  readonly short: string;
}

/**
 * The two sides of an asset's futures, in coins and in money: they add up to the holding's own figures. A position whose
 * coins are not known is in neither.
 */
function futuresOf(
  { asset, price, futuresQuantity, futuresValue }: Holding,
  positions: readonly Position[],
): { readonly inCoins: Sides; readonly inMoney: Sides } {
  const deltas = positions.flatMap(({ underlying, delta }) =>
    underlying === asset && delta !== null ? [quantity(delta)] : [],
  );
  const all = quantity(futuresQuantity);
  const short = sum(deltas.filter(isNegative), zeroQuantity);
  const isWhole = sum(deltas, zeroQuantity) === all;
  // Where the positions do not make up the figure, it stands on its own side.
  const shortCoins = isWhole ? short : isNegative(all) ? all : zeroQuantity;
  const worth = money(futuresValue ?? '0');
  const shortWorth =
    shortCoins === all
      ? worth
      : price === null
        ? zeroMoney
        : valueOf(shortCoins, priceFrom(price), 'half-even');
  return {
    inCoins: { long: toText(subtract(all, shortCoins)), short: toText(shortCoins) },
    inMoney: { long: toText(subtract(worth, shortWorth)), short: toText(shortWorth) },
  };
}

function together(name: string, rows: readonly Exposed[]): ExposureRow {
  const total = (part: 'coins' | 'futures' | 'longFutures' | 'shortFutures' | 'net' | 'weight'): string =>
    toText(rows.reduce((all, row) => add(all, money(row[part] ?? '0')), zeroMoney));
  return {
    name,
    coins: total('coins'),
    futures: total('futures'),
    longFutures: total('longFutures'),
    shortFutures: total('shortFutures'),
    net: total('net'),
    weight: total('weight'),
  };
}

/** Each part as a share of all that is held; none where nothing is. */
function withShares(row: ExposureRow, total: Money): ExposureRow {
  if (!isPositive(total)) return row;
  const share = (amount: string): string => toText(ratio<Money>(money(amount), total, 'half-even'));
  const shares: ExposureParts = {
    coins: share(row.coins),
    longFutures: share(row.longFutures ?? '0'),
    shortFutures: share(row.shortFutures ?? '0'),
    net: share(row.net),
  };
  return { ...row, shares };
}
