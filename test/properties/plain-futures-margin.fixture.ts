/**
 * Margin a second time, in plain numbers and from the definitions alone: a position is liquidated at the first price on
 * the way from the mark at which equity is no more than maintenance margin, the tier looked up at that price. The way is
 * walked in small steps and halved at the end; no formula of a liquidation price is here.
 */

export interface PlainTier {
  readonly cap: number | null;
  readonly rate: number;
  readonly deduction: number;
}

export type PlainMargin =
  | {
      readonly kind: 'tiers';
      readonly unit: 'settle-value' | 'coins' | 'contracts';
      readonly tiers: readonly PlainTier[];
    }
  | { readonly kind: 'slope'; readonly base: number; readonly perCoin: number }
  | { readonly kind: 'flat'; readonly rate: number }
  | { readonly kind: 'broker-money'; readonly aContract: number };

export interface PlainPosition {
  readonly payoff: 'linear' | 'inverse' | 'quanto';
  readonly sign: 1 | -1;
  readonly size: number;
  readonly multiplier: number;
  readonly entryValue: number;
  readonly mark: number;
  readonly margin: PlainMargin;
  readonly model: string;
  readonly takerFee: number;
}

/** What a size is worth in the settle asset. */
export function plainValue({ payoff, size }: PlainPosition, price: number): number {
  return payoff === 'inverse' ? size / price : size * price;
}

export function plainProfit(position: PlainPosition, price: number): number {
  const gain = plainValue(position, price) - position.entryValue;
  return position.payoff === 'inverse' ? -position.sign * gain : position.sign * gain;
}

function plainCoins(position: PlainPosition, price: number): number {
  return position.payoff === 'inverse' ? position.size / price : position.size;
}

function tierAt(
  margin: Extract<PlainMargin, { kind: 'tiers' }>,
  position: PlainPosition,
  price: number,
): PlainTier {
  const amounts = {
    'settle-value': plainValue(position, price),
    coins: plainCoins(position, price),
    contracts: position.size / position.multiplier,
  };
  const amount = amounts[margin.unit];
  const tier = margin.tiers.find(({ cap }) => cap === null || amount <= cap) ?? margin.tiers.at(-1);
  if (tier === undefined) throw new Error('a table has a tier');
  return tier;
}

/** Maintenance margin by the table alone. */
export function plainMaintenance(position: PlainPosition, price: number): number {
  const value = plainValue(position, price);
  const { margin } = position;
  switch (margin.kind) {
    case 'tiers': {
      const { rate, deduction } = tierAt(margin, position, price);
      return value * rate - deduction;
    }
    case 'slope':
      return value * (margin.base + margin.perCoin * plainCoins(position, price));
    case 'flat':
      return value * margin.rate;
    case 'broker-money':
      return (position.size / position.multiplier) * margin.aContract;
  }
}

/** What a venue's model wants to be left at a price. */
export function plainRequired(position: PlainPosition, price: number, model = position.model): number {
  if (model === 'bybit-entry') {
    const { payoff, size, entryValue } = position;
    return plainMaintenance(position, payoff === 'inverse' ? size / entryValue : entryValue / size);
  }
  const fee = model === 'okx' ? position.takerFee * plainValue(position, price) : 0;
  return plainMaintenance(position, price) + fee;
}

/** Equity less what must be left, as a function of the price. */
export type Buffer = (price: number) => number;

const STEP = 1.004;
/** So far from the mark a price is looked for. */
const REACH = 1000;

/** The first price at which a buffer is used up, going one way from the mark; null where it never is within reach. */
export function firstRoot(buffer: Buffer, mark: number, way: 'up' | 'down', reach = REACH): number | null {
  if (buffer(mark) <= 0) return mark;
  let before = mark;
  const steps = Math.ceil(Math.log(reach) / Math.log(STEP));
  for (let step = 1; step <= steps; step += 1) {
    const next = way === 'up' ? mark * STEP ** step : mark / STEP ** step;
    if (buffer(next) <= 0) return halved(buffer, before, next);
    before = next;
  }
  return null;
}

/** Between a price with something left and one with nothing left. */
function halved(buffer: Buffer, enough: number, short: number): number {
  let [good, bad] = [enough, short];
  for (let round = 0; round < 80; round += 1) {
    const middle = (good + bad) / 2;
    if (buffer(middle) > 0) good = middle;
    else bad = middle;
  }
  return bad;
}

/** The number of the tier, from 1; null for tables without. */
export function plainTier(position: PlainPosition, price: number): number | null {
  const { margin } = position;
  return margin.kind === 'tiers' ? margin.tiers.indexOf(tierAt(margin, position, price)) + 1 : null;
}
