import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { ExplainFigure } from '../../ui/explain.tsx';
import { MoneyText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { AssumedCost } from '../../ui/assumed-cost.tsx';
import type { GainYear } from './view-model.ts';
import classes from './holdings.module.css';

export interface YearsTableProps {
  readonly years: readonly GainYear[];
  readonly chosen: number;
  onChoose(year: number): void;
}

/** One row a tax year; choosing one shows its sales below. */
export function YearsTable({ years, chosen, onChoose }: YearsTableProps): ReactNode {
  const year: Column<GainYear> = {
    key: 'year',
    header: 'Year',
    cell: (row) => (
      <>
        <UnstyledButton
          className={classes.year}
          aria-pressed={row.year === chosen}
          onClick={() => onChoose(row.year)}
        >
          {row.year}
        </UnstyledButton>
        {row.basisUnknown && (
          <div>
            <AssumedCost />
          </div>
        )}
      </>
    ),
    compare: (a, b) => a.year - b.year,
  };
  return (
    <DataTable
      label="Gains by year"
      rows={years}
      rowKey={(row) => String(row.year)}
      columns={[year, ...figures]}
      onOpen={(row) => onChoose(row.year)}
    />
  );
}

function figure(
  key: Exclude<keyof GainYear, 'year' | 'basisUnknown' | 'explain'>,
  header: string,
  gain: boolean,
  headerNode?: ReactNode,
): Column<GainYear> {
  return {
    key,
    header,
    ...(headerNode === undefined ? {} : { headerNode }),
    align: 'right',
    cell: (row) => (
      <ExplainFigure id={`${row.explain}/${key}`} of={`${header} of ${row.year}`}>
        <MoneyText value={row[key]} {...(gain ? { signed: 'gain' as const } : {})} />
      </ExplainFigure>
    ),
  };
}

const figures: readonly Column<GainYear>[] = [
  figure('proceeds', 'Proceeds', false),
  figure('costBasis', 'Cost basis', false, <Term id="cost-basis">Cost basis</Term>),
  figure('shortTermGain', 'Short-term', true, <Term id="short-term">Short-term</Term>),
  figure('longTermGain', 'Long-term', true, <Term id="long-term">Long-term</Term>),
  figure('section1256Gain', 'Section 1256', true, <Term id="section-1256">Section 1256</Term>),
  figure('otherFuturesGain', 'Other futures', true),
  figure('income', 'Income', false),
];
