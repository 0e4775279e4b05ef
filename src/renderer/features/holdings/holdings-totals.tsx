import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { AssumedCost } from '../../ui/assumed-cost.tsx';
import { ExplainFigure } from '../../ui/explain.tsx';
import { MoneyText } from '../../ui/numbers.tsx';
import { knownTotal, type Holding } from './view-model.ts';

/** What all holdings add up to. */
export function HoldingsTotals({
  holdings,
  currency,
}: {
  readonly holdings: readonly Holding[];
  readonly currency: string;
}): ReactNode {
  const sumOf = (read: (holding: Holding) => string | null): string | null => knownTotal(holdings.map(read));
  return (
    <Table.Tfoot>
      <Table.Tr>
        <Table.Th scope="row">
          All
          {holdings.some(({ basisUnknown }) => basisUnknown) && (
            <div>
              <AssumedCost />
            </div>
          )}
        </Table.Th>
        <Table.Td />
        <Table.Td ta="right" fw={600}>
          <ExplainFigure id="holdings:total" of="value of everything" quiet>
            <MoneyText value={sumOf(({ value }) => value)} currency={currency} unknown="no price" />
          </ExplainFigure>
        </Table.Td>
        <Table.Td ta="right" fw={600}>
          <ExplainFigure id="holdings:unrealisedShort" of="short-term gain of everything" quiet>
            <MoneyText value={sumOf((row) => row.unrealisedShort)} currency={currency} signed="gain" />
          </ExplainFigure>
        </Table.Td>
        <Table.Td ta="right" fw={600}>
          <ExplainFigure id="holdings:unrealisedLong" of="long-term gain of everything" quiet>
            <MoneyText value={sumOf((row) => row.unrealisedLong)} currency={currency} signed="gain" />
          </ExplainFigure>
        </Table.Td>
        <Table.Td />
        <Table.Td ta="right" fw={600}>
          <MoneyText value={sumOf((row) => row.futuresValue)} currency={currency} signed="plain" />
        </Table.Td>
        <Table.Td />
      </Table.Tr>
    </Table.Tfoot>
  );
}
