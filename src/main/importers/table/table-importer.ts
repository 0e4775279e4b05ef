/**
 * Importers of plain tables: one header, one row a record. A format says its layouts and what a row means; finding the
 * header, the zone and the columns is the same for all.
 */
import type { TimeZone } from '../../../shared/time/time-zone.ts';
import type { DateOrder } from '../cells/date-order.ts';
import { aliasesOf, type HeaderSignature, matchHeader } from '../header.ts';
import type { Detection, FileHead, Importer, RowReader, ZoneFact } from '../importer.ts';
import { zoneFact } from '../zone-facts.ts';
import { TableRow } from './table-row.ts';

export interface Layout extends HeaderSignature {
  /** Which of the format's generations it is, in words: "from 2026". */
  readonly words: string;
  /** Of times where neither the file nor its name says it; UTC where this is not given either. */
  readonly zone?: TimeZone;
  /** Of dates that leave it open, where the format settles it. */
  readonly dateOrder?: DateOrder;
}

export interface TableFormat extends Omit<Importer, 'detect' | 'open'> {
  readonly layouts: readonly Layout[];
  /** The signature's name of columns that files call otherwise. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** What stands in place of rows where a file has none ("No matching records found."). */
  readonly emptyText?: string;
  /** Of a layout whose cells hold what no reader of cells understands: the cells as they should be. */
  readonly mended?: (cells: readonly string[]) => readonly string[];
  /** Called for every row with the right number of cells. */
  readonly row: (row: TableRow) => void;
}

/** "market, filled type" → the names of columns. */
export function columnsOf(list: string): readonly string[] {
  return list.split(',').map((name) => name.trim());
}

export function tableImporter(format: TableFormat): Importer {
  const { layouts, aliases = {}, emptyText, mended, row: read, ...importer } = format;
  const alias = aliasesOf(aliases);
  return {
    ...importer,
    detect: (head) => detect(head, importer.name, layouts, alias),
    open: (detection, context, sink): RowReader => {
      const row = new TableRow(detection, context, sink);
      return {
        row: (cells, line, raw) => {
          if (emptyText !== undefined && cells[0]?.trim() === emptyText) sink.ignored('heading', line, raw);
          else if (row.begin(mended === undefined ? cells : mended(cells), line, raw)) read(row);
        },
        end: () => {
          // No row waits for another.
        },
      };
    },
  };
}

function detect(
  head: FileHead,
  name: string,
  layouts: readonly Layout[],
  alias: (name: string) => string,
): Detection | null {
  const match = matchHeader(head, layouts, alias);
  if (match === null) return null;
  const { headerIndex, columns, zoneText, signature } = match;
  const layout = layouts.find(({ variant }) => variant === signature.variant);
  const header = head.rows[headerIndex]?.cells.join(',') ?? '';
  return {
    variant: signature.variant,
    headerIndex,
    columns,
    why: `Its columns are those of ${name}, ${layout?.words ?? ''} (${header}).`,
    zone: zoneOr(zoneFact(head, headerIndex, zoneText), layout?.zone),
    ...(layout?.dateOrder !== undefined && { dateOrder: layout.dateOrder }),
  };
}

function zoneOr(fact: ZoneFact, zone: TimeZone | undefined): ZoneFact {
  return fact.from === 'assumed' && zone !== undefined ? { zone, from: 'assumed' } : fact;
}
