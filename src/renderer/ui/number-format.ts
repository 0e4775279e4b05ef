/**
 * Decimal text → what a person reads. Pure: the components of `numbers.tsx` only wrap it.
 * `Intl.NumberFormat` is fed the text itself, so that every digit stays exact; nothing here becomes a float.
 */

import { assetClass, assetId } from '../../shared/domain/asset.ts';
import type { AssetClass } from '../../shared/domain/asset.ts';

const dollar = assetId('USD');

/** One way to write numbers in the whole app, the same as in the sentences that come from the core. */
const numberLocale = 'en-US';

export type Sign = 'up' | 'down' | 'flat';

export function signOf(text: string): Sign {
  if (!/[1-9]/u.test(text)) return 'flat';
  return text.startsWith('-') ? 'down' : 'up';
}

export interface FormatChoice {
  /** Write + before a positive number. */
  readonly signed?: boolean;
}

/**
 * "1234.5", "USD" → "$1,234.50". What is not zero but would round to zero says so: "<$0.01". An amount of a coin, as what
 * contracts that settle in coins earn, keeps its decimals: "0.00228571 BTC".
 */
export function formatMoney(text: string, currency: string, choice: FormatChoice = {}): string {
  if (isCoin(currency)) return `${formatQuantity(text, choice)} ${currency}`;
  const options: Intl.NumberFormatOptions = isIsoCurrency(currency)
    ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }
    : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const unit = isIsoCurrency(currency) ? '' : ` ${currency}`;
  return `${roundedOrLess(text, options, '0.01', '0.005', choice)}${unit}`;
}

/** Whole currency units, for places with little room: "$1,235". One coin is too much to round to: "0.0123 BTC". */
export function formatMoneyShort(text: string, currency: string, choice: FormatChoice = {}): string {
  if (isCoin(currency)) return formatMoney(text, currency, choice);
  if (!isIsoCurrency(currency)) return `${format(text, { maximumFractionDigits: 0 }, choice)} ${currency}`;
  return format(
    text,
    { style: 'currency', currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 },
    choice,
  );
}

/** Does the shown text leave decimals of the figure out? */
export function isRounded(text: string, shown: string): boolean {
  return decimalsIn(text) > decimalsIn(shown);
}

function decimalsIn(text: string): number {
  return /\.(\d+)/u.exec(text)?.[1]?.length ?? 0;
}

/** Up to eight decimals (or `decimals`); a smaller amount keeps two significant digits. */
export function formatQuantity(
  text: string,
  choice: FormatChoice & { readonly decimals?: number } = {},
): string {
  if (choice.decimals !== undefined) {
    const digits = { minimumFractionDigits: choice.decimals, maximumFractionDigits: choice.decimals };
    return format(text, digits, choice);
  }
  const tiny = signOf(text) !== 'flat' && isBelow(text, '0.00000001');
  return format(text, tiny ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 8 }, choice);
}

/** Two decimals from one unit of currency up, four significant digits below. */
export function formatPrice(text: string, currency: string): string {
  const digits: Intl.NumberFormatOptions =
    signOf(text) !== 'flat' && isBelow(text, '1')
      ? { maximumSignificantDigits: 4 }
      : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  if (!isIsoCurrency(currency)) return `${format(text, digits, {})} ${currency}`;
  return format(text, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...digits }, {});
}

/** "0.0512" → "5.12%"; `decimals` at most (2 unless told). */
export function formatRate(text: string, choice: FormatChoice & { readonly decimals?: number } = {}): string {
  return format(text, { style: 'percent', maximumFractionDigits: choice.decimals ?? 2 }, choice);
}

/** A count of things: files, rows, days. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat(numberLocale).format(count);
}

function format(text: string, options: Intl.NumberFormatOptions, { signed = false }: FormatChoice): string {
  const formatter = new Intl.NumberFormat(numberLocale, {
    ...options,
    ...(signed ? { signDisplay: 'exceptZero' } : { signDisplay: 'negative' }),
  });
  return formatter
    .formatToParts(text as Intl.StringNumericLiteral)
    .map((part) => (part.type === 'minusSign' ? '−' : part.value))
    .join('');
}

function roundedOrLess(
  text: string,
  options: Intl.NumberFormatOptions,
  smallest: string,
  half: string,
  choice: FormatChoice,
): string {
  const sign = signOf(text);
  if (sign === 'flat' || !isBelow(text, half)) return format(text, options, choice);
  return sign === 'down' ? `>${format(`-${smallest}`, options, {})}` : `<${format(smallest, options, {})}`;
}

/** |text| < limit, both plain decimal text, compared digit by digit. */
function isBelow(text: string, limit: string): boolean {
  const [whole, fraction] = digitsOf(text);
  const [limitWhole, limitFraction] = digitsOf(limit);
  if (whole.length !== limitWhole.length) return whole.length < limitWhole.length;
  if (whole !== limitWhole) return whole < limitWhole;
  const length = Math.max(fraction.length, limitFraction.length);
  return fraction.padEnd(length, '0') < limitFraction.padEnd(length, '0');
}

function digitsOf(text: string): readonly [whole: string, fraction: string] {
  const [whole = '', fraction = ''] = text.replace(/^[-+]/u, '').split('.');
  return [whole.replace(/^0+/u, ''), fraction];
}

/** Tickers of coins have three letters as well: only the list of moneys tells. */
function isIsoCurrency(code: string): boolean {
  const kind = classOf(code);
  return kind === 'currency' || kind === 'fiat';
}

/** Neither money of a state nor a dollar on a chain: as many decimals as it has. */
export function isCoin(code: string): boolean {
  return classOf(code) === 'coin';
}

function classOf(code: string): AssetClass {
  return assetClass(assetId(code), dollar);
}
