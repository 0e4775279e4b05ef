import { Button, Group, List, Stack, Text } from '@mantine/core';
import { IconReceiptTax } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { Issues } from '../../ui/issues.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer, EmptyState } from '../../ui/states.tsx';
import { UnknownCostContext } from '../../ui/unknown-cost.ts';
import { taxYearColumns } from './tax-year-columns.tsx';
import type { TaxYear } from './view-model.ts';

export interface TaxYearsPanelProps {
  readonly profileMissing: boolean;
  openProfile(): void;
}

/** Each tax year as it stands, without any of the what-ifs. */
export function TaxYearsPanel({ profileMissing, openProfile }: TaxYearsPanelProps): ReactNode {
  return (
    <Panel
      title="Tax years as they stand"
      about="From your ledger and your tax details, without the plan. Press a figure to see how it is computed."
    >
      {profileMissing ? (
        <Group justify="space-between">
          <Text size="sm">Enter your tax details, and the tax of each year stands here.</Text>
          <Button variant="default" onClick={openProfile}>
            Enter your tax details
          </Button>
        </Group>
      ) : (
        <TaxYears />
      )}
    </Panel>
  );
}

function TaxYears(): ReactNode {
  const call = useCall('plan.taxYears', {});
  return (
    <Answer of={call} what="Assessing your tax years">
      {({ years, unknownCost, issues }) =>
        years.length === 0 ? (
          <EmptyState title="No tax year yet" icon={<IconReceiptTax aria-hidden="true" />}>
            Nothing was sold and no year stands in your tax details.
          </EmptyState>
        ) : (
          <UnknownCostContext value={unknownCost}>
            <Stack gap="lg">
              <DataTable
                label="Tax years"
                rows={years.toSorted((a, b) => b.year - a.year)}
                rowKey={({ year }) => String(year)}
                columns={taxYearColumns}
              />
              <Notes years={years} />
              {issues.length > 0 && <Issues issues={issues} />}
            </Stack>
          </UnknownCostContext>
        )
      }
    </Answer>
  );
}

/** The same note of several years is said once. */
function Notes({ years }: { readonly years: readonly TaxYear[] }): ReactNode {
  const notes = [...new Set(years.flatMap(({ notes: each }) => each))];
  if (notes.length === 0) return null;
  return (
    <List size="sm" spacing={2}>
      {notes.map((note) => (
        <List.Item key={note}>
          <Sentence>{note}</Sentence>
        </List.Item>
      ))}
    </List>
  );
}
