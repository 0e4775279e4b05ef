/** Whether times of a file would be others in another time zone. */
import { epochMs, type Instant, instantFromIso } from '../../../../shared/time/instant.ts';
import { timeZone, type TimeZone, utc } from '../../../../shared/time/time-zone.ts';
import type { DateOrder } from '../../../importers/cells/date-order.ts';
import type { DecimalMark, Sink } from '../../../importers/importer.ts';
import { tickerBook } from '../../../importers/tickers/ticker-book.ts';
import type { OpenedUpload } from './open-upload.ts';

type Opened = Pick<OpenedUpload, 'choice' | 'opened' | 'account'>;

/** Of events alone: prices of days may be off by hours. */
export function zoneMatters(of: Opened): boolean {
  return differs(of, 'events') ?? false;
}

/** Whether any time needs the zone, those of prices and market data included: not where each says its own. */
export function usesZone(of: Opened): boolean {
  return differs(of, 'all') ?? true;
}

type Which = 'events' | 'all';

/** Looks at the first rows, as the format's own reader reads them. Out: null where they tell no time. */
function differs(of: Opened, which: Which): boolean | null {
  for (const decimalMark of ['.', ','] as const)
    for (const dateOrder of orders(of)) {
      const inUtc = timesIn(utc, { of, which, decimalMark, dateOrder });
      if (inUtc.length === 0) continue;
      const elsewhere = timesIn(timeZone('-09:00'), { of, which, decimalMark, dateOrder });
      return inUtc.some((time, at) => time !== elsewhere[at]);
    }
  return null;
}

interface Reading {
  readonly of: Opened;
  readonly which: Which;
  readonly decimalMark: DecimalMark;
  readonly dateOrder: DateOrder;
}

function orders({ choice, opened: { detection } }: Opened): readonly DateOrder[] {
  const known = detection.dateOrder ?? choice.dateOrder;
  return known === undefined ? ['year-first', 'day-first', 'month-first'] : [known];
}

const rowsLookedAt = 20;
/** No row is too late for it. */
const farAhead: Instant = instantFromIso('9000-01-01T00:00:00Z');

function timesIn(zone: TimeZone, { of, which, decimalMark, dateOrder }: Reading): readonly number[] {
  const { importer, detection, guess, file } = of.opened;
  const times: number[] = [];
  const note = (time: Instant): void => void times.push(epochMs(time));
  const sink: Sink = {
    event: (_, { time }) => note(time),
    price: ({ time }) => (which === 'all' ? note(time) : undefined),
    observation: ({ time }) => (which === 'all' ? note(time) : undefined),
    account: () => undefined,
    ignored: () => undefined,
    problem: () => undefined,
  };
  const tickers = tickerBook(importer.exchange);
  const context = { file, account: of.account, zone, decimalMark, dateOrder, tickers, now: farAhead };
  const reader = importer.open(detection, context, sink);
  const rows = guess.head.rows.slice(detection.headerIndex + 1);
  for (const { cells, line, raw } of rows.slice(0, rowsLookedAt)) reader.row(cells, line, raw);
  reader.end();
  return times;
}
