import { decimalText } from '../../../../shared/contract/texts.ts';
import type { MarginTable, MarginTier } from '../../../../shared/domain/margin-table.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { add, isNegative, isPositive, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { quantity, rate } from '../../../../shared/num/parse.ts';
import { quantityTimes, ratio } from '../../../../shared/num/products.ts';
import type { Quantity, Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroQuantity } from '../../../../shared/num/types.ts';
import type { TierTable } from '../../../engine/futures/margin/margin-tier.ts';
import { tierDeductions } from '../../../engine/futures/margin/tier-deductions.ts';

/** What venues call the fields of a tier: Binance, Bybit, OKX and the plain names. */
const NAMES = {
  valueCap: ['cap', 'notionalCap', 'maxNotional', 'riskLimitValue'],
  coinCap: ['qtyCap', 'maxCoins'],
  contractCap: ['maxSz', 'maxContracts'],
  valueFloor: ['floor', 'notionalFloor', 'minNotional'],
  coinFloor: ['qtyFloor', 'minCoins'],
  contractFloor: ['minSz', 'minContracts'],
  maintenanceRate: [
    'maintenanceRate',
    'maintMarginRatio',
    'maintenanceMarginRate',
    'maintenanceMargin',
    'mmr',
  ],
  deduction: ['deduction', 'maintenanceAmount', 'cum', 'cumFastMaintenanceAmount', 'mmDeduction'],
  leverage: ['maxLeverage', 'initialLeverage', 'maxLever'],
  initialRate: ['initialRate', 'initialMarginRate', 'initialMargin', 'imr'],
  place: ['tier', 'bracket', 'id', 'level'],
} as const;
type Meaning = keyof typeof NAMES;

type Given = Readonly<Record<string, string | number | null>>;
type Read = Partial<Record<Meaning, string>>;

/**
 * A venue's margin tiers, by the names that it uses, as a typed table.
 * Errors: `call/invalid-input` on a name that is not known or means the same as another, on tiers out of order, and on a
 * rate that is not a fraction (0.5 is 50 %, not half a per cent).
 */
export function marginTiersOf(given: readonly Given[], field: string): Result<MarginTable> {
  const rows: Read[] = [];
  for (const [place, tier] of given.entries()) {
    const read = readTier(tier, `${field}.${place}`);
    if (!read.ok) return read;
    rows.push(read.value);
  }
  const unit = unitOf(rows);
  const tiers = rows.map((row, place) => tierOf(row, capOf(row, rows[place + 1])));
  const wrong = wrongTier(tiers);
  if (wrong !== null) return invalid(`${field}.${wrong.place}`, wrong.reason);
  const states = rows.some(({ deduction }) => deduction !== undefined);
  const jump = states && unit !== 'contracts' ? jumpOf(tiers) : null;
  if (jump !== null) return invalid(`${field}.${jump.place}`, jump.reason);
  return ok({ kind: 'tiers', unit, tiers: states || unit === 'contracts' ? tiers : deducted(tiers) });
}

function readTier(tier: Given, field: string): Result<Read> {
  const read: Read = {};
  for (const [name, value] of Object.entries(tier)) {
    const meaning = meaningOf(name);
    if (meaning === undefined) return invalid(`${field}.${name}`, 'no venue calls a tier’s field so');
    if (read[meaning] !== undefined) return invalid(`${field}.${name}`, 'it says the same as another field');
    if (value === null) continue;
    const text = String(value);
    if (!decimalText.safeParse(text).success)
      return invalid(`${field}.${name}`, 'it is not a plain decimal number');
    read[meaning] = text;
  }
  return read.maintenanceRate === undefined ? invalid(`${field}.maintenanceRate`, 'it is missing') : ok(read);
}

function meaningOf(name: string): Meaning | undefined {
  return (Object.keys(NAMES) as Meaning[]).find((meaning) => NAMES[meaning].some((known) => known === name));
}

function unitOf(rows: readonly Read[]): TierTable['unit'] {
  if (rows.some((row) => row.contractCap !== undefined || row.contractFloor !== undefined))
    return 'contracts';
  return rows.some((row) => row.coinCap !== undefined || row.coinFloor !== undefined)
    ? 'coins'
    : 'settle-value';
}

/** Where a tier ends; where only beginnings are given, where the next begins. */
function capOf(row: Read, next: Read | undefined): Quantity | null {
  const text =
    row.valueCap ??
    row.coinCap ??
    row.contractCap ??
    next?.valueFloor ??
    next?.coinFloor ??
    next?.contractFloor;
  return text === undefined ? null : quantity(text);
}

function tierOf(row: Read, cap: Quantity | null): MarginTier {
  return {
    cap,
    maintenanceRate: rate(row.maintenanceRate ?? '0'),
    deduction: row.deduction === undefined ? zeroQuantity : quantity(row.deduction),
    initialRate: initialRateOf(row),
  };
}

function initialRateOf({ initialRate, leverage }: Read): Rate | null {
  if (initialRate !== undefined) return rate(initialRate);
  if (leverage === undefined || !isPositive(rate(leverage))) return null;
  return ratio<Rate>(oneRate, rate(leverage), 'half-even');
}

function wrongTier(tiers: readonly MarginTier[]): { readonly place: number; readonly reason: string } | null {
  for (const [place, { cap, maintenanceRate }] of tiers.entries()) {
    if (isNegative(maintenanceRate) || maintenanceRate >= oneRate)
      return { place, reason: 'the maintenance rate is a fraction from 0 to below 1, such as 0.005' };
    const before = tiers[place - 1];
    if (before !== undefined && before.cap === null)
      return { place: place - 1, reason: 'only the last tier has no end' };
    if (cap !== null && before !== undefined && before.cap !== null && cap <= before.cap)
      return { place, reason: 'tiers come smallest first' };
  }
  return null;
}

/**
 * Where stated deductions let margin jump although the venue's table does not: most likely one was mistyped. The first
 * tier's is taken as it stands, so that a part of a table can be given; a table of rates on the whole position states
 * none, and jumps.
 */
function jumpOf(tiers: readonly MarginTier[]): { readonly place: number; readonly reason: string } | null {
  if (tiers.every(({ deduction }) => isZero(deduction))) return null;
  for (const [place, tier] of tiers.entries()) {
    const before = tiers[place - 1];
    if (before === undefined || before.cap === null) continue;
    const rise = subtract(tier.maintenanceRate, before.maintenanceRate);
    const expected = add(before.deduction, quantityTimes(before.cap, rise, 'half-even'));
    if (expected !== tier.deduction)
      return { place, reason: `rates and ends ask for a deduction of ${toText(expected)}` };
  }
  return null;
}

function deducted(tiers: readonly MarginTier[]): MarginTier[] {
  const deductions = tierDeductions(tiers);
  return tiers.map((tier, place) => ({ ...tier, deduction: deductions[place] ?? tier.deduction }));
}

function invalid(field: string, reason: string): Result<never> {
  return fail('call/invalid-input', { field, reason }, { field });
}
