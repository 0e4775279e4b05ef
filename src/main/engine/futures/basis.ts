/** How far a dated contract's price stands from spot, what that is a year, and what holding both to the end brings. */
import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import { compare, isNegative, isZero, subtract } from '../../../shared/num/arithmetic.ts';
import { power } from '../../../shared/num/approximate.ts';
import { rateFromFraction } from '../../../shared/num/integers.ts';
import { rate } from '../../../shared/num/parse.ts';
import { ratio, rateTimes } from '../../../shared/num/products.ts';
import { naturalLogarithm } from '../../../shared/num/statistics.ts';
import type { Price, Rate } from '../../../shared/num/types.ts';
import { oneRate, zeroRate } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { msBetween } from '../../../shared/time/instant.ts';
import { fixingTime } from './fixing-time.ts';

/** How far a dated contract's price stands from the spot price. */
export interface FuturesBasis {
  /** Futures price less spot price: positive is contango, which pays a short. */
  readonly basis: Price;
  readonly basisRate: Rate;
  /** Simple, basisRate × 365 ÷ days; null within two days of the fixing, where a rate a year means nothing. */
  readonly perYear: Rate | null;
  /** ln(futures ÷ spot) × 365 ÷ days. Never compare one kind of yearly rate with another. */
  readonly perYearContinuous: Rate | null;
  /** (futures ÷ spot) ^ (365 ÷ days) − 1; null also where it is beyond all meaning (a thousandfold). */
  readonly perYearCompounded: Rate | null;
  /** To whom the gap comes by the time it closes. */
  readonly pays: 'short' | 'long' | 'neither';
}

const DAY_MS = 86_400_000;
const LEAST_DAYS = 2;
/** ln 1 000. */
const LARGEST_GROWTH = rate('6.9');

/**
 * The basis of a dated contract.
 * In: prices above zero; days to the fixing, with their fraction (read to the millisecond). Rounds half-even.
 * Source: Binance API, Basis (basis, basisRate; their yearly rate is the simple one); BIS working paper 1087 (carry).
 */
export function futuresBasis(futures: Price, spot: Price, days: number): FuturesBasis {
  const basis = subtract(futures, spot);
  const basisRate = isZero(basis) ? zeroRate : ratio<Price>(basis, spot, 'half-even');
  return {
    basis,
    basisRate,
    ...(days < LEAST_DAYS ? noYearlyRates : yearlyRates(basisRate, ratio(futures, spot, 'half-even'), days)),
    pays: isZero(basis) ? 'neither' : isNegative(basis) ? 'long' : 'short',
  };
}

const noYearlyRates = { perYear: null, perYearContinuous: null, perYearCompounded: null };

function yearlyRates(
  basisRate: Rate,
  growth: Rate,
  days: number,
): Pick<FuturesBasis, 'perYear' | 'perYearContinuous' | 'perYearCompounded'> {
  const perYear = timesAYear(days);
  const continuous = rateTimes(naturalLogarithm(growth), perYear, 'half-even');
  return {
    perYear: rateTimes(basisRate, perYear, 'half-even'),
    perYearContinuous: continuous,
    perYearCompounded:
      compare(continuous, LARGEST_GROWTH) > 0 ? null : subtract(power(growth, perYear), oneRate),
  };
}

/** The basis of a contract at an instant, to the time at which its final price is fixed. */
export interface FuturesBasisAt extends FuturesBasis {
  readonly futures: Price;
  readonly spot: Price;
  readonly days: number;
  readonly fixing: Instant;
  /** The catalogue does not say the hour of the fixing: noon UTC is taken. */
  readonly hourAssumed: boolean;
}

/**
 * The basis of a contract as of an instant.
 * In: its own price and that of its coin, of about the same time. null for a perpetual contract and after the fixing.
 */
export function futuresBasisAt(
  terms: Pick<ContractTerms, 'expiry' | 'fixing'>,
  { futures, spot }: { readonly futures: Price; readonly spot: Price },
  at: Instant,
): FuturesBasisAt | null {
  const fixing = fixingTime(terms);
  if (fixing === null) return null;
  const ms = msBetween(at, fixing.at);
  if (ms <= 0) return null;
  const days = ms / DAY_MS;
  return {
    ...futuresBasis(futures, spot, days),
    days,
    futures,
    spot,
    fixing: fixing.at,
    hourAssumed: fixing.assumed,
  };
}

/** What somebody locks in who buys coins and sells a dated contract on them. */
export interface LockedCarry {
  /** (sold − bought) ÷ bought, less the costs, as a share of what was paid for the coins. */
  readonly untilFixing: Rate;
  /** Simple, over 365 days; null within two days of the fixing. */
  readonly perYear: Rate | null;
}

/**
 * The carry of coins bought and a dated contract sold on them, both held to the fixing, with margin in money: certain
 * but for the margin, which has to last. With margin in the coin, sell coins × price of the contract: that many dollars
 * come out.
 * In: prices above zero; `costs` as a share of what the coins cost: fees of both legs, and what the margin costs.
 */
export function lockedCarry(bought: Price, sold: Price, days: number, costs: Rate): LockedCarry {
  const untilFixing = subtract(ratio<Price>(subtract(sold, bought), bought, 'half-even'), costs);
  return {
    untilFixing,
    perYear: days < LEAST_DAYS ? null : rateTimes(untilFixing, timesAYear(days), 'half-even'),
  };
}

/** 365 ÷ days. In: days above zero. */
function timesAYear(days: number): Rate {
  return rateFromFraction(365n * BigInt(DAY_MS), BigInt(Math.round(days * DAY_MS)), 'half-even');
}

/** Which side the gap pays, in words. */
export function basisWords({ pays, perYear }: Pick<FuturesBasis, 'pays' | 'perYear'>): string {
  const soon =
    perYear === null ? ' The fixing is less than two days away: a rate a year would mean nothing.' : '';
  switch (pays) {
    case 'short':
      return `The contract stands above spot: as the gap closes, that pays who is short and costs who is long.${soon}`;
    case 'long':
      return `The contract stands below spot: as the gap closes, that pays who is long and costs who is short.${soon}`;
    case 'neither':
      return `The contract stands at spot: the gap pays neither side.${soon}`;
  }
}
