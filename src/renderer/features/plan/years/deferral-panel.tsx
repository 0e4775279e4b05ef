import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { HeadlineFigure } from '../../../ui/headline-figure.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText, MoneyText, RateText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Term } from '../../../ui/term.tsx';
import type { Deferral } from './projection.ts';

/** What it is worth to pay tax later, as its own figure: it is no saving of tax. */
export function DeferralPanel({ deferral }: { readonly deferral: Deferral | null }): ReactNode {
  return (
    <Panel
      title="What waiting is worth"
      about={
        <>
          <Term id="tax-deferral">Tax that is due later</Term> is still due, but the money works for you until
          then. It is not counted in any figure above.
        </>
      }
    >
      {deferral === null ? (
        <Text size="sm">
          No hedge with an exit date is saved, so no tax is put off here. Save one under “Targets & hedge”, or
          suppose a sale under “What if”, and it stands here.
        </Text>
      ) : (
        <Worth deferral={deferral} />
      )}
    </Panel>
  );
}

function Worth({ deferral }: { readonly deferral: Deferral }): ReactNode {
  const { taxNow, taxLater, value, earned, earnedUntil, trace, earnedTrace } = deferral;
  return (
    <Stack gap="lg">
      <SimpleGrid component="dl" m={0} cols={{ base: 2, lg: 4 }} spacing="lg">
        <HeadlineFigure label="Tax if sold today">
          <MoneyText value={taxNow} />
        </HeadlineFigure>
        <HeadlineFigure label="Tax as planned, later">
          <MoneyText value={taxLater} />
        </HeadlineFigure>
        <HeadlineFigure
          label="Worth of paying later, today"
          note={
            <>
              at <RateText value={deferral.discountPerYear} /> a year
            </>
          }
        >
          <ExplainTrace trace={trace} of="worth of paying later">
            <MoneyText value={value} />
          </ExplainTrace>
        </HeadlineFigure>
        <HeadlineFigure
          label="Earned meanwhile, before tax"
          note={
            <>
              until <DateText value={earnedUntil} />, at <RateText value={deferral.returnPerYear} /> a year
            </>
          }
        >
          <ExplainTrace trace={earnedTrace} of="what the money earns meanwhile">
            <MoneyText value={earned} />
          </ExplainTrace>
        </HeadlineFigure>
      </SimpleGrid>
      {deferral.words.map((words) => (
        <Text key={words} size="sm">
          <Sentence>{words}</Sentence>
        </Text>
      ))}
      <DataTable
        label="Tax because of the sales, by year"
        rows={deferral.years}
        rowKey={({ year }) => String(year)}
        columns={columns}
      />
    </Stack>
  );
}

const columns: readonly Column<Deferral['years'][number]>[] = [
  { key: 'year', header: 'Year', cell: ({ year }) => year },
  { key: 'due', header: 'Paid by', cell: ({ due }) => <DateText value={due} /> },
  { key: 'now', header: 'If sold today', align: 'right', cell: ({ now }) => <MoneyText value={now} /> },
  { key: 'later', header: 'As planned', align: 'right', cell: ({ later }) => <MoneyText value={later} /> },
];
