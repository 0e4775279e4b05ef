import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { compareDecimal, compareText } from '../ui/compare.ts';
import { DataTable } from '../ui/data-table.tsx';
import { RateText } from '../ui/numbers.tsx';
import type { Column } from '../ui/table-model.ts';
import type { BulletRow } from './drift-bullets.tsx';
import { driftWords } from './drift-words.ts';

/** The drift bullets' twin. */
export function DriftTable({ rows }: { readonly rows: readonly BulletRow[] }): ReactNode {
  const withBefore = rows.some(({ was }) => was !== undefined);
  return (
    <DataTable
      label="Drift by asset"
      rows={rows}
      rowKey={({ asset }) => asset}
      columns={
        withBefore ? [asset, before, { ...share, header: 'Share after' }, target, band, drift] : columns
      }
    />
  );
}

const asset: Column<BulletRow> = {
  key: 'asset',
  header: 'Asset',
  cell: (row) => row.asset,
  compare: (a, b) => compareText(a.asset, b.asset),
};
const before: Column<BulletRow> = {
  key: 'was',
  header: 'Share now',
  align: 'right',
  cell: ({ was }) => <RateText value={was ?? null} />,
};
const share: Column<BulletRow> = {
  key: 'share',
  header: 'Effective share',
  align: 'right',
  cell: ({ weight }) => <RateText value={weight} />,
  compare: (a, b) => compareDecimal(a.weight, b.weight),
};
const target: Column<BulletRow> = {
  key: 'target',
  header: 'Target',
  align: 'right',
  cell: (row) => <RateText value={row.target} />,
  compare: (a, b) => compareDecimal(a.target, b.target),
};
const band: Column<BulletRow> = {
  key: 'band',
  header: 'Band',
  align: 'right',
  cell: ({ bandLow, bandHigh }) => (
    <span style={{ whiteSpace: 'nowrap' }}>
      <RateText value={bandLow} /> to <RateText value={bandHigh} />
    </span>
  ),
};
const drift: Column<BulletRow> = {
  key: 'drift',
  header: 'Drift',
  cell: (row) => (
    <>
      {driftWords(row.drift)}{' '}
      {row.outside && (
        <Badge size="sm" variant="light" color="orange" tt="none">
          outside
        </Badge>
      )}
    </>
  ),
  compare: (a, b) => compareDecimal(a.drift, b.drift),
};
const columns: readonly Column<BulletRow>[] = [asset, share, target, band, drift];
