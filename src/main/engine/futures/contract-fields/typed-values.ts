/** Numbers as people write them about contracts → canonical text, or why not. */
import { isNegative, isZero } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { parseQuantity, parseRate } from '../../../../shared/num/parse.ts';
import { parseSuffixedRate } from '../../../../shared/num/suffixed-rate.ts';

/** Canonical text of a value, or what is wrong with what was typed. */
export type TypedValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: string };

export function typedValue(value: string): TypedValue {
  return { ok: true, value };
}

export function notTyped(reason: string): TypedValue {
  return { ok: false, reason };
}

/**
 * A share with its unit: "0.05 %", "5 bp", "0.0005 fraction". A bare number is refused, because 0.05 could be 0.05 % or
 * 5 %. Out: the fraction as decimal text.
 */
export function typedRate(text: string): TypedValue {
  const found = parseSuffixedRate(text);
  if (found !== null) return typedValue(toText(found));
  const number = text.trim();
  const bare = parseRate(number);
  if (!bare.ok) return notTyped(`"${text}" is not a number with % or bp, such as "0.05 %"`);
  return isZero(bare.value)
    ? typedValue('0')
    : notTyped(
        `"${text}" could be ${number} % or a fraction: write "${number} %", "${number} bp" or "${number} fraction"`,
      );
}

export interface NumberRule {
  /** What the number counts in; a unit that is typed behind it has to be one of these. */
  readonly units: readonly string[];
  readonly zero: 'allowed' | 'refused';
}

/** "0.1", "0.1 BTC". Never below zero; commas are refused, because they mean different things in different places. */
export function typedNumber(text: string, { units, zero }: NumberRule): TypedValue {
  const [, number = '', unit] = /^([+-]?[\d.]+)\s*([\p{L}$€]+)?$/u.exec(text.trim()) ?? [];
  const parsed = parseQuantity(number);
  if (!parsed.ok)
    return notTyped(
      /,/u.test(text)
        ? `"${text}" has a comma: write a point for decimals and nothing between thousands`
        : `"${text}" is not a number of at most 18 decimals`,
    );
  if (unit !== undefined && !units.some((one) => one.toLowerCase() === unit.toLowerCase()))
    return notTyped(`"${text}" is in ${unit}, and this counts in ${units[0] ?? 'no unit'}`);
  if (isNegative(parsed.value) || (zero === 'refused' && isZero(parsed.value)))
    return notTyped(zero === 'refused' ? 'it has to be above zero' : 'it cannot be below zero');
  return typedValue(toText(parsed.value));
}

/** A whole number within bounds, with words that may stand around it. */
export function typedWhole(text: string, shape: RegExp, least: number, most: number): TypedValue {
  const [, digits] = shape.exec(text.trim()) ?? [];
  if (digits === undefined) return notTyped(`"${text}" is not a whole number`);
  const number = Number(digits);
  return number >= least && number <= most
    ? typedValue(String(number))
    : notTyped(`${number} is not between ${least} and ${most}`);
}

/** One of some words; in: the words that mean each, the first is what is kept. */
export function typedWord(text: string, choices: readonly (readonly [string, ...string[]])[]): TypedValue {
  const typed = text.trim().toLowerCase();
  const found = choices.find((words) => words.some((word) => word.toLowerCase() === typed));
  return found === undefined
    ? notTyped(`"${text}" is none of ${choices.map(([word]) => word).join(', ')}`)
    : typedValue(found[0]);
}
