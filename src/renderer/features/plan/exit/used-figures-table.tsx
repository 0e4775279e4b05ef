import type { ReactNode } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { TraceFigure } from '../../../ui/trace-figure.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Fold } from '../fold.tsx';
import type { ExitPlan } from './exit-model.ts';

type Used = ExitPlan['assumptions'][number];

/** Every figure that was assumed, and where it comes from. */
export function UsedFigures({ plan }: { readonly plan: ExitPlan }): ReactNode {
  if (plan.assumptions.length === 0) return null;
  return (
    <Fold title={`Figures it takes for granted (${plan.assumptions.length})`}>
      <DataTable
        label="Figures taken for granted"
        rows={plan.assumptions}
        rowKey={({ id }, index) => `${id} ${index}`}
        columns={columns}
      />
    </Fold>
  );
}

const columns: readonly Column<Used>[] = [
  { key: 'label', header: 'Figure', cell: ({ label }) => <Sentence>{label}</Sentence> },
  {
    key: 'value',
    header: 'Taken as',
    align: 'right',
    cell: ({ value, unit }) => <TraceFigure value={value} unit={unit} />,
  },
  { key: 'from', header: 'Where it comes from', cell: ({ from }) => <Sentence>{from}</Sentence> },
];
