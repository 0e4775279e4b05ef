/** Spans of days within which a rule watches what is bought, sold or opened. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { add, isPositive } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { addDays, dateText, lastDayOfYear, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { straddleRules } from '../../tax/jurisdictions/us/straddles/straddle-rules.ts';
import type { StraddleYears } from '../../tax/jurisdictions/us/straddles/straddle-years.ts';
import { leaf } from '../../explain/trace-nodes.ts';
import { entryOf } from './calendar-entry.ts';
import type { CalendarEntry, CalendarLink } from './calendar-entry.ts';

/** Before and after: 26 U.S.C. 1091(a); Reg. 1.1092(b)-5T(n). */
const WINDOW_DAYS = 30;
/** 26 U.S.C. 1259(c)(3). */
const DAYS_AFTER_YEAR = 30;
const DAYS_UNHEDGED = 60;

/** A sale at a loss, or a purchase, of something that the wash-sale rule covers on that day. */
export interface WatchedTrade {
  readonly asset: AssetId;
  readonly date: LocalDate;
  readonly kind: 'sold-at-a-loss' | 'bought';
  readonly planned: boolean;
  readonly lots: readonly LotId[];
}

/** A hedge of trust shares (or of coins, where the law of tomorrow covers them) that may count as a sale. */
export interface PendingSale {
  readonly asset: AssetId;
  readonly hedged: LocalDate;
  readonly of: readonly CalendarLink[];
}

export interface WindowInput {
  readonly asOf: LocalDate;
  readonly currency: string;
  /** As planned: losses of facts and of plans. */
  readonly straddles: Pick<StraddleYears, 'years'>;
  /** "short MBT". */
  nameOf(position: string): string;
  /** Of a lot its coin; null for a futures position. */
  coinOf(position: string): AssetId | null;
  /** The coin that a futures position moves with. */
  underlyingOf(position: string): AssetId | null;
  readonly trades: readonly WatchedTrade[];
  readonly pending: readonly PendingSale[];
}

/** Windows that are open on the day of the figures or later. */
export function windowEntries(input: WindowInput): readonly CalendarEntry[] {
  return [
    ...successorWindows(input),
    ...tradeWindows(input),
    ...input.pending.map((one) => pendingEntry(one)),
  ];
}

interface ClosedLoss {
  /** The position; of lots the coin: those of one day stand together. */
  readonly of: string;
  readonly name: string;
  readonly asset: AssetId | null;
  readonly closed: LocalDate;
  readonly loss: Money;
  readonly links: readonly CalendarLink[];
}

/** Losses of straddles by day, of facts and plans; what only waits from earlier years has its window behind it. */
function closedLosses({ straddles, asOf, nameOf, coinOf, underlyingOf }: WindowInput): readonly ClosedLoss[] {
  const found = new Map<string, ClosedLoss>();
  for (const { losses } of straddles.years)
    for (const { position, closed, loss } of losses) {
      if (closed === null || !isPositive(loss) || addDays(closed, WINDOW_DAYS) < asOf) continue;
      const coin = coinOf(position);
      const of = coin ?? position;
      const key = `${of}:${dateText(closed)}`;
      const before = found.get(key);
      const link: CalendarLink = { kind: coin === null ? 'position' : 'lot', id: position };
      found.set(key, {
        of,
        name: coin === null ? nameOf(position) : `${coin} sold at a loss`,
        asset: coin ?? underlyingOf(position),
        closed,
        loss: before === undefined ? loss : add(before.loss, loss),
        links: [...(before?.links ?? []).filter(({ id }) => id !== position), link],
      });
    }
  return [...found.values()];
}

function successorWindows(input: WindowInput): readonly CalendarEntry[] {
  return closedLosses(input).map(({ of, name, asset, closed, loss, links }) => {
    const last = addDays(closed, WINDOW_DAYS);
    const words = `Loss: ${name}`;
    return entryOf({
      id: `window:successor:${of}:${dateText(closed)}`,
      date: closed,
      until: last,
      kind: 'window',
      title: `Successor window: ${name}`,
      text: `Until ${dateText(last)} (${name}, ${dateText(closed)}): a new position that offsets what the closed one offset holds its loss back, too.`,
      why: `A position opened from ${WINDOW_DAYS} days before to ${WINDOW_DAYS} days after the loss was closed takes its place: the loss waits as long as that position has a gain that is not taxed yet. To use the loss, open nothing of the kind within these days.`,
      law: straddleRules.successor.law,
      asset,
      amounts: [{ words, value: loss, unit: input.currency, trace: leaf(words, loss, input.currency) }],
      of: links,
      planned: closed > input.asOf,
    });
  });
}

function tradeWindows({ trades, asOf }: WindowInput): readonly CalendarEntry[] {
  const byDay = Map.groupBy(
    trades.filter(({ date }) => addDays(date, WINDOW_DAYS) >= asOf),
    ({ asset, date, kind }) => `window:${kind}:${asset}:${dateText(date)}`,
  );
  return [...byDay].flatMap(([id, sameDay]) => {
    const [first] = sameDay;
    return first === undefined ? [] : tradeEntry(id, first, sameDay);
  });
}

function tradeEntry(
  id: string,
  { asset, date, kind }: WatchedTrade,
  sameDay: readonly WatchedTrade[],
): CalendarEntry {
  const until = addDays(date, WINDOW_DAYS);
  const isLoss = kind === 'sold-at-a-loss';
  return entryOf({
    id,
    date,
    until,
    kind: 'window',
    title: isLoss ? `Do not buy ${asset}` : `Do not sell ${asset} at a loss`,
    text: isLoss
      ? `${asset} was sold at a loss on ${dateText(date)}: do not buy it until ${dateText(until)}.`
      : `${asset} was bought on ${dateText(date)}: a sale of other units at a loss until ${dateText(until)} is a wash sale.`,
    why: `A loss is not deducted where the same is bought from ${WINDOW_DAYS} days before to ${WINDOW_DAYS} days after the sale; it joins the cost of what was bought. The rule covers trust shares, and coins only from the day that you chose.`,
    law: straddleRules.washSale.law,
    asset,
    of: [...new Set(sameDay.flatMap(({ lots }) => lots))].map((lot) => ({ kind: 'lot', id: lot })),
    planned: sameDay.every(({ planned }) => planned),
  });
}

function pendingEntry({ asset, hedged, of }: PendingSale): CalendarEntry {
  const date = addDays(lastDayOfYear(yearOf(hedged)), DAYS_AFTER_YEAR);
  const until = addDays(date, DAYS_UNHEDGED);
  return entryOf({
    id: `window:constructive-sale:${asset}:${dateText(hedged)}`,
    date,
    until,
    kind: 'window',
    title: `Last day to close the hedge of ${asset}`,
    text: `The hedge of ${asset} of ${dateText(hedged)} counts as a sale unless it is closed by ${dateText(date)}, and nothing hedges it in the ${DAYS_UNHEDGED} days after that.`,
    why: 'A short against shares that have a gain brings the gain forward, as if they had been sold that day, unless it is closed early enough and the shares are then held at risk.',
    law: '26 U.S.C. 1259(c)(3)',
    asset,
    of,
  });
}
