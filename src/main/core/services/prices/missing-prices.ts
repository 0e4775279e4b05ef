import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { csvLine } from '../../../reports/render/report-csv.ts';
import type { Derived } from '../../derived.ts';
import { eventWords } from '../imports/event-words.ts';

type MissingAt = CallAnswer<'prices.read'>['missingAt'];

/** What lots could not value, once for each asset and day, oldest first. */
export function missingAt({ lots, events, facts }: Derived): MissingAt {
  const wanted = lots.issues.filter(({ code }) => code === 'prices/missing');
  if (wanted.length === 0) return [];
  const ids = new Set(wanted.map(({ event }) => event));
  const byId = new Map<string | undefined, LedgerEvent>();
  for (const event of events) if (ids.has(event.id)) byId.set(event.id, event);
  return wanted
    .flatMap(({ event: id, asset }) => {
      const event = byId.get(id);
      if (event === undefined || asset === undefined) return [];
      const date = dateText(localDateOf(event.time, facts.timeZone));
      return [
        { asset: asset as string, date, time: toIso(event.time), event: event.id, words: eventWords(event) },
      ];
    })
    .toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.asset < b.asset ? -1 : 1));
}

/** A table that the format "list of prices" reads; its prices are empty. */
export function missingPricesCsv(missing: MissingAt): string {
  const rows = missing.map(({ time, asset, words }) => [time, asset, '', '', words]);
  return [['Time', 'Asset', 'Price', 'Currency', 'Needed for'], ...rows].map(csvLine).join('');
}
