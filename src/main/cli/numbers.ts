/**
 * Decimal text → what a person reads in a terminal. `Intl` is fed the text itself, so no digit passes through a float.
 */
import { assetClass, assetId } from '../../shared/domain/asset.ts';

const locale = 'en-US';
const dollar = assetId('USD');

/** "1234.5" → "1,234.50". */
export function moneyText(text: string | null): string {
  return text === null ? '-' : format(text, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** As money, with + before a gain. */
export function gainText(text: string | null): string {
  if (text === null) return '-';
  return format(text, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' });
}

/** A gain in what a contract settles in: dollars and their coins as money, anything else with its name and its decimals. */
export function settledGainText(text: string | null, asset: string): string {
  if (text === null) return '-';
  const kind = assetClass(assetId(asset), dollar);
  if (kind === 'currency' || kind === 'stablecoin') return gainText(text);
  return `${format(text, { maximumFractionDigits: 8, signDisplay: 'exceptZero' })} ${asset}`;
}

/** Up to eight decimals. */
export function quantityText(text: string | null): string {
  return text === null ? '-' : format(text, { maximumFractionDigits: 8 });
}

/** Two decimals, or four significant digits below one. */
export function priceText(text: string | null): string {
  if (text === null) return '-';
  return /^-?0\.\d*[1-9]/u.test(text) ? format(text, { maximumSignificantDigits: 4 }) : moneyText(text);
}

/** "0.6512" → "65.1 %". */
export function shareText(text: string | null): string {
  return text === null ? '-' : `${format(text, { style: 'percent', ...oneDecimal }).replace('%', '')} %`;
}

/** A difference of two shares, in points: "0.151" → "+15.1". */
export function pointsText(text: string): string {
  return format(text, { style: 'percent', ...oneDecimal, signDisplay: 'exceptZero' }).replace('%', '');
}

export function countText(count: number): string {
  return new Intl.NumberFormat(locale).format(count);
}

/** How much of a contract, in the unit of its orders. */
interface OrderSize {
  readonly quantity: string;
  readonly unit: 'contracts' | 'base' | 'quote';
  /** What the contract's price is in. */
  readonly quote: string;
}

/** "0.06 BTC", "3 contracts", "5,000 USD". */
export function orderText({ quantity, unit, quote }: OrderSize, asset: string): string {
  const of = unit === 'base' ? asset : unit === 'quote' ? quote : quantity === '1' ? 'contract' : 'contracts';
  return `${quantityText(quantity)} ${of}`;
}

/** "1 row", "2 rows". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

/** "2026-11-22T10:00:00Z" → "2026-11-22 10:00 UTC". */
export function instantText(iso: string | null): string {
  return iso === null ? '-' : `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

function format(text: string, options: Intl.NumberFormatOptions): string {
  // What rounds to zero has no sign.
  return new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options }).format(
    text as Intl.StringNumericLiteral,
  );
}
