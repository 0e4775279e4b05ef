import { Badge, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { HeadlineFigure } from '../../../ui/headline-figure.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText, MoneyText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Term } from '../../../ui/term.tsx';
import { Fold } from '../fold.tsx';
import classes from './exit.module.css';
import type { ExitRequest } from './exit-draft.ts';
import type { IssueText } from '../../../ui/issue-groups.ts';
import { lotColumns } from './lot-columns.tsx';
import { NewIssues } from './new-issues.tsx';
import { OnDemand } from './on-demand.tsx';
import { SentenceList } from './sentence-list.tsx';

type Answer = CallAnswer<'exit.harvest'>;
type Found = Answer['found'][number];

export interface HarvestPartProps {
  readonly request: ExitRequest;
  /** What was said of the plan already: it is not said again. */
  readonly said: readonly IssueText[];
}

/** Losses that lower tax on other gains, and gains that fit into a low bracket, on top of the plan. */
export function HarvestPart({ request, said }: HarvestPartProps): ReactNode {
  return (
    <OnDemand
      call="exit.harvest"
      input={request}
      title="Losses and gains to take"
      about={
        <>
          <Term id="loss-harvesting">Losses</Term> that free gains from tax, and{' '}
          <Term id="gain-harvesting">gains</Term> that fit into a low bracket: on top of the plan, each by
          itself.
        </>
      }
      start="Look for them"
    >
      {(answer) => <Harvest answer={answer} said={said} />}
    </OnDemand>
  );
}

interface HarvestProps extends Pick<HarvestPartProps, 'said'> {
  readonly answer: Answer;
}

function Harvest({ answer: { found, room, words, issues, currency }, said }: HarvestProps): ReactNode {
  return (
    <Stack gap="lg">
      <div role="status">
        {found.length === 0 && <Text size="sm">Nothing worth taking was found.</Text>}
        <SentenceList sentences={words} />
      </div>
      <ol className={classes.days}>
        {found.map((each) => (
          <Opportunity key={each.id} found={each} currency={currency} />
        ))}
      </ol>
      {room.length > 0 && (
        <section aria-label="Room at 0%">
          <Title order={3} size="h5">
            Room for long-term gains at 0%
          </Title>
          {room.map(({ year, amount, words: sentence }) => (
            <Text key={year} size="sm" mt={4}>
              {year}: <MoneyText value={amount} currency={currency} />. <Sentence>{sentence}</Sentence>
            </Text>
          ))}
        </section>
      )}
      <NewIssues issues={issues} said={said} />
    </Stack>
  );
}

function Opportunity({ found, currency }: { readonly found: Found; readonly currency: string }): ReactNode {
  const { title, isWorthIt, from, until, net, savedToday, cost, later, trace, words, lots } = found;
  return (
    <li className={classes.opportunity}>
      <Group gap="sm">
        <Title order={3} size="h5">
          <Sentence>{title}</Sentence>
        </Title>
        <Badge variant="light" color={isWorthIt ? 'teal' : 'gray'} tt="none">
          {isWorthIt ? 'Worth it' : 'Costs more than it saves'}
        </Badge>
        <Text size="sm" c="dimmed">
          <DateText value={from} /> to <DateText value={until} />
        </Text>
      </Group>
      <SimpleGrid component="dl" m={0} mt="sm" cols={{ base: 2, lg: 4 }} spacing="lg">
        <HeadlineFigure label="Left after costs, today">
          <ExplainTrace trace={trace} of={`what is left: ${title}`}>
            <MoneyText value={net} currency={currency} />
          </ExplainTrace>
        </HeadlineFigure>
        <HeadlineFigure label="Tax saved, in today’s money">
          <MoneyText value={savedToday} currency={currency} />
        </HeadlineFigure>
        <HeadlineFigure label="Fees of selling and buying back">
          <MoneyText value={cost} currency={currency} />
        </HeadlineFigure>
        <HeadlineFigure label="Tax that comes later instead" note="Not counted in what is saved">
          <MoneyText value={later} currency={currency} />
        </HeadlineFigure>
      </SimpleGrid>
      <SentenceList sentences={words} />
      <Fold title={lots.length === 1 ? 'The lot' : `The ${lots.length} lots`}>
        <DataTable
          label="Lots"
          rows={lots}
          rowKey={({ lot }, index) => `${lot} ${index}`}
          columns={lotColumns<Found['lots'][number]>(currency, {
            key: 'value',
            header: 'Worth',
            of: ({ value }) => value,
          })}
        />
      </Fold>
      <Fold title="Tax by year">
        <DataTable
          label="Tax by year"
          rows={found.taxByYear}
          rowKey={({ year }) => String(year)}
          columns={yearColumns(currency)}
        />
      </Fold>
    </li>
  );
}

function yearColumns(currency: string): readonly Column<Found['taxByYear'][number]>[] {
  return [
    { key: 'year', header: 'Year', cell: ({ year }) => year },
    {
      key: 'without',
      header: 'Without',
      align: 'right',
      cell: ({ taxWithout }) => <MoneyText value={taxWithout} currency={currency} />,
    },
    {
      key: 'with',
      header: 'With',
      align: 'right',
      cell: ({ taxWith }) => <MoneyText value={taxWith} currency={currency} />,
    },
    {
      key: 'saved',
      header: 'Saved',
      align: 'right',
      cell: ({ saved }) => <MoneyText value={saved} currency={currency} signed="plain" />,
    },
  ];
}
