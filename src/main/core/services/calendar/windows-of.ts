/** What the windows of a calendar are made of: losses and purchases of the last 30 days, and of the plans. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { isNegative, subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion, valueOf } from '../../../../shared/num/products.ts';
import { addDays, dateText, lastDayOfYear, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { CalendarEntry } from '../../../engine/exit/calendar/calendar-entry.ts';
import { windowEntries } from '../../../engine/exit/calendar/window-entries.ts';
import type { PendingSale, WatchedTrade } from '../../../engine/exit/calendar/window-entries.ts';
import { isTaxed } from '../../../engine/lots/moves/lot-moves.ts';
import { trustShareOf } from '../../../engine/tax/jurisdictions/us/straddles/trust-shares.ts';
import type { View } from '../../../engine/tax/projection/projection-of.ts';
import type { Derived } from '../../derived.ts';

export function windowsOf(derived: Derived, planned: View): readonly CalendarEntry[] {
  const { asOf, facts } = derived;
  const { years } = planned;
  const futures = new Map(years.facts.straddles.futures.map((future) => [future.id as string, future]));
  return windowEntries({
    asOf,
    currency: facts.currency,
    straddles: years.straddles,
    nameOf: (id) => {
      const future = futures.get(id);
      return future === undefined ? id : `${future.side} ${future.name}`;
    },
    coinOf: (id) => (futures.has(id) ? null : (derived.lots.originOf(id as LotId)?.asset ?? null)),
    underlyingOf: (id) => futures.get(id)?.asset ?? null,
    trades: [...tradesOfFacts(derived), ...tradesOfPlans(derived, planned)],
    pending: pendingOf(derived),
  });
}

/** Whether the wash-sale rule covers an asset on a day: trust shares today, coins from the day that was chosen. */
function isWatched(asset: AssetId, date: LocalDate, { taxElections }: Derived): boolean {
  if (trustShareOf(asset) !== undefined) return true;
  const { washSalesFrom } = taxElections;
  return washSalesFrom !== null && date >= washSalesFrom;
}

const DAYS = 30;

function tradesOfFacts(derived: Derived): readonly WatchedTrade[] {
  const first = addDays(derived.asOf, -DAYS);
  const { lots } = derived;
  const trades: WatchedTrade[] = [];
  for (let place = 0; place < lots.disposalCount; place++) {
    const { asset, disposedDate: date, cause } = lots.amountsAt(place);
    if (date < first || !isTaxed(cause) || !isWatched(asset, date, derived)) continue;
    const { gain, lot } = lots.disposalAt(place);
    if (isNegative(gain)) trades.push({ asset, date, kind: 'sold-at-a-loss', planned: false, lots: [lot] });
  }
  for (const { id, asset, acquiredDate: date } of derived.heldLots)
    if (date >= first && isWatched(asset, date, derived))
      trades.push({ asset, date, kind: 'bought', planned: false, lots: [id] });
  return trades;
}

/** What plans sell at a loss at the prices that are assumed, and what they buy. */
function tradesOfPlans(derived: Derived, { steps }: View): readonly WatchedTrade[] {
  const held = new Map(derived.heldLots.map((lot) => [lot.id, lot]));
  return steps.flatMap(({ actions }) =>
    actions.flatMap((action): WatchedTrade[] => {
      if (action.kind === 'buy')
        return isWatched(action.asset, action.date, derived)
          ? [{ asset: action.asset, date: action.date, kind: 'bought', planned: true, lots: [] }]
          : [];
      if (action.kind !== 'sell') return [];
      const lot = held.get(action.lot);
      if (lot === undefined || !isWatched(lot.asset, action.date, derived)) return [];
      const cost = apportion(lot.costBasis, action.quantity, lot.quantity, 'half-even');
      const gain = subtract(valueOf(action.quantity, action.price, 'half-even'), cost);
      const { date } = action;
      return isNegative(gain)
        ? [{ asset: lot.asset, date, kind: 'sold-at-a-loss', planned: true, lots: [lot.id] }]
        : [];
    }),
  );
}

/** Hedges that still stand on what the constructive-sale rule covers, while they can be closed in time. */
function pendingOf(derived: Derived): readonly PendingSale[] {
  const { asOf, taxYears, taxElections } = derived;
  const { constructiveSalesFrom } = taxElections;
  const found = new Map<string, PendingSale>();
  for (const { short, long, from, until } of taxYears.straddles.offsets) {
    const asset = derived.lots.originOf(long as LotId)?.asset;
    if (asset === undefined || until !== null) continue;
    const isCovered =
      trustShareOf(asset) !== undefined || (constructiveSalesFrom !== null && from >= constructiveSalesFrom);
    if (!isCovered || addDays(lastDayOfYear(yearOf(from)), DAYS) < asOf) continue;
    const key = `${asset}:${dateText(from)}`;
    const before = found.get(key);
    const of = [...(before?.of ?? []), { kind: 'position' as const, id: short }];
    found.set(key, { asset, hedged: from, of });
  }
  return [...found.values()];
}
