import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { AmountBars } from '../../../charts/amount-bars.tsx';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { compareDecimal, compareText } from '../../../ui/compare.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { DateText, MoneyText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Term } from '../../../ui/term.tsx';
import type { Answer } from './view-model.ts';

type Exit = Answer['exits'][number];

/** What the hedge costs, by the day on which it is left. */
export function LeaveDays({
  answer: { exits, alternatives, currency },
}: {
  readonly answer: Answer;
}): ReactNode {
  if (exits.length < 2) return null;
  const chosen = alternatives.find(({ kind }) => kind === 'hedge')?.until;
  return (
    <section>
      <Title order={3} mb="sm">
        When to leave the hedge
      </Title>
      <ChartOrTable
        of="days on which to leave"
        summary={
          <>
            Cost of the hedge in <Term id="present-value">today’s money</Term>, if all is left on that{' '}
            <Term id="candidate-date">day</Term>; the dark bar is the day that is compared above.
          </>
        }
        chart={
          <AmountBars
            rows={exits.map(({ date, cost }) => ({
              key: date,
              name: <DateText value={date} />,
              amount: cost,
              strong: date === chosen,
            }))}
            figure={(amount) => <MoneyText value={amount} currency={currency} />}
          />
        }
        table={
          <DataTable
            label="Days on which to leave"
            rows={exits}
            rowKey={({ date }) => date}
            columns={columns(currency)}
          />
        }
      />
    </section>
  );
}

function columns(currency: string): readonly Column<Exit>[] {
  return [
    {
      key: 'date',
      header: 'Day',
      cell: ({ date }) => <DateText value={date} />,
      compare: (a, b) => compareText(a.date, b.date),
    },
    { key: 'why', header: 'Why that day', cell: ({ why }) => why.join('; ') },
    {
      key: 'cost',
      header: 'Cost',
      align: 'right',
      cell: ({ cost }) => <MoneyText value={cost} currency={currency} />,
      compare: (a, b) => compareDecimal(a.cost, b.cost),
    },
  ];
}
