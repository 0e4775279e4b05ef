/** Amounts of random ledgers: round ones that tie, crooked ones that round, dust. Small numbers give simple amounts. */
import type { CalcEvent } from '../../src/shared/contract/calc-gains.ts';
import type { Draft } from './lot-events.fixture.ts';
import type { Story } from './lot-times.fixture.ts';

const ONE = 10n ** 18n;

/** Units of the eighteenth decimal as text. */
export function amountText(units: bigint): string {
  const digits = units.toString().padStart(19, '0');
  const decimals = digits.slice(-18).replace(/0+$/u, '');
  return `${digits.slice(0, -18)}${decimals === '' ? '' : `.${decimals}`}`;
}

/** Whole coins, thousandths, all eighteen decimals, dust. */
export function unitsOf(size: number): bigint {
  const n = BigInt(size);
  if (size % 10 < 4) return ((n % 7n) + 1n) * ONE;
  if (size % 10 < 8) return (n + 1n) * (ONE / 1000n) * 3n;
  if (size % 10 === 8) return n * 1_234_567_890_123_457n + 7n;
  return size % 100 < 50 ? (n % 9n) + 1n : n * 1234n * ONE + 1n;
}

const PRICES = ['100', '100', '200', '50', '150', '33333.33', '0.37', '7', '0', '61234.987654321'];

/** Of one coin, few enough that lots tie. */
export function priceOf(price: number): bigint {
  const [whole = '0', decimals = ''] = (PRICES[price % PRICES.length] ?? '1').split('.');
  return BigInt(whole + decimals.padEnd(18, '0'));
}

export function valueOf(units: bigint, price: bigint): bigint {
  return (units * price) / ONE;
}

interface Side {
  readonly asset: string;
  readonly units: bigint;
}

interface Fees {
  readonly fields: { fee?: string; feeAsset?: string; feeQuantity?: string; feeValue?: string };
  readonly asset: string;
  readonly paid: bigint;
  readonly withheld: bigint;
}

/** None, money, another coin with or without its value, or the coin that was given or received. */
export function feesOf(
  { held }: Story,
  { fee, price }: Draft,
  account: string,
  sides: { got: Side | null; given: Side | null },
): Fees {
  const none = { fields: {}, asset: 'BNB', paid: 0n, withheld: 0n };
  const worth = amountText((BigInt(fee) * ONE) / 100n);
  if (fee % 10 < 5) return none;
  const paid = (BigInt(1 + (price % 40)) * ONE) / 50n;
  const hasFeeCoins = (held.get(`BNB ${account}`) ?? 0n) >= paid || price % 20 === 19;
  if (fee % 10 === 5 || (fee % 10 < 8 && !hasFeeCoins)) return { ...none, fields: { fee: worth } };
  if (fee % 10 < 8) {
    const stated = fee % 3 === 0 ? {} : fee % 3 === 1 ? { feeValue: worth } : { fee: worth };
    return { ...none, fields: { feeAsset: 'BNB', feeQuantity: amountText(paid), ...stated }, paid };
  }
  const isGiven = fee % 10 === 9 && sides.given !== null;
  const side = isGiven ? sides.given : sides.got;
  // Of dust no part is taken: what one unit is worth would hang on the last decimal of a share.
  if (side === null || side.units < ONE / 1000n) return none;
  const units = side.units / (fee % 2 === 0 ? 100n : 64n);
  const stated = fee % 3 === 0 ? {} : { feeValue: worth };
  const fields = { feeAsset: side.asset, feeQuantity: amountText(units), ...stated };
  return isGiven
    ? { fields, asset: side.asset, paid: units, withheld: 0n }
    : { ...none, fields, withheld: units };
}

type Names = Pick<Extract<CalcEvent, { kind: 'sell' }>, 'lots' | 'identifiedAt'>;

/** Some sales name lots: ones of the coin, in time or too late, enough or not, seldom a lot that is none. */
export function namesOf(
  story: Story,
  { extra, fee, price, gap }: Draft,
  asset: string,
  units: bigint,
): Names {
  if (extra % 3 !== 0) return {};
  const known = story.lots.filter((lot) => lot.asset === asset || fee % 9 === 0);
  const [first, second] = [known[price % (known.length || 1)], known[gap % (known.length || 1)]];
  const part = fee % 3 === 0 ? units / 2n : units;
  const lots = [
    { lot: first, units: part },
    { lot: second, units: fee % 2 === 0 ? units - part : 0n },
  ].flatMap((one) =>
    one.lot === undefined || one.units === 0n ? [] : [{ lot: one.lot.id, quantity: amountText(one.units) }],
  );
  if (lots.length === 0) return {};
  const at = story.time + ((price % 5) - 3) * 1000;
  return { lots, ...(price % 4 === 0 ? {} : { identifiedAt: new Date(at).toISOString() }) };
}
