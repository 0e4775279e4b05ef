/** What only the notes of a Coinbase row say: what coins were converted into, and what a trade was really paid in. */
import { absolute, compare, subtract } from '../../shared/num/arithmetic.ts';
import { parsePrice, parseQuantity, rate } from '../../shared/num/parse.ts';
import { quantityTimes } from '../../shared/num/products.ts';
import type { Price, Quantity } from '../../shared/num/types.ts';
import { readDecimal } from './cells/decimals.ts';
import type { DecimalMark } from './importer.ts';

export interface NotedAmount {
  readonly asset: string;
  readonly quantity: Quantity;
}

/** What a trade was paid in, or what it brought. */
export interface NotedPayment extends NotedAmount {
  /** The price in that asset, where the note names a market. */
  readonly price: Price | null;
}

const convertNote = /^Converted (\S{1,40}) (\S{1,20}) to (\S{1,40}) (\S{1,20})$/iu;
const tradeNote =
  /^(?:Bought|Sold) \S{1,40} \S{1,20} for (?:[^\d\s]{1,4} ?)?([\d.,]{1,40}) (\w{1,20})(?: on \w{1,20}-\w{1,20} at ([\d.,]{1,40}) \w{1,20}\/\w{1,20})?\.?$/iu;

/**
 * `Converted 0.05 BTC to 451.2 USDC` → 451.2 USDC. Some languages write decimal commas: that the first number is the
 * row's own quantity tells which mark the note uses. null where the note says nothing of the kind.
 */
export function convertedInto(note: string, given: Quantity): NotedAmount | null {
  const match = convertNote.exec(note.trim());
  if (match === null) return null;
  const [, soldText = '', , boughtText = '', asset = ''] = match;
  const mark = (['.', ','] as const).find((candidate) => isAbout(readQuantity(soldText, candidate), given));
  const quantity = mark === undefined ? null : readQuantity(boughtText, mark);
  return quantity === null ? null : { asset: asset.toUpperCase(), quantity };
}

/** As `convertedInto`, for the row of what came: how much of it the note says; null where it says nothing of the kind. */
export function notedAsConverted(note: string, received: Quantity): Quantity | null {
  const boughtText = convertNote.exec(note.trim())?.[3] ?? '';
  const read = (['.', ','] as const).map((mark) => readQuantity(boughtText, mark));
  return read.find((quantity) => isAbout(quantity, received)) ?? null;
}

/** `Bought 10 DOGE for 1.5 EUR on DOGE-EUR at 0.15 EUR/DOGE` → 1.5 EUR at 0.15; null where the note says no such thing. */
export function paidWith(note: string): NotedPayment | null {
  const match = tradeNote.exec(note.trim());
  if (match === null) return null;
  const [, paidText = '', asset = '', priceText] = match;
  const quantity = readQuantity(paidText, '.') ?? readQuantity(paidText, ',');
  if (quantity === null) return null;
  const price = priceText === undefined ? null : readDecimal(priceText, '.', parsePrice);
  return { asset: asset.toUpperCase(), quantity, price: price !== null && price.ok ? price.value : null };
}

function readQuantity(text: string, mark: DecimalMark): Quantity | null {
  const read = readDecimal(text, mark, parseQuantity);
  return read.ok ? read.value : null;
}

/** Notes round what columns have in full. */
function isAbout(noted: Quantity | null, exact: Quantity): boolean {
  if (noted === null) return false;
  return compare(absolute(subtract(noted, exact)), quantityTimes(exact, rate('0.01'), 'half-even')) <= 0;
}
