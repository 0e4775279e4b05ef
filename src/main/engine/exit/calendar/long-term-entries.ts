/** Days on which units of a coin turn long-term, and what waiting for them is worth. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import type { Trace } from '../../../../shared/domain/trace.ts';
import { add, isZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Money, Price, Quantity } from '../../../../shared/num/types.ts';
import { compareDates, dateText, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { leaf, node } from '../../explain/trace-nodes.ts';
import { jurisdictions } from '../../tax/assess-year.ts';
import type { TaxYears } from '../../tax/tax-years.ts';
import { quantityText } from '../../words.ts';
import { entryOf } from './calendar-entry.ts';
import type { CalendarAmount, CalendarEntry } from './calendar-entry.ts';

/** Units of one lot with the day from which they are long-term. */
export interface TurningUnits {
  readonly lot: LotId;
  readonly asset: AssetId;
  readonly quantity: Quantity;
  /** Of the quantity. */
  readonly costBasis: Money;
  readonly longTermFrom: LocalDate;
  /** By a hedge that ended their holding period before: it began anew. */
  readonly anew: boolean;
  /** Only if the plans are carried out. */
  readonly planned: boolean;
  /** The day on which a planned hedge would stop their clock before; null where none would. */
  readonly stoppedOn: LocalDate | null;
}

export interface LongTermInput {
  readonly asOf: LocalDate;
  readonly currency: string;
  readonly turning: readonly TurningUnits[];
  /** Today's; null where nobody knows. */
  priceOf(asset: AssetId): Price | null;
  /** As planned: what the tax difference is computed on. */
  readonly years: TaxYears;
}

/** One entry a coin and day. Law: 26 U.S.C. 1222; Rev. Rul. 66-7; Reg. 1.1092(b)-2T(a) for clocks that began anew. */
export function longTermEntries(input: LongTermInput): readonly CalendarEntry[] {
  const coming = input.turning.filter(({ longTermFrom }) => longTermFrom > input.asOf);
  const groups = Map.groupBy(coming, idOf);
  return [...groups].flatMap(([id, units]) => entryFor(id, units, input) ?? []);
}

function idOf({ asset, longTermFrom, planned }: TurningUnits): string {
  return `long-term:${asset}:${dateText(longTermFrom)}${planned ? ':planned' : ''}`;
}

function entryFor(id: string, units: readonly TurningUnits[], input: LongTermInput): CalendarEntry | null {
  const [first] = units;
  if (first === undefined) return null;
  const { asset, longTermFrom: date, planned } = first;
  const quantity = totalOf(units);
  const anew = units.some((one) => one.anew);
  return entryOf({
    id,
    date,
    kind: 'long-term',
    title: `${asset} turns long-term`,
    text: `${quantityText(quantity, asset)} ${verb(planned)} long-term${restWords(units)}.`,
    why: whyWords(units, anew),
    law: anew ? 'Reg. 1.1092(b)-2T(a)' : '26 U.S.C. 1222(3)',
    asset,
    amounts: amountsOf(units, quantity, date, input),
    of: [...new Set(units.map(({ lot }) => lot))].map((lot) => ({ kind: 'lot' as const, id: lot })),
    planned,
  });
}

function verb(planned: boolean): string {
  return planned ? 'would turn' : 'turns';
}

function totalOf(units: readonly TurningUnits[]): Quantity {
  return sum(
    units.map(({ quantity }) => quantity),
    zeroQuantity,
  );
}

function restWords(units: readonly TurningUnits[]): string {
  const anew = units.filter((one) => one.anew);
  if (anew.length === 0) return '';
  if (anew.length === units.length) return ': a hedge made its holding period begin anew';
  return `; of ${quantityText(totalOf(anew), anew[0]?.asset ?? '')} a hedge made its holding period begin anew`;
}

function whyWords(units: readonly TurningUnits[], anew: boolean): string {
  const stopped = units.flatMap(({ stoppedOn }) => stoppedOn ?? []).toSorted(compareDates)[0];
  return [
    'What is sold from this day on was held for more than a year: its gain is taxed at the lower rates.',
    ...(anew
      ? ['A hedge against units that were not long-term yet ends their holding period; it starts from zero.']
      : []),
    ...(units.some(({ planned }) => planned) ? ['The day holds if the saved plans are carried out.'] : []),
    ...(stopped === undefined
      ? []
      : [
          `A planned hedge would stop the clock of some on ${dateText(stopped)}: then this day would not come.`,
        ]),
  ].join(' ');
}

function amountsOf(
  units: readonly TurningUnits[],
  quantity: Quantity,
  date: LocalDate,
  input: LongTermInput,
): readonly CalendarAmount[] {
  const [first] = units;
  if (first === undefined) return [];
  const { asset } = first;
  const held: CalendarAmount = { words: 'Turns long-term', value: quantity, unit: asset, trace: null };
  const price = input.priceOf(asset);
  if (price === null) return [held];
  const value = valueOf(quantity, price, 'half-even');
  const worth = node('Worth today', value, input.currency, 'product', [
    leaf(`${asset} that turns long-term`, quantity, asset),
    leaf(`Price of one ${asset} today`, price, input.currency),
  ]);
  const cost = sum(
    units.map(({ costBasis }) => costBasis),
    zeroMoney,
  );
  const difference = taxDifference(subtract(value, cost), date, input);
  return [
    held,
    { words: 'Worth today', value, unit: input.currency, trace: worth },
    ...(difference === null ? [] : [difference]),
  ];
}

/**
 * Tax of the year if all were sold in it as short-term at today's price against the same as long-term: the engine's own
 * totals. A short-term loss may lower tax more than a long-term one: then waiting costs. null where the year is not
 * assessed, or nothing would be gained or lost.
 */
function taxDifference(
  gain: Money,
  date: LocalDate,
  { years, currency }: LongTermInput,
): CalendarAmount | null {
  const year = years.years.find(({ input }) => input.year === yearOf(date));
  if (year === undefined || isZero(gain)) return null;
  const { input, jurisdiction } = year;
  const taxed = jurisdictions[jurisdiction].totalTax;
  const short = taxed({ ...input, shortTermGain: add(input.shortTermGain, gain) });
  const long = taxed({ ...input, longTermGain: add(input.longTermGain, gain) });
  if (!short.ok || !long.ok) return null;
  const [more, less] = short.value >= long.value ? [short.value, long.value] : [long.value, short.value];
  const saves = short.value >= long.value;
  const words = `What waiting for this day ${saves ? 'saves' : 'costs'} in tax`;
  const label = (term: string): string =>
    `Tax of ${input.year} if all of it is sold ${term} at today’s price`;
  const value = subtract(more, less);
  const trace: Trace = node(words, value, currency, 'difference', [
    leaf(label(saves ? 'short-term' : 'long-term'), more, currency),
    leaf(label(saves ? 'long-term' : 'short-term'), less, currency),
  ]);
  return { words, value, unit: currency, trace };
}
