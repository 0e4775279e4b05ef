/** The date from which a held lot is long-term, with what hedges did to its holding period. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { OpenLot } from '../../../../shared/domain/lot.ts';
import { compare } from '../../../../shared/num/arithmetic.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { clockPartsOf } from '../../../engine/holdings/clock-parts.ts';
import type { ClockPart, LotClocks } from '../../../engine/holdings/clock-parts.ts';
import type { Holdings } from '../../../engine/holdings/holdings.ts';
import { withClocks } from '../../../engine/holdings/unrealised.ts';
import { restartedClocks } from '../../../engine/tax/jurisdictions/us/straddles/restarted-clocks.ts';
import type { RestartedClock } from '../../../engine/tax/jurisdictions/us/straddles/restarted-clocks.ts';
import { quantityText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';

const none: LotClocks = new Map();

/** By lot. A ledger that never had a future asks no straddle rule. */
export const lotClocksOf = keptFor((derived: Derived): LotClocks => {
  const { positions, facts } = derived;
  const hasWaiting = (facts.profile?.waiting.length ?? 0) > 0;
  if (positions.positions.length === 0 && !hasWaiting) return none;
  return restartedClocks(derived.taxYears.straddles.holdingPeriods);
});

/** The lots held, cut by their clocks, by asset. */
export const clockPartsByAsset = keptFor((derived: Derived): ReadonlyMap<AssetId, readonly ClockPart[]> =>
  Map.groupBy(clockPartsOf(derived.heldLots, lotClocksOf(derived)), ({ lot }) => lot.asset),
);

/** Holdings with gains split as a sale today would be, hedges counted. */
export const clockedHoldings = keptFor((derived: Derived): Holdings => {
  const lots = Map.groupBy(derived.heldLots, ({ asset }) => asset);
  return withClocks(derived.holdings, (asset) => lots.get(asset) ?? [], lotClocksOf(derived), derived.asOf);
});

/** From when all of a lot is long-term; null while units of it stand still. */
export function longTermDateOf({ id, longTermFrom }: OpenLot, clocks: LotClocks): LocalDate | null {
  const clock = clocks.get(id);
  return clock === undefined ? longTermFrom : clock.longTermFrom;
}

/** What a hedge did to a lot's holding period, in a sentence. In: the part of the lot that is asked about. */
export function clockWords({ asset, quantity }: OpenLot, clock: RestartedClock): string {
  const isAll = compare(clock.quantity, quantity) >= 0;
  const what = isAll ? 'All of it' : `${quantityText(clock.quantity, asset)} of it`;
  return clock.longTermFrom === null
    ? `${what} stands still while it is hedged: its year begins anew when the hedge is closed.`
    : `${what} is long-term only from ${dateText(clock.longTermFrom)}: a hedge ended its holding period, and it began anew.`;
}
