import { useMemo, type ReactNode } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { usePages, type Page } from '../../rpc/use-pages.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ExplainFigure } from '../../ui/explain.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { DateText, MoneyText, QuantityText } from '../../ui/numbers.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import type { Column } from '../../ui/table-model.ts';
import { RecordText } from './record-text.tsx';
import {
  compareCells,
  isFigure,
  isNumber,
  totalsOf,
  withoutEmptyColumns,
  type Cell,
  type PaperKind,
  type Section,
  type SectionColumn,
  type SectionRow,
} from './view-model.ts';
import classes from './reports.module.css';

export interface SectionTableProps {
  readonly section: Section;
  /** The paper that it is a part of. */
  readonly input: { readonly kind: PaperKind; readonly year?: number };
  readonly currency: string;
}

/** A part of a paper: all its rows where they came with it, else page by page. */
export function SectionTable({ section: given, input, currency }: SectionTableProps): ReactNode {
  const section = useMemo(() => withoutEmptyColumns(given), [given]);
  const columns = useMemo(() => columnsOf(section, currency), [section, currency]);
  const footer = totalsOf(section)?.map((cell, index) =>
    cell === 'Total' ? (
      cell
    ) : (
      <CellText
        key={section.columns[index]?.id}
        cell={cell}
        column={section.columns[index]}
        currency={currency}
      />
    ),
  );
  const shared = { label: section.title, columns, rowKey, ...(footer === undefined ? {} : { footer }) };
  if (section.rows.length >= section.total)
    return <DataTable rows={section.rows} maxHeight={520} {...shared} />;
  return <ByPage id={section.id} input={input} shared={shared} />;
}

type Shared = Omit<Parameters<typeof PagedTable<SectionRow>>[0], 'pages' | 'of'>;

interface ByPageProps extends Pick<SectionTableProps, 'input'> {
  readonly id: string;
  readonly shared: Shared;
}

function ByPage({ id, input, shared }: ByPageProps): ReactNode {
  const filter = { ...input, section: id };
  const pages = usePages('reports.preview', filter, pageOf);
  return <PagedTable pages={pages} of={JSON.stringify(filter)} {...shared} />;
}

/** Asked for one section, the core answers with that one. */
function pageOf({ sections: [section] }: CallAnswer<'reports.preview'>): Page<SectionRow> {
  return { total: section?.total ?? 0, rows: section?.rows ?? [] };
}

/** Two sales may read the same: only the place tells them apart. */
function rowKey(_: SectionRow, index: number): string {
  return String(index);
}

function columnsOf({ columns }: Section, currency: string): readonly Column<SectionRow>[] {
  return columns.map((column, index) => ({
    key: column.id,
    header: column.title,
    ...(isNumber(column) ? { align: 'right' as const } : {}),
    cell: ({ cells }) => (
      <CellText cell={cells[index] ?? { value: null }} column={column} currency={currency} />
    ),
    compare: compareCells(column, index),
  }));
}

interface CellTextProps {
  readonly cell: Cell;
  readonly column: SectionColumn | undefined;
  readonly currency: string;
}

function CellText({ cell, column, currency }: CellTextProps): ReactNode {
  const { value, explain } = cell;
  if (column === undefined || value === null) return null;
  const text = <Value value={value} column={column} currency={currency} />;
  return explain === undefined ? (
    text
  ) : (
    <ExplainFigure id={explain} of={column.title} quiet={column.kind === 'text'}>
      {text}
    </ExplainFigure>
  );
}

function Value({
  value,
  column,
  currency,
}: { readonly value: string } & Omit<CellTextProps, 'cell'>): ReactNode {
  switch (column?.kind) {
    case 'money':
      // A line of a form that is a question stands in the column of amounts.
      return isFigure(value) ? <MoneyText value={value} currency={currency} /> : value;
    case 'quantity':
      return <QuantityText value={value} />;
    case 'date':
      return <DateText value={value} time={value.length > 10} />;
    case 'count':
      return value;
    default:
      if (value.startsWith('{')) return <RecordText text={value} />;
      // A seal is one long word that says nothing of amounts.
      return /^[0-9a-f]{16,}(?:-\d+)?$/u.test(value) ? (
        <span className={classes.seal}>{value}</span>
      ) : (
        <span className={classes.words}>
          <Sentence>{value}</Sentence>
        </span>
      );
  }
}
