import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { AmountBars } from '../../../charts/amount-bars.tsx';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { formatMoney } from '../../../ui/number-format.ts';
import { MoneyText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Column } from '../../../ui/table-model.ts';
import {
  costParts,
  rulesInOrder,
  type CostPart as Part,
  type ExitPlan,
  type ExitRule,
} from './exit-model.ts';

/** What the cost is made of, and what simple rules would cost on the same facts. */
export function CostPart({ plan }: { readonly plan: ExitPlan }): ReactNode {
  return (
    <Stack gap="lg">
      <Parts plan={plan} />
      <Rules plan={plan} />
    </Stack>
  );
}

function Parts({ plan }: { readonly plan: ExitPlan }): ReactNode {
  const { currency, cost, trace } = plan;
  const parts = costParts(plan);
  const whole = { key: 'cost', name: 'Cost in today’s money', amount: cost, strong: true };
  const figure = (amount: string | null): ReactNode => <MoneyText value={amount} currency={currency} />;
  return (
    <Panel
      title="What the cost is made of"
      about="What prices alone do to coins and hedges is no cost; the tax on it is. Negative is income."
    >
      <ChartOrTable
        of="parts of the cost"
        summary={<Sentence>{`All in all ${formatMoney(cost, currency)} in today’s money.`}</Sentence>}
        chart={<AmountBars rows={[...parts, whole]} figure={figure} />}
        table={
          <DataTable
            label="Parts of the cost"
            rows={parts}
            rowKey={({ key }) => key}
            columns={partColumns(currency)}
            footer={[
              'Cost in today’s money',
              null,
              <ExplainTrace key="cost" trace={trace} of="cost in today’s money">
                {figure(cost)}
              </ExplainTrace>,
            ]}
          />
        }
      />
    </Panel>
  );
}

function partColumns(currency: string): readonly Column<Part>[] {
  return [
    {
      key: 'part',
      header: 'Part',
      cell: ({ name, about }) => (
        <>
          <Text size="sm">{name}</Text>
          <Text size="xs" c="dimmed">
            {about}
          </Text>
        </>
      ),
    },
    {
      key: 'plain',
      header: 'As paid on its days',
      align: 'right',
      cell: ({ plain }) => <MoneyText value={plain} currency={currency} unknown="no such figure" />,
    },
    {
      key: 'amount',
      header: 'In today’s money',
      align: 'right',
      cell: ({ amount, name, trace }) =>
        trace === null ? (
          <MoneyText value={amount} currency={currency} />
        ) : (
          <ExplainTrace trace={trace} of={`${name}, in today’s money`}>
            <MoneyText value={amount} currency={currency} />
          </ExplainTrace>
        ),
    },
  ];
}

function Rules({ plan }: { readonly plan: ExitPlan }): ReactNode {
  const { currency, cost, savesWords } = plan;
  const rules = rulesInOrder(plan.rules);
  const figure = (amount: string | null): ReactNode => (
    <MoneyText value={amount} currency={currency} unknown="not possible" />
  );
  return (
    <Panel
      title="Against simple rules"
      about="Cost in today’s money of what people do without a plan, on the same facts."
    >
      <ChartOrTable
        of="simple rules"
        summary={
          <Sentence>
            {savesWords ?? 'No simple rule keeps all your limits; the table says which each breaks.'}
          </Sentence>
        }
        chart={
          <AmountBars
            rows={[
              { key: 'plan', name: 'This plan', amount: cost, strong: true },
              ...rules.map(({ rule, title, costs }) => ({
                key: rule,
                name: title,
                amount: costs?.cost ?? null,
              })),
            ]}
            figure={figure}
          />
        }
        table={
          <DataTable
            label="Simple rules"
            rows={rules}
            rowKey={({ rule }) => rule}
            columns={ruleColumns(currency)}
          />
        }
      />
      {rules.some(({ why }) => why !== null) && (
        <Stack gap={2} mt="md">
          {rules
            .filter(({ why }) => why !== null)
            .map(({ rule, title, why }) => (
              <Text key={rule} size="xs" c="dimmed">
                {title}: <Sentence>{why ?? ''}</Sentence>
              </Text>
            ))}
        </Stack>
      )}
    </Panel>
  );
}

function ruleColumns(currency: string): readonly Column<ExitRule>[] {
  const amount = (value: string | null): ReactNode => (
    <MoneyText value={value} currency={currency} unknown="not possible" />
  );
  return [
    { key: 'rule', header: 'Rule', cell: ({ title }) => title },
    { key: 'cost', header: 'Cost today', align: 'right', cell: ({ costs }) => amount(costs?.cost ?? null) },
    { key: 'tax', header: 'Tax', align: 'right', cell: ({ costs }) => amount(costs?.tax ?? null) },
    {
      key: 'carry',
      header: 'Holding futures',
      align: 'right',
      cell: ({ costs }) => amount(costs?.carry ?? null),
    },
    { key: 'fees', header: 'Fees', align: 'right', cell: ({ costs }) => amount(costs?.fees ?? null) },
    {
      key: 'slippage',
      header: 'Slippage',
      align: 'right',
      cell: ({ costs }) => amount(costs?.slippage ?? null),
    },
    { key: 'saved', header: 'The plan saves', align: 'right', cell: ({ saved }) => amount(saved) },
  ];
}
