/** What futures and straddle rules bring to a year, down to rows. */
import type { EventId } from '../../../shared/domain/event.ts';
import type { LotId } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { compare, isZero, sum, negate } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { dateOf, dateText, lastBusinessDayOfYear, yearOf } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { localDateOf } from '../../../shared/time/time-zone.ts';
import type {
  RecognisedGain,
  TaxStretch,
  ValuedResult,
} from '../tax/jurisdictions/us/futures/tax-stretch.ts';
import type { TaxPositionId } from '../tax/jurisdictions/us/straddles/straddle-case.ts';
import type { TaxItem } from '../tax/jurisdictions/us/straddles/straddle-years.ts';
import { figureOf, looseItem } from '../tax/realised-years.ts';
import type { ItemFigure } from '../tax/realised-years.ts';
import type { ExplainContext } from './explain-context.ts';
import type { Listed } from './listed.ts';
import { leaf, node } from './trace-nodes.ts';
import type { Extras } from './trace-nodes.ts';
import { worthTrace } from './value-trace.ts';

/** The items of figures of a year: results of futures row by row, year-end marks, what straddle rules change. */
export function taxItems(
  year: number,
  figures: ReadonlySet<ItemFigure>,
  context: ExplainContext,
): readonly Listed<Money>[] {
  const { straddles, facts } = context.taxYears;
  const items = straddles.years.find((one) => one.year === year)?.items ?? [];
  const meant = items.filter((item) => figures.has(figureOf(item)));
  const loose = facts.loose
    .filter((gain) => gain.year === year && figures.has(figureOf(looseItem(gain))))
    .flatMap(({ row }) =>
      row === null ? [] : [rowItem(row, row.result.contract ?? 'no contract', context)],
    );
  return [...meant.flatMap((item) => listedOf(item, meant, context)), ...loose];
}

function listedOf(
  item: TaxItem,
  meant: readonly TaxItem[],
  context: ExplainContext,
): readonly Listed<Money>[] {
  const stretch = context.taxYears.facts.stretches.get(item.of as TaxPositionId);
  if (stretch === undefined) return [plainItem(item, lastDay(item), `${item.of}`, context)];
  if (item.kind !== 'result') return [markItem(item, stretch, context)];
  // Results of one position may be of both terms: they are told together, by their rows.
  const results = meant.filter((one) => one.kind === 'result' && one.of === item.of);
  const gains = gainsOf(stretch, item);
  const total = sum(
    results.map(({ amount }) => amount),
    zeroMoney,
  );
  const found = sum(
    gains.map(({ amount }) => amount),
    zeroMoney,
  );
  if (compare(total, found) !== 0) return [plainItem(item, lastDay(item), stretch.id, context)];
  return results[0] === item ? gains.map((gain) => gainItem(gain, stretch, context)) : [];
}

function gainsOf({ recognised }: TaxStretch, { year, character }: TaxItem): readonly RecognisedGain[] {
  const isOrdinary = character === 'ordinary';
  return recognised.filter(
    (gain) =>
      (gain.character === 'ordinary') === isOrdinary &&
      (character === 'section1256' ? gain.year : yearOf(gain.date)) === year,
  );
}

function lastDay({ year }: TaxItem): LocalDate {
  return dateOf(year, 12, 31);
}

const KIND_WORDS: { readonly [Kind in TaxItem['kind']]: string } = {
  result: 'Result',
  mark: 'Mark',
  'mark-taken-back': 'Less the mark of the year before',
  deferred: 'A loss that waits: added back',
  released: 'A loss that waited and counts now',
  term: 'Another term by straddle rules',
  basis: 'An adjusted cost basis',
  disallowed: 'A loss that is not deducted',
  'deemed-sale': 'A deemed sale',
};

function plainItem(item: TaxItem, date: LocalDate, asset: string, context: ExplainContext): Listed<Money> {
  return { asset, date, amount: item.amount, trace: () => itemTrace(item, context) };
}

/** What straddle rules change, with the fills, lots and disposals that it is about. */
export function itemTrace({ amount, kind, of, rule, disposal }: TaxItem, context: ExplainContext): Trace {
  const about = aboutPosition(of, context);
  const left = disposal === undefined ? [] : [disposal.slice(0, disposal.lastIndexOf('/')) as EventId];
  const extras = { rule, ...about, events: [...left, ...(about.events ?? [])] };
  return leaf(`${KIND_WORDS[kind]}: ${positionWords(of, context)}`, amount, context.prices.currency, extras);
}

/** Rows behind a position or a lot. */
export function aboutPosition(of: TaxItem['of'], context: ExplainContext): Extras {
  const stretch = context.taxYears.facts.stretches.get(of as TaxPositionId);
  if (stretch !== undefined) return { events: stretch.stretch.steps.map(({ event }) => event) };
  const origin = context.originOf(of as LotId);
  return origin === undefined ? {} : { events: [origin.event], lots: [origin.id] };
}

/** "short MBT of 2026-03-01", "BTC of 2021-05-01". */
export function positionWords(of: TaxItem['of'], context: ExplainContext): string {
  const { straddles } = context.taxYears.facts;
  const future = straddles.futures.find(({ id }) => id === of);
  if (future !== undefined && of.startsWith('before:')) return `${future.name} (your tax details)`;
  if (future !== undefined) return `${future.side} ${future.name} of ${dateText(future.opened)}`;
  const origin = context.originOf(of as LotId);
  return origin === undefined ? of : `${origin.asset} of ${dateText(origin.acquiredDate)}`;
}

function markItem(item: TaxItem, stretch: TaxStretch, context: ExplainContext): Listed<Money> {
  const { kind, year, rule } = item;
  if (kind !== 'mark' && kind !== 'mark-taken-back')
    return plainItem(item, lastDay(item), stretch.id, context);
  const amount = kind === 'mark' ? item.amount : negate(item.amount);
  const end = stretch.future.yearEnds.findLast(
    (one) => (kind === 'mark' ? one.year === year : one.year < year) && compare(one.unrealised, amount) === 0,
  );
  const date = end?.date ?? lastBusinessDayOfYear(kind === 'mark' ? year : year - 1);
  const word = kind === 'mark' ? 'Mark' : 'Less the mark';
  const at = end === undefined ? '' : ` at ${toText(end.price)}`;
  const label = `${word} of ${dateText(date)}${at}: ${stretch.spec.name}`;
  const events = stretch.stretch.steps
    .filter(({ time }) => end === undefined || localDateOf(time, context.timeZone) <= end.date)
    .map(({ event }) => event);
  const trace = (): Trace => leaf(label, item.amount, context.prices.currency, { events, rule });
  return { asset: stretch.id, date: kind === 'mark' ? date : dateOf(year, 1, 1), amount: item.amount, trace };
}

function gainItem(gain: RecognisedGain, stretch: TaxStretch, context: ExplainContext): Listed<Money> {
  const { rests } = gain;
  return rests.on === 'row'
    ? rowItem(rests.row, stretch.id, context)
    : {
        asset: stretch.id,
        date: gain.date,
        amount: gain.amount,
        trace: () => waitedTrace(gain, stretch, context),
      };
}

function rowItem({ result, date, value }: ValuedResult, of: string, context: ExplainContext): Listed<Money> {
  return { asset: of, date, amount: value, trace: () => rowTrace({ result, date, value }, context) };
}

function rowTrace({ result, date, value }: ValuedResult, context: ExplainContext): Trace {
  const { asset, quantity, event, time, kind } = result;
  const contract = result.contract ?? 'no contract';
  const label = `${dateText(date)} ${kind} of ${toText(quantity)} ${asset}, ${contract}`;
  return worthTrace(label, value, { asset, quantity }, { id: event, time }, context);
}

/** Fees and funding that waited for the close: the rows, less what earlier closes took; of a partial close its share. */
function waitedTrace(gain: RecognisedGain, stretch: TaxStretch, context: ExplainContext): Trace {
  const { rests, amount, event, date } = gain;
  const { currency } = context.prices;
  const events = event === null ? [] : [event];
  if (rests.on !== 'waiting') return leaf(dateText(date), amount, currency, { events });
  const place = stretch.recognised.indexOf(gain);
  const earlier = stretch.recognised.slice(0, place).filter((one) => one.rests.on === 'waiting');
  const rows = stretch.waitingRows.slice(0, rests.rows);
  const parts = [
    waitingSum(rows, stretch, context),
    ...earlier
      .filter((one) => !isZero(one.amount))
      .map((one) =>
        leaf(
          `Counted at the close of ${dateText(one.date)}`,
          negate(one.amount),
          currency,
          eventsOf(one.event),
        ),
      ),
  ];
  const label = `${dateText(date)} fees and funding that waited for the close`;
  const waited = node('Fees and funding that waited', rests.waited, currency, 'sum', parts);
  if (compare(rests.waited, amount) === 0) return node(label, amount, currency, 'same', [waited], { events });
  const opening = stretch.stretch.steps.filter((step) => step.event !== event).map((step) => step.event);
  const closed = leaf('Closed of the position', rests.closed, 'units of its size', { events });
  const open = leaf('Open until then', rests.of, 'units of its size', { events: opening });
  return node(label, amount, currency, 'share', [waited, closed, open], { events });
}

function eventsOf(event: RecognisedGain['event']): { readonly events: readonly EventId[] } {
  return { events: event === null ? [] : [event] };
}

/** Many rows by month. */
function waitingSum(rows: readonly ValuedResult[], stretch: TaxStretch, context: ExplainContext): Trace {
  const { currency } = context.prices;
  const total = sum(
    rows.map(({ value }) => value),
    zeroMoney,
  );
  const label = `Fees and funding of ${stretch.spec.symbol} since ${dateText(stretch.openedOn)}`;
  if (rows.length <= MOST_ROWS)
    return node(
      label,
      total,
      currency,
      'sum',
      rows.map((row) => rowTrace(row, context)),
    );
  const months = Map.groupBy(rows, ({ date }) => dateText(date).slice(0, 7));
  const parts = [...months].map(([month, ofMonth]) => {
    const amount = sum(
      ofMonth.map(({ value }) => value),
      zeroMoney,
    );
    const events = ofMonth.map(({ result }) => result.event);
    return leaf(`${month}: ${ofMonth.length} rows`, amount, currency, { events });
  });
  return node(label, total, currency, 'sum', parts);
}

const MOST_ROWS = 100;
