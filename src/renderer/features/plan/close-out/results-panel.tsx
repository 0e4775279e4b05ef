import { SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { HeadlineFigure } from '../../../ui/headline-figure.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { MoneyText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Sheet } from './sheet-model.ts';

/** Two results, taxed apart: that of the coins and that of the futures. */
export function ResultsPanel({ sheet }: { readonly sheet: Sheet }): ReactNode {
  const { totals, orders, plan } = sheet;
  if (orders.length === 0) return null;
  const { currency } = plan;
  const explained = (value: string | null, label: RegExp, of: string, figure: ReactNode): ReactNode => {
    const trace = value === null ? undefined : sheet.traces.find((each) => label.test(each.label));
    return trace === undefined ? (
      figure
    ) : (
      <ExplainTrace trace={trace} of={of}>
        {figure}
      </ExplainTrace>
    );
  };
  const characters = [...new Set(orders.map(({ character }) => character))];
  return (
    <Panel
      title="What it is expected to bring"
      about="Coins and futures are two results, taxed apart; each order adds to one of them."
    >
      <SimpleGrid component="dl" m={0} cols={{ base: 2, lg: 4 }} spacing="lg">
        <HeadlineFigure label="Coins, short-term gain">
          {explained(
            totals.shortTermGain,
            /^Short-term/u,
            'short-term gain',
            <MoneyText value={totals.shortTermGain} currency={currency} signed="gain" />,
          )}
        </HeadlineFigure>
        <HeadlineFigure label="Coins, long-term gain">
          {explained(
            totals.longTermGain,
            /^Long-term/u,
            'long-term gain',
            <MoneyText value={totals.longTermGain} currency={currency} signed="gain" />,
          )}
        </HeadlineFigure>
        <HeadlineFigure label="Futures, profit or loss">
          {explained(
            totals.futuresResult,
            /^Result of futures/u,
            'result of the futures',
            <MoneyText
              value={totals.futuresResult}
              currency={currency}
              signed="gain"
              words={['profit', 'loss']}
            />,
          )}
        </HeadlineFigure>
        <HeadlineFigure label="Fees">
          {explained(totals.fees, /^Fees/u, 'fees', <MoneyText value={totals.fees} currency={currency} />)}
        </HeadlineFigure>
        <HeadlineFigure label="Sales bring">
          {explained(
            totals.proceeds,
            /^Proceeds/u,
            'what the sales bring',
            <MoneyText value={totals.proceeds} currency={currency} />,
          )}
        </HeadlineFigure>
        <HeadlineFigure label="Purchases take">
          {explained(
            totals.purchases,
            /^Purchases/u,
            'what the purchases take',
            <MoneyText value={totals.purchases} currency={currency} />,
          )}
        </HeadlineFigure>
        <HeadlineFigure label="Margin freed">
          {explained(
            totals.marginFreed,
            /^Margin/u,
            'margin that comes free',
            <MoneyText value={totals.marginFreed} currency={currency} signed="plain" />,
          )}
        </HeadlineFigure>
      </SimpleGrid>
      {characters.map((words) => (
        <Text key={words} size="sm" mt="sm">
          <Sentence>{words}</Sentence>
        </Text>
      ))}
    </Panel>
  );
}
