/** Losses that wait, what straddle rules changed in a year, and clocks of lots that they stopped. */
import type { Trace } from '../../../shared/domain/trace.ts';
import { sum } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import type {
  DeferredLoss,
  HoldingPeriod,
  StraddleYear,
} from '../tax/jurisdictions/us/straddles/straddle-years.ts';
import { straddleRules } from '../tax/jurisdictions/us/straddles/straddle-rules.ts';
import { isResult } from '../tax/realised-years.ts';
import type { RestartedClock } from '../tax/jurisdictions/us/straddles/restarted-clocks.ts';
import type { ExplainContext } from './explain-context.ts';
import { realisedFigure } from './explain-realised.ts';
import { aboutPosition, itemTrace, positionWords } from './explain-tax-items.ts';
import { leaf, node } from './trace-nodes.ts';

const ofCharacter = {
  shortTerm: 'straddleShort',
  longTerm: 'straddleLong',
  section1256: 'straddleSection1256',
} as const;

/**
 * What straddle rules did to a year.
 * In: "shortTerm", "longTerm", "section1256", "deferredTotal", "deferred/<n>/amount", "deferred/<n>/blockedBy/<m>/amount",
 * "changes/<n>/amount"; numbers from one. null where there is no such figure.
 */
export function straddleTrace(
  year: StraddleYear,
  path: readonly string[],
  context: ExplainContext,
): Trace | null {
  const [what = '', number, figure, place] = path;
  if (Object.hasOwn(ofCharacter, what))
    return realisedFigure(year.year, ofCharacter[what as keyof typeof ofCharacter], context);
  if (what === 'deferredTotal') return totalTrace(year, context);
  if (what === 'changes') {
    const item = changesOf(year)[Number(number) - 1];
    return item === undefined ? null : itemTrace(item, context);
  }
  const loss = what === 'deferred' ? year.deferred[Number(number) - 1] : undefined;
  if (loss === undefined) return null;
  if (figure === 'sustained')
    return leaf('Sustained in', String(loss.sustained), '', aboutPosition(loss.position, context));
  if (figure !== 'blockedBy') return lossTrace(loss, context);
  const blocked = loss.blockedBy[Number(place) - 1];
  return blocked === undefined ? null : blockedTrace(blocked, context);
}

/** What straddle rules change in a year, besides results and marks as they came. */
export function changesOf({ items }: StraddleYear): StraddleYear['items'] {
  return items.filter((item) => !isResult(item));
}

function totalTrace({ year, deferred }: StraddleYear, context: ExplainContext): Trace {
  const total = sum(
    deferred.map(({ amount }) => amount),
    zeroMoney,
  );
  const parts = deferred.map((loss) => lossTrace(loss, context));
  const label = `Straddle losses that wait at the end of ${year}`;
  return parts.length === 0
    ? leaf(`${label}: none`, total, context.prices.currency)
    : node(label, total, context.prices.currency, 'sum', parts, { rule: straddleRules.deferral });
}

function lossTrace(loss: DeferredLoss, context: ExplainContext): Trace {
  const { position, sustained, amount, blockedBy } = loss;
  const label = `Loss of ${sustained} on ${positionWords(position, context)} that waits, by what holds it back`;
  const extras = { rule: straddleRules.deferral, ...aboutPosition(position, context) };
  const parts = blockedBy.map((one) => blockedTrace(one, context));
  const { currency } = context.prices;
  return parts.length === 0
    ? leaf(label, amount, currency, extras)
    : node(label, amount, currency, 'sum', parts, extras);
}

function blockedTrace({ of, amount }: DeferredLoss['blockedBy'][number], context: ExplainContext): Trace {
  const label = `Unrecognised gain of ${positionWords(of, context)} that holds it back`;
  return leaf(label, amount, context.prices.currency, aboutPosition(of, context));
}

/**
 * What a straddle did to the clock of a part of a lot.
 * In: "<n>/quantity", "<n>/ended", "<n>/restartsOn", "<n>/longTermFrom"; numbers from one.
 */
export function clockTrace(name: string, context: ExplainContext): Trace | null {
  const [number, figure] = name.split('/');
  const period = context.taxYears.straddles.holdingPeriods[Number(number) - 1];
  if (period === undefined) return null;
  const value = clockFigure(period, figure);
  if (value === null) return null;
  return periodLeaf(period, value, context);
}

function periodLeaf(period: HoldingPeriod, value: ClockFigure, context: ExplainContext): Trace {
  const lot = positionWords(period.lot, context);
  const by = positionWords(period.by, context);
  const extras = {
    rule: straddleRules.holdingPeriod,
    events: [
      ...(aboutPosition(period.lot, context).events ?? []),
      ...(aboutPosition(period.by, context).events ?? []),
    ],
    lots: [period.lot],
  };
  return leaf(`${value.label}: ${lot}, by ${by}`, value.value, value.unit, extras);
}

interface ClockFigure {
  readonly label: string;
  readonly value: HoldingPeriod['quantity'] | string;
  readonly unit: string;
}

function clockFigure(
  { quantity, ended, restartsOn, longTermFrom }: HoldingPeriod,
  figure: string | undefined,
): ClockFigure | null {
  if (figure === 'quantity') return { label: 'Coins whose clock stopped', value: quantity, unit: 'coins' };
  const dates = { ended, restartsOn, longTermFrom };
  const labels = {
    ended: 'Holding period ended',
    restartsOn: 'Holding period begins anew',
    longTermFrom: 'Long-term from',
  };
  if (figure === undefined || !Object.hasOwn(dates, figure)) return null;
  const name = figure as keyof typeof dates;
  const date = dates[name];
  return date === null ? null : { label: labels[name], value: dateText(date), unit: '' };
}

/** From when all of a lot is long-term whose holding period a hedge ended: its latest clock, and what each did. */
export function restartedTrace({ longTermFrom, periods }: RestartedClock, context: ExplainContext): Trace {
  const ordered = periods.toSorted(latestFirst);
  const figures = ['longTermFrom', 'restartsOn', 'ended', 'quantity'] as const;
  const parts = ordered.flatMap((period) =>
    figures.flatMap((figure) => {
      const value = clockFigure(period, figure);
      return value === null ? [] : [periodLeaf(period, value, context)];
    }),
  );
  const rule = straddleRules.holdingPeriod;
  if (longTermFrom === null)
    return node('Long-term: stands still while it is hedged', 'stands still', '', 'ground', parts, { rule });
  const date = dateText(longTermFrom);
  return node(`Long-term from ${date} on: a hedge made it begin anew`, date, '', 'each', parts, { rule });
}

/** Units of a lot that are still held and whose holding period hedges ended. */
export function stoppedUnitsTrace(
  { quantity, periods }: RestartedClock,
  asset: string,
  context: ExplainContext,
): Trace {
  const parts = periods.map((period) =>
    periodLeaf(
      period,
      { label: `Still held, ended on ${dateText(period.ended)}`, value: period.held, unit: asset },
      context,
    ),
  );
  const label = 'Coins held whose holding period a hedge ended';
  return node(label, quantity, asset, 'sum', parts, { rule: straddleRules.holdingPeriod });
}

/** What stands still comes before all dates. */
function latestFirst({ longTermFrom: a }: HoldingPeriod, { longTermFrom: b }: HoldingPeriod): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  return b < a ? -1 : b > a ? 1 : 0;
}
