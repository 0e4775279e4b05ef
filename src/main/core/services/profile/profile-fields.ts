/** Single fields of a profile as given, checked by name. */
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { parseMoney, parseRate, rate } from '../../../../shared/num/parse.ts';
import { zeroMoney, zeroRate } from '../../../../shared/num/types.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';

export type Sign = 'signed' | 'not negative' | 'positive';

export function amount(field: string, text: string, sign: Sign): Result<Money> {
  const parsed = parseMoney(text);
  if (!parsed.ok) return invalid(field, 'expected an amount such as 85000 or 1234.56');
  if (sign !== 'signed' && parsed.value < zeroMoney) return invalid(field, 'it cannot be negative');
  if (sign === 'positive' && parsed.value === zeroMoney)
    return invalid(field, 'expected an amount above zero');
  return ok(parsed.value);
}

/** A rate from 0 up to and including `most`. */
export function rateUpTo(most: string, field: string, text: string): Result<Rate> {
  const parsed = parseRate(text);
  if (!parsed.ok) return invalid(field, 'expected a rate such as 0.05 for 5 %');
  if (parsed.value < zeroRate) return invalid(field, 'it cannot be negative');
  if (parsed.value > rate(most)) return invalid(field, `expected a rate of at most ${most}: 0.05 is 5 %`);
  return ok(parsed.value);
}

/** Errors: always `call/invalid-input`. */
export function invalid(field: string, reason: string): Result<never> {
  return fail('call/invalid-input', { field, reason }, { field });
}
