/** Why a sheet's sums are what they are: order by order, and the gain of a sale lot by lot. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { TraceText } from '../../../../shared/contract/texts.ts';
import type { Term } from '../../../../shared/domain/lot.ts';
import type { Trace } from '../../../../shared/domain/trace.ts';
import { absolute, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { money } from '../../../../shared/num/parse.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { leaf, node } from '../../../engine/explain/trace-nodes.ts';
import { quantityText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { traceText } from '../trace-text.ts';
import type { OrderLine } from './order-text.ts';
import { saleParts, spotFee } from './order-expected.ts';
import type { SalePart } from './order-expected.ts';
import { priceNow } from './order-text.ts';
import type { SheetOrder } from './sheet-orders.ts';

type Totals = CallAnswer<'exit.sheet'>['totals'];

export interface SheetFigures {
  readonly orders: readonly SheetOrder[];
  readonly lines: readonly OrderLine[];
  readonly totals: Totals;
}

const LABELS: Readonly<Record<keyof Totals, string>> = {
  proceeds: 'Proceeds of the coins sold, before fees',
  purchases: 'Purchases, before fees',
  shortTermGain: 'Short-term gain of coins',
  longTermGain: 'Long-term gain of coins',
  futuresResult: 'Result of futures',
  fees: 'Fees',
  marginFreed: 'Margin that comes free',
};

/** One for each sum that is known; each re-adds. */
export function sheetTraces(figures: SheetFigures, derived: Derived): TraceText[] {
  const { totals } = figures;
  return (Object.keys(LABELS) as (keyof Totals)[]).flatMap((key) => {
    const total = totals[key];
    if (total === null) return [];
    const parts = partsOf(key, figures, derived);
    const { currency } = derived.facts;
    const whole =
      parts.length === 0
        ? leaf(LABELS[key], total, currency)
        : node(LABELS[key], total, currency, 'sum', parts);
    return [traceText(whole)];
  });
}

function partsOf(key: keyof Totals, figures: SheetFigures, derived: Derived): Trace[] {
  const { currency } = derived.facts;
  return figures.lines.flatMap((line, place): Trace[] => {
    const value = valueOfLine(key, line);
    const label = `Order ${line.number}: ${line.words}`;
    if (value === null) return [];
    const order = figures.orders[place];
    if (order !== undefined && (key === 'shortTermGain' || key === 'longTermGain'))
      return [gainTrace({ label, value, term: key === 'shortTermGain' ? 'short' : 'long' }, order, derived)];
    return [leaf(label, money(value), currency)];
  });
}

/** null where the order has no part in the sum. */
function valueOfLine(key: keyof Totals, { kind, expected, marginFreed }: OrderLine): string | null {
  switch (key) {
    case 'proceeds':
      return kind === 'sell' ? expected.value : null;
    case 'purchases':
      return kind === 'buy' ? expected.value : null;
    case 'shortTermGain':
    case 'longTermGain':
      return kind === 'sell' ? expected[key] : null;
    case 'futuresResult':
      return kind.startsWith('close') ? expected.futuresResult : null;
    case 'fees':
      return expected.fee;
    case 'marginFreed':
      return marginFreed;
  }
}

function gainTrace(
  { label, value, term }: { readonly label: string; readonly value: string; readonly term: Term },
  order: SheetOrder,
  derived: Derived,
): Trace {
  const { step } = order.progress;
  const { currency } = derived.facts;
  const price = priceNow(step, derived)?.price;
  if (price === undefined) return leaf(label, value, currency);
  const fee = spotFee(step, absolute(order.change), price);
  const parts = saleParts(order, { price, fee }, derived)
    .filter(({ counted, sale }) => sale.term === term || !isZero(counted[term]))
    .map((part) => lotTrace(part, term, currency));
  return parts.length === 0 ? leaf(label, value, currency) : node(label, value, currency, 'sum', parts);
}

/** Proceeds less cost; where straddle rules make something else of it, what they count. */
function lotTrace({ sale, proceeds, costBasis, counted }: SalePart, term: Term, currency: string): Trace {
  const label = `${quantityText(sale.quantity, sale.asset)} of the lot of ${dateText(sale.acquired)}`;
  const of = { lots: [sale.lot] };
  const gain = counted[term];
  if (sale.term !== term || gain !== subtract(proceeds, costBasis))
    return leaf(`${label}, as straddle rules count it`, gain, currency, of);
  return node(
    label,
    gain,
    currency,
    'difference',
    [leaf('Proceeds, fee taken off', proceeds, currency), leaf('Cost', costBasis, currency)],
    of,
  );
}
