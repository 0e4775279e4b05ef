/**
 * Hedgerow CSV: our own layout, which can express every kind of event, futures fills, prices and what coins cost before.
 *
 * One row an event; docs/formats/hedgerow-csv.md has an example of each kind. Columns may come in any order and may be
 * left out, apart from Time, Kind and Account; a column that nobody knows is refused by its name.
 * Errors: `import/unknown-columns`, `import/duplicate-columns`, `import/missing-value`, `import/unexpected-value`,
 * `import/unknown-word`, and those of every cell.
 */
import { accountId } from '../../shared/domain/account.ts';
import { failure, type Failure } from '../../shared/errors/failure.ts';
import { csvCaps } from './csv/caps.ts';
import { type ColumnName, columnNames } from './header.ts';
import { columnTitles, knownColumns, requiredColumns } from './hedgerow-columns.ts';
import { HedgerowReader } from './hedgerow-reader.ts';
import type { Detection, FileHead, Importer } from './importer.ts';
import { zoneFact } from './zone-facts.ts';

export const hedgerowCsv: Importer = {
  id: 'hedgerow-csv',
  name: 'Hedgerow CSV',
  exchange: 'any',
  help: 'Write it yourself or in a spreadsheet: docs/formats/hedgerow-csv.md shows a row of every kind.',
  headers: [columnTitles.join(',')],
  // Rows name their accounts; this one only stands where the interface wants one.
  account: { id: accountId('own-records'), name: 'Own records', kind: 'wallet', venue: null, country: null },
  accountIsChoice: false,
  keyIsWhole: true,
  detect,
  open: (detection, context, sink) => new HedgerowReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  for (const [headerIndex, row] of head.rows.slice(0, csvCaps.preambleRows).entries()) {
    const names = columnNames(row);
    const isHeader = requiredColumns.every((column) => names.some(({ name }) => name === column));
    if (!isHeader) continue;
    const zoneText = names.find((column) => column.zoneText !== null)?.zoneText ?? null;
    const refusal = refusalOf(head.file, names);
    return {
      variant: 'hedgerow',
      headerIndex,
      columns: new Map(names.map(({ name }, at) => [name, at])),
      why: 'Its columns are Time, Kind, Account and others of the Hedgerow CSV layout.',
      zone: zoneFact(head, headerIndex, zoneText),
      ...(refusal !== null && { refusal }),
    };
  }
  return null;
}

function refusalOf(file: string, columns: readonly ColumnName[]): Failure | null {
  const names = columns.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return failure('import/duplicate-columns', { file, column: twice }, { file });
  const unknown = names.filter((name) => !knownColumns.has(name));
  if (unknown.length === 0) return null;
  const shown = unknown.map((name) => `"${name.slice(0, 60)}"`).slice(0, 20);
  return failure('import/unknown-columns', { file, columns: shown.join(', ') }, { file });
}
