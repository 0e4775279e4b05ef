/**
 * What only the notes of a Coinbase row say: what coins were converted into, and what a trade was really paid in.
 *
 * Some languages write decimal commas, and a note has no column that says so. One mark holds for all numbers of a note; it
 * is the one that reads all of them and fits what the row has besides: its quantity, price × quantity, what it is worth in
 * money. Where both marks fit and mean different numbers, the note says nothing.
 */
import { assetClass, assetId } from '../../shared/domain/asset.ts';
import { absolute, compare, subtract } from '../../shared/num/arithmetic.ts';
import { toText } from '../../shared/num/format.ts';
import { parsePrice, parseQuantity, quantity as quantityOf, rate } from '../../shared/num/parse.ts';
import { quantityTimes } from '../../shared/num/products.ts';
import { type Price, type Quantity, zeroQuantity } from '../../shared/num/types.ts';
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

/** What the row has besides its note. */
export interface RowFigures {
  readonly quantity: Quantity;
  /** In the report's currency, about; null where the row does not say. */
  readonly worth: Quantity | null;
}

const convertNote = /^Converted (\S{1,40}) (\S{1,20}) to (\S{1,40}) (\S{1,20})$/iu;
const tradeNote =
  /^(?:Bought|Sold) (\S{1,40}) \S{1,20} for (?:[^\d\s]{1,4} ?)?([\d.,]{1,40}) (\w{1,20})(?: on \w{1,20}-\w{1,20} at ([\d.,]{1,40}) \w{1,20}\/\w{1,20})?\.?$/iu;
const marks: readonly DecimalMark[] = ['.', ','];

/** `Converted 0.05 BTC to 451.2 USDC` → 451.2 USDC; null where the note says nothing of the kind. */
export function convertedInto(note: string, figures: RowFigures): NotedAmount | null {
  const match = convertNote.exec(note.trim());
  if (match === null) return null;
  const [, soldText = '', , boughtText = '', asset = ''] = match;
  const found = marks.flatMap((mark) => {
    const quantity = readQuantity(boughtText, mark);
    const fits = quantity !== null && isAbout(soldText, mark, figures.quantity);
    return fits ? [{ asset: asset.toUpperCase(), quantity, price: null }] : [];
  });
  return onlyOne(found, figures);
}

/** `Bought 10 DOGE for 1.5 EUR on DOGE-EUR at 0.15 EUR/DOGE` → 1.5 EUR at 0.15; null where the note says no such thing. */
export function paidWith(note: string, figures: RowFigures): NotedPayment | null {
  const match = tradeNote.exec(note.trim());
  if (match === null) return null;
  const [, sizeText = '', paidText = '', asset = '', priceText] = match;
  const found = marks.flatMap((mark) => {
    const quantity = readQuantity(paidText, mark);
    const price = priceText === undefined ? null : readPrice(priceText, mark);
    if (quantity === null || price === undefined || !isAbout(sizeText, mark, figures.quantity)) return [];
    return isPaidAt(quantity, figures.quantity, price)
      ? [{ asset: asset.toUpperCase(), quantity, price }]
      : [];
  });
  return onlyOne(found, figures);
}

function onlyOne(found: readonly NotedPayment[], { worth }: RowFigures): NotedPayment | null {
  const [first, second] = found;
  if (first === undefined) return null;
  if (second === undefined || first.quantity === second.quantity) return first;
  const likely = found.filter(
    ({ asset, quantity }) => isMoney(asset) && worth !== null && isLike(quantity, worth),
  );
  return likely.length === 1 ? (likely[0] ?? null) : null;
}

/** Moneys differ in size, but rarely by more than this; a mark that is wrong is off by a thousand. */
const likeness = rate('30');

function isLike(a: Quantity, b: Quantity): boolean {
  const most = (one: Quantity): Quantity => quantityTimes(one, likeness, 'half-even');
  return compare(a, most(b)) <= 0 && compare(b, most(a)) <= 0;
}

function isMoney(asset: string): boolean {
  return assetClass(assetId(asset), assetId('USD')) !== 'coin';
}

/** Whether what was paid is price × quantity, but for a fee. */
function isPaidAt(paid: Quantity, size: Quantity, price: Price | null): boolean {
  if (price === null) return true;
  const gross = quantityTimes(size, rate(toText(price)), 'half-even');
  return compare(absolute(subtract(paid, gross)), quantityTimes(gross, rate('0.2'), 'half-even')) <= 0;
}

/** "0,049" is no thousands: those never begin with a zero. */
function isOdd(text: string, mark: DecimalMark): boolean {
  return mark === '.' ? /^0+,/u.test(text) : /^0+\./u.test(text);
}

function readQuantity(text: string, mark: DecimalMark): Quantity | null {
  const read = readDecimal(text, mark, parseQuantity);
  return read.ok && !isOdd(text, mark) ? read.value : null;
}

/** undefined where it is no price. */
function readPrice(text: string, mark: DecimalMark): Price | undefined {
  const read = readDecimal(text, mark, parsePrice);
  return read.ok && !isOdd(text, mark) ? read.value : undefined;
}

/** Notes round what columns have in full: to a hundredth of it, or to the last digit that they write. */
function isAbout(text: string, mark: DecimalMark, exact: Quantity): boolean {
  const noted = readQuantity(text, mark);
  if (noted === null) return false;
  const off = absolute(subtract(noted, exact));
  return (
    compare(off, quantityTimes(exact, rate('0.01'), 'half-even')) <= 0 ||
    compare(off, lastDigit(text, mark)) <= 0
  );
}

/** One of the last digit behind the mark; nothing where it writes none. */
function lastDigit(text: string, mark: DecimalMark): Quantity {
  const at = text.lastIndexOf(mark);
  const decimals = at === -1 ? 0 : text.length - at - 1;
  return decimals === 0 || decimals > 18 ? zeroQuantity : quantityOf(`0.${'1'.padStart(decimals, '0')}`);
}
