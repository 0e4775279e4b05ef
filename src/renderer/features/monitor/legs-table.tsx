import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { legColumns } from './leg-columns.tsx';
import { rowKey, type Monitor, type Row } from './view-model.ts';
import classes from './monitor.module.css';

export interface LegsTableProps {
  readonly monitor: Monitor;
  openLeg(row: Row): void;
  adopt(position: string): void;
}

export function LegsTable({ monitor, openLeg, adopt }: LegsTableProps): ReactNode {
  return (
    <div className={classes.compact}>
      <DataTable
        label="Hedges by urgency"
        rows={monitor.rows}
        rowKey={rowKey}
        columns={legColumns({ currency: monitor.currency, openLeg, adopt })}
        onOpen={openLeg}
      />
    </div>
  );
}
