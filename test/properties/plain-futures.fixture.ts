/**
 * Positions a second time, plainly and in exact fractions: fills one after another, what is closed takes its share of
 * what was paid, no more. Signs: +1 long, −1 short; money in is positive.
 */
import type { Fraction } from './fraction.fixture.ts';
import { cmp, min, minus, over, plus, rounded, share, times, zero } from './fraction.fixture.ts';

export interface PlainContract {
  readonly payoff: 'linear' | 'inverse' | 'quanto';
  /** Of one order unit: coins, money, or settle asset a point. */
  readonly multiplier: Fraction;
  readonly unit: 'contracts' | 'base' | 'quote';
}

export interface PlainOpen {
  readonly sign: 1 | -1;
  readonly size: Fraction;
  /** Worth when entered or at the last settlement. */
  readonly entryValue: Fraction;
  /** Names of the fills since it left zero. */
  readonly fills: readonly string[];
}

export const flat: PlainOpen = { sign: 1, size: zero, entryValue: zero, fills: [] };
export const isFlat = (open: PlainOpen): boolean => open.size.n === 0n;

/** Order units as what the payoff keeps fixed: coins (linear), quote money (inverse), settle asset a point (quanto). */
function plainSize({ payoff, multiplier, unit }: PlainContract, units: Fraction, price: Fraction): Fraction {
  const worth = times(units, multiplier);
  if (payoff === 'linear' && unit === 'quote') return rounded(over(worth, price));
  if (payoff === 'inverse' && unit === 'base') return rounded(times(worth, price));
  return rounded(worth);
}

export function worthOf({ payoff }: PlainContract, size: Fraction, price: Fraction): Fraction {
  return payoff === 'inverse' ? over(size, price) : times(size, price);
}

/** What a size gained between two worths: an inverse long gains as its worth in coins falls. */
export function gainOf({ payoff }: PlainContract, sign: 1 | -1, entry: Fraction, exit: Fraction): Fraction {
  const longGain = payoff === 'inverse' ? minus(entry, exit) : minus(exit, entry);
  return sign === 1 ? longGain : minus(zero, longGain);
}

export interface PlainStep {
  readonly open: PlainOpen;
  readonly profit: Fraction;
  readonly closed: Fraction;
  /** What of the fill opened or added. */
  readonly added: Fraction;
}

export interface PlainFill {
  readonly name: string;
  readonly sign: 1 | -1;
  readonly units: Fraction;
  readonly price: Fraction;
}

export function afterFill(contract: PlainContract, open: PlainOpen, fill: PlainFill): PlainStep {
  const size = plainSize(contract, fill.units, fill.price);
  if (isFlat(open)) return { ...opening(contract, fill, size), profit: zero, closed: zero };
  if (fill.sign === open.sign) {
    const entryValue = plus(open.entryValue, worthOf(contract, size, fill.price));
    const grown = { ...open, size: plus(open.size, size), entryValue, fills: [...open.fills, fill.name] };
    return { open: grown, profit: zero, closed: zero, added: size };
  }
  const closed = min(size, open.size);
  const closedEntry = share(open.entryValue, closed, open.size);
  const profit = gainOf(contract, open.sign, closedEntry, worthOf(contract, closed, fill.price));
  const rest = minus(size, closed);
  if (cmp(rest, zero) > 0) return { ...opening(contract, fill, rest), profit, closed };
  const left = minus(open.size, closed);
  if (left.n === 0n) return { open: flat, profit, closed, added: zero };
  const entryValue = minus(open.entryValue, closedEntry);
  return {
    open: { ...open, size: left, entryValue, fills: [...open.fills, fill.name] },
    profit,
    closed,
    added: zero,
  };
}

function opening(
  contract: PlainContract,
  fill: PlainFill,
  size: Fraction,
): Pick<PlainStep, 'open' | 'added'> {
  const entryValue = worthOf(contract, size, fill.price);
  return { open: { sign: fill.sign, size, entryValue, fills: [fill.name] }, added: size };
}

/** A venue that pays out the profit so far goes on from the price that gave it. */
export function afterSettlement(contract: PlainContract, open: PlainOpen, profit: Fraction): PlainOpen {
  const grows = (contract.payoff === 'inverse') !== (open.sign === 1);
  const entryValue = grows ? plus(open.entryValue, profit) : minus(open.entryValue, profit);
  return isFlat(open) || cmp(entryValue, zero) <= 0 ? open : { ...open, entryValue };
}

export function averageOf({ payoff }: PlainContract, { size, entryValue }: PlainOpen): Fraction {
  return payoff === 'inverse' ? over(size, entryValue) : over(entryValue, size);
}

/** To a number of decimals, towards zero: what a file prints. */
export function printed(value: Fraction, places: number): string {
  const one = 10n ** BigInt(places);
  const units = ((value.n < 0n ? -value.n : value.n) * one) / value.d;
  const digits = units.toString().padStart(places + 1, '0');
  return `${value.n < 0n && units > 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
