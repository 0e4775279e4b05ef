import type { EventId } from '../../../shared/domain/event.ts';
import type { Disposal } from '../../../shared/domain/lot.ts';
import type { Rule, Trace } from '../../../shared/domain/trace.ts';
import { negate } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { localDateOf } from '../../../shared/time/time-zone.ts';
import type { IncomeItem } from '../lots/lot-matching.ts';
import type { FuturesYear, ValuedResult } from '../tax/jurisdictions/us/futures-years.ts';
import { disposalItem } from './disposal-items.ts';
import type { ExplainContext } from './explain-context.ts';
import { incomeRule } from './explain-rules.ts';
import { byAsset, byDay, byMonth, listedReference, listedTrace } from './listed.ts';
import type { Listed, ListedSum } from './listed.ts';
import { fillsOf } from './position-ids.ts';
import { leaf, node } from './trace-nodes.ts';
import { worthTrace } from './value-trace.ts';

/** What the ledger itself realised in a year. */
export type RealisedFigure =
  | 'proceeds'
  | 'costBasis'
  | 'shortTermGain'
  | 'longTermGain'
  | 'section1256Gain'
  | 'otherFuturesGain'
  | 'income'
  | 'interest'
  | 'otherIncome';

interface Figured {
  readonly label: string;
  readonly noun: string;
  readonly items: ItemsOf;
  readonly rule?: Rule;
}

type ItemsOf = (year: number, context: ExplainContext) => readonly Listed<Money>[];

const figures: {
  readonly [Figure in RealisedFigure]: Figured;
} = {
  proceeds: disposed('Proceeds', 'proceeds', () => true),
  costBasis: disposed('Cost of what was sold', 'costBasis', () => true),
  shortTermGain: disposed('Short-term gains less losses', 'gain', ({ term }) => term === 'short'),
  longTermGain: disposed('Long-term gains less losses', 'gain', ({ term }) => term === 'long'),
  section1256Gain: {
    label: 'Section 1256 contracts',
    noun: 'results',
    items: (year, context) => [...futuresItems(year, true, context), ...markItems(year, context)],
  },
  otherFuturesGain: {
    label: 'Other futures',
    noun: 'results',
    items: (year, context) => futuresItems(year, false, context),
  },
  income: income('Coins and money received as income', () => true),
  interest: income('Interest', ({ reason }) => reason === 'interest'),
  otherIncome: income('Staking, rewards and the like', ({ reason }) => reason !== 'interest'),
};

/** What stands on the screen for a year: parts of income are told under it. */
const shown = [
  'proceeds',
  'costBasis',
  'shortTermGain',
  'longTermGain',
  'section1256Gain',
  'otherFuturesGain',
  'income',
] as const satisfies readonly RealisedFigure[];

/**
 * What a year realised, all figures or one, by asset, month and day. null where the ledger realised nothing in it.
 * In: "<year>", "<year>/<figure>", and a group of its rows behind that: "2025/shortTermGain/BTC/2025-03".
 */
export function realisedTrace(name: string, context: ExplainContext): Trace | null {
  const [text = '', figure, ...path] = name.split('/');
  const year = Number(text);
  if (!context.taxYears.realised.some((one) => one.year === year)) return null;
  if (figure !== undefined)
    return Object.hasOwn(figures, figure)
      ? listedTrace(realisedList(year, figure as RealisedFigure, context), path)
      : null;
  const all = shown.map((one) => listedReference(realisedList(year, one, context)));
  const [first] = all;
  return first === undefined ? null : node(`What ${year} realised`, first.value, first.unit, 'each', all);
}

/** A figure of a year in one line, with the id that tells it; a plain zero where nothing of it was realised. */
export function realisedReference(year: number, figure: RealisedFigure, context: ExplainContext): Trace {
  const list = realisedList(year, figure, context);
  if (list.items.length > 0) return listedReference(list);
  return leaf(`${list.label}: none`, zeroMoney, context.prices.currency);
}

/** A figure of a year with its rows; a plain zero where nothing of it was realised. */
export function realisedFigure(year: number, figure: RealisedFigure, context: ExplainContext): Trace {
  const list = realisedList(year, figure, context);
  const told = list.items.length > 0 ? listedTrace(list, []) : null;
  return told ?? realisedReference(year, figure, context);
}

function realisedList(year: number, figure: RealisedFigure, context: ExplainContext): ListedSum<Money> {
  const { label, noun, items, rule } = figures[figure];
  return {
    label: `${label} of ${year}`,
    noun,
    unit: context.prices.currency,
    id: `year:${year}/${figure}`,
    zero: zeroMoney,
    items: items(year, context),
    levels: [byAsset, byMonth, byDay],
    ...(rule === undefined ? {} : { rule }),
  };
}

function disposed(
  label: string,
  field: 'proceeds' | 'costBasis' | 'gain',
  isMeant: (disposal: Disposal) => boolean,
): Figured {
  const items: ItemsOf = (year, context) =>
    context
      .disposalsOfYear(year)
      .filter(isMeant)
      .map((one) => disposalItem(one, field, context));
  return { label, noun: 'disposals', items };
}

function income(label: string, isMeant: (item: IncomeItem) => boolean): Figured {
  const items: ItemsOf = (year, context) =>
    context
      .incomeOfYear(year)
      .filter(isMeant)
      .map((item) => incomeItem(item, context));
  return { label, noun: 'receipts', items, rule: incomeRule };
}

function incomeItem(item: IncomeItem, context: ExplainContext): Listed<Money> {
  const { asset, date, quantity, value, event, reason } = item;
  const label = `${dateText(date)} ${reason}: ${toText(quantity)} ${asset}`;
  const trace = (): Trace =>
    worthTrace(label, value, { asset, quantity }, { id: event, time: item.time }, context);
  return { asset, date, amount: value, trace };
}

function futuresYearOf(year: number, { taxYears }: ExplainContext): FuturesYear | undefined {
  return taxYears.futures.years.find((one) => one.year === year);
}

function futuresItems(year: number, section1256: boolean, context: ExplainContext): readonly Listed<Money>[] {
  const rows = futuresYearOf(year, context)?.rows ?? [];
  return rows.filter((row) => row.section1256 === section1256).map((row) => futuresItem(row, context));
}

function futuresItem({ result, value }: ValuedResult, context: ExplainContext): Listed<Money> {
  const { asset, quantity, event, time, kind } = result;
  const contract = result.contract ?? 'no contract';
  const date = localDateOf(time, context.timeZone);
  const label = `${dateText(date)} ${kind} of ${toText(quantity)} ${asset}, ${contract}`;
  const trace = (): Trace => worthTrace(label, value, { asset, quantity }, { id: event, time }, context);
  return { asset: `${contract} ${kind}`, date, amount: value, trace };
}

/** The mark at the year's end adds; the one a year before is taken back. */
function markItems(year: number, context: ExplainContext): readonly Listed<Money>[] {
  return [...marksOf(year, false, context), ...marksOf(year - 1, true, context)];
}

function marksOf(year: number, isTakenBack: boolean, context: ExplainContext): readonly Listed<Money>[] {
  const mark = futuresYearOf(year, context)?.mark;
  if (mark === null || mark === undefined) return [];
  return mark.positions.map(({ position, unrealised, price }) => {
    const amount = isTakenBack ? negate(unrealised) : unrealised;
    const word = isTakenBack ? 'Less the mark' : 'Mark';
    const label = `${word} of ${dateText(mark.date)} at ${toText(price)}: ${position.spec.name}`;
    const events: readonly EventId[] = fillsOf(position);
    const trace = (): Trace => leaf(label, amount, context.prices.currency, { events });
    return { asset: `${position.contract} mark`, date: mark.date, amount, trace };
  });
}
