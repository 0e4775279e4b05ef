import { Alert, List, SegmentedControl, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconScaleOutline } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CauseBars } from '../../../charts/cause-bars.tsx';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { formatMoney, formatRate } from '../../../ui/number-format.ts';
import { MoneyText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Term } from '../../../ui/term.tsx';
import { DeferredList } from './deferred-list.tsx';
import {
  statusWords,
  taxParts,
  viewWords,
  yearIn,
  type ProjectedYear,
  type TaxParts,
  type View,
  type YearView,
} from './projection.ts';

export interface YearDetailProps {
  readonly years: readonly ProjectedYear[];
  readonly chosen: number;
  readonly view: View;
  onChoose(year: number): void;
}

/** One year: where its tax comes from, what the next dollar costs, and which losses wait. */
export function YearDetail({ years, chosen, view, onChoose }: YearDetailProps): ReactNode {
  const year = years.find((each) => each.year === chosen);
  const shown = year === undefined ? null : yearIn(year, view);
  return (
    <Panel
      title={`${chosen} in detail`}
      about={year === undefined ? undefined : `This year is ${statusWords[year.status]}. ${viewWords[view]}.`}
      aside={
        <SegmentedControl
          aria-label="Year in detail"
          size="xs"
          data={years.map((each) => String(each.year))}
          value={String(chosen)}
          onChange={(value) => onChoose(Number(value))}
        />
      }
    >
      {shown === null ? (
        <Text size="sm">Nothing is known of this year yet.</Text>
      ) : (
        <Stack gap="xl">
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
            <Parts year={chosen} view={shown} />
            <NextDollar view={shown} />
          </SimpleGrid>
          <DeferredList year={chosen} losses={shown.deferred} />
        </Stack>
      )}
    </Panel>
  );
}

function Parts({ year, view }: { readonly year: number; readonly view: YearView }): ReactNode {
  const parts = taxParts(view);
  const share =
    view.effectiveRate === null ? '' : `, ${formatRate(view.effectiveRate, { decimals: 1 })} of all income`;
  return (
    <section>
      <Title order={3} size="h5" mb="sm">
        From the tax on income to all that is due
      </Title>
      <ChartOrTable
        of={`tax of ${year}`}
        summary={<Sentence>{`All tax of ${year} is ${formatMoney(view.totalTax, 'USD')}${share}.`}</Sentence>}
        chart={
          <CauseBars
            {...parts}
            figure={(amount, signed) => <MoneyText value={amount} {...(signed ? { signed: 'plain' } : {})} />}
          />
        }
        table={<PartsTable parts={parts} year={year} />}
      />
    </section>
  );
}

function PartsTable({ parts, year }: { readonly parts: TaxParts; readonly year: number }): ReactNode {
  return (
    <Table aria-label={`Parts of the tax of ${year}`}>
      <Table.Tbody>
        {[parts.from, ...parts.causes, parts.to].map(({ name, amount }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={name === parts.to.name ? 600 : 400}>
              {name}
            </Table.Th>
            <Table.Td ta="right">
              <MoneyText value={amount} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What one more thousand of each kind costs, the warning of the other tax, and what was assumed. */
function NextDollar({ view }: { readonly view: YearView }): ReactNode {
  return (
    <section>
      <Title order={3} size="h5" mb="sm">
        What a little more would cost
      </Title>
      {view.marginalWords.length > 0 && (
        <List size="sm" spacing={4}>
          {view.marginalWords.map((words) => (
            <List.Item key={words}>
              <Sentence>{words}</Sentence>
            </List.Item>
          ))}
        </List>
      )}
      {view.amtFlag !== null && (
        <Alert
          mt="md"
          color="yellow"
          icon={<IconScaleOutline aria-hidden="true" />}
          title={
            <>
              A second computation may apply:{' '}
              <Term id="alternative-minimum-tax">alternative minimum tax</Term>
            </>
          }
        >
          <Sentence>{view.amtFlag}</Sentence>
        </Alert>
      )}
    </section>
  );
}
