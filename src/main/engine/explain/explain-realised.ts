import type { Disposal } from '../../../shared/domain/lot.ts';
import type { Rule, Trace } from '../../../shared/domain/trace.ts';
import { toText } from '../../../shared/num/format.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import type { IncomeItem } from '../lots/lot-matching.ts';
import type { ItemFigure } from '../tax/realised-years.ts';
import { disposalItem } from './disposal-items.ts';
import { taxItems } from './explain-tax-items.ts';
import type { ExplainContext } from './explain-context.ts';
import { incomeRule } from './explain-rules.ts';
import { byAsset, byDay, byMonth, listedReference, listedTrace } from './listed.ts';
import type { Listed, ListedSum } from './listed.ts';
import { leaf, node } from './trace-nodes.ts';
import { worthTrace } from './value-trace.ts';

/** What the ledger itself realised in a year. */
export type RealisedFigure =
  | 'proceeds'
  | 'costBasis'
  | 'shortTermGain'
  | 'longTermGain'
  | 'otherFuturesGain'
  | ItemFigure
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
  section1256Gain: ofItems('Section 1256 contracts', 'section1256Gain'),
  otherFuturesGain: ofItems('Other futures', 'shortFuturesGain', 'longFuturesGain'),
  shortFuturesGain: ofItems('Other futures, short-term', 'shortFuturesGain'),
  longFuturesGain: ofItems('Other futures, long-term', 'longFuturesGain'),
  futuresIncome: ofItems('Funding that is ordinary income', 'futuresIncome'),
  straddleShort: ofItems('Straddle rules, short-term', 'straddleShort'),
  straddleLong: ofItems('Straddle rules, long-term', 'straddleLong'),
  straddleSection1256: ofItems('Straddle rules, section 1256', 'straddleSection1256'),
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
  'futuresIncome',
  'straddleShort',
  'straddleLong',
  'straddleSection1256',
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

function ofItems(label: string, ...of: readonly ItemFigure[]): Figured {
  return { label, noun: 'results', items: (year, context) => taxItems(year, new Set(of), context) };
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
