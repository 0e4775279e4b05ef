/**
 * Activity statement of Interactive Brokers: tables one below the other. The first cell names the table, the second says
 * what the row is (Header, Data, SubTotal, Total, Notes); each Header row tells the columns of the rows below it.
 *
 * Read are futures and coins under "Trades", moves of money, fees, interest and commission adjustments. Times are in the
 * account's zone. Errors: those of every cell; warning `import/unconfirmed-type`.
 */
import { timeZone, type TimeZone } from '../../../shared/time/time-zone.ts';
import { columnPlaces } from '../header.ts';
import type { Detection, FileHead, Importer, ReadContext, RowReader, Sink, ZoneFact } from '../importer.ts';
import { interactiveBrokersAccount } from '../known-accounts.ts';
import { TableRow } from '../table/table-row.ts';
import { activityTables, type ActivityTable } from './activity-tables.ts';

const eastern: TimeZone = timeZone('America/New_York');

export const ibkrActivity: Importer = {
  id: 'ibkr-activity',
  name: 'Interactive Brokers activity statement',
  exchange: 'Interactive Brokers',
  help: 'Interactive Brokers, Client Portal: Performance & Reports, Statements, Activity, period, CSV. Language English. A flex query of the trades is better where you trade a lot: it has ids.',
  headers: [
    'Statement,Header,Field Name,Field Value',
    'Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,Notional Value,Comm/Fee,Basis,Realized P/L,Realized P/L %,MTM P/L,Code',
    'Trades,Header,DataDiscriminator,Asset Category,Currency,Account,Symbol,Date/Time,Quantity,T. Price,C. Price,Notional Value,Comm/Fee,Basis,Realized P/L,MTM P/L,Code',
  ],
  account: interactiveBrokersAccount,
  accountIsChoice: true,
  // Behind the flex query, which has an id of each trade; it has the fees and moves of money that the query may lack.
  ranks: { futures: 2, moves: 1, income: 1 },
  detect,
  open: (detection, context, sink) => new ActivityReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  const [first] = head.rows;
  const isStatement = first?.cells[0] === 'Statement' && first.cells[1] === 'Header';
  const isTrades = first?.cells[0] === 'Trades' && first.cells[2] === 'DataDiscriminator';
  if (first === undefined || !(isStatement || isTrades)) return null;
  return {
    variant: 'activity',
    headerIndex: 0,
    columns: columnPlaces(first),
    why: `Its tables are those of an activity statement of Interactive Brokers (${first.raw}).`,
    zone: zoneOf(head),
  };
}

/** The statement's own stamp names New York's time; the zone of the account is otherwise not in the file. */
function zoneOf({ rows }: FileHead): ZoneFact {
  const stamp = rows.find(({ cells }) => cells[0] === 'Statement' && cells[2] === 'WhenGenerated');
  const isStated = /\bE[DS]T$/u.test(stamp?.cells[3]?.trim() ?? '');
  return { zone: eastern, from: isStated ? 'file' : 'assumed' };
}

class ActivityReader implements RowReader {
  readonly #detection: Detection;
  readonly #context: ReadContext;
  readonly #sink: Sink;
  #table: ActivityTable | undefined;
  #row: TableRow;

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#detection = detection;
    this.#context = context;
    this.#sink = sink;
    this.#row = new TableRow(detection, context, sink);
    const name = [...detection.columns].find(([, at]) => at === 0)?.[0] ?? '';
    this.#table = activityTables.get(name);
  }

  row(cells: readonly string[], line: number, raw: string): void {
    const [name = '', what = ''] = cells;
    if (what === 'Header') this.#begin(name, cells, line, raw);
    if (what !== 'Data') return this.#sink.ignored('heading', line, raw);
    if (this.#table === undefined) return this.#sink.ignored('states-no-event', line, raw);
    if (!this.#row.begin(cells, line, raw)) return;
    this.#table(this.#row);
  }

  end(): void {
    // No row waits for another.
  }

  #begin(name: string, cells: readonly string[], line: number, raw: string): void {
    const columns = columnPlaces({ cells, line, raw });
    this.#row = new TableRow({ ...this.#detection, columns }, this.#context, this.#sink);
    this.#table = activityTables.get(name.toLowerCase());
  }
}
