import { Button, Group, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import staleClasses from '../../../ui/stale.module.css';
import { useCall } from '../../../rpc/use-call.ts';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { HeadlineFigure } from '../../../ui/headline-figure.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText, MoneyText } from '../../../ui/numbers.tsx';
import { Answer } from '../../../ui/states.tsx';
import { WhatIf } from '../../../ui/what-if.tsx';
import type { Entry, Moves } from './calendar-model.ts';

type Moved = CallAnswer<'calendar.whatIf'>;

export interface MoveResultProps {
  readonly moves: Moves;
  readonly entries: readonly Entry[];
  onBack(entry: string): void;
  onBackAll(): void;
}

/** What other days for planned steps would change. */
export function MoveResult({ moves, entries, onBack, onBackAll }: MoveResultProps): ReactNode {
  const call = useCall('calendar.whatIf', { moves }, { keepPrevious: true });
  return (
    <WhatIf
      title="What if these steps were done on other days?"
      about="Your plan and your ledger stay as they are."
    >
      <Stack gap="md">
        <Group gap="xs">
          {moves.map(({ entry, date }) => (
            <Button
              key={entry}
              variant="default"
              size="compact-sm"
              leftSection={<IconArrowBackUp size={14} aria-hidden="true" />}
              onClick={() => onBack(entry)}
            >
              <span>
                {entries.find(({ id }) => id === entry)?.title ?? 'Step'}: <DateText value={date} />, take
                back
              </span>
            </Button>
          ))}
          {moves.length > 1 && (
            <Button variant="subtle" size="compact-sm" onClick={onBackAll}>
              Take all back
            </Button>
          )}
        </Group>
        <Answer of={call} what="Working out what it changes">
          {(answer) => <Outcome answer={answer} stale={call.isPlaceholderData} />}
        </Answer>
      </Stack>
    </WhatIf>
  );
}

function Outcome({ answer, stale }: { readonly answer: Moved; readonly stale: boolean }): ReactNode {
  const { tax, cost, years, words, currency } = answer;
  return (
    <Stack gap="md" className={stale ? staleClasses.stale : undefined} aria-busy={stale}>
      <SimpleGrid component="dl" m={0} cols={{ base: 2, lg: 3 }} spacing="lg" maw={760}>
        <HeadlineFigure label="All tax" note="Less is better">
          <MoneyText value={tax.difference} currency={currency} signed="plain" />
        </HeadlineFigure>
        <HeadlineFigure
          label="Cost in today’s money"
          note="Tax, and what the hedges cost until they are closed"
        >
          <ExplainTrace trace={cost.trace} of="change of the cost in today’s money">
            <MoneyText value={cost.difference} currency={currency} signed="plain" />
          </ExplainTrace>
        </HeadlineFigure>
      </SimpleGrid>
      <div role="status">
        {words.map((sentence) => (
          <Text key={sentence} size="sm">
            <Sentence>{sentence}</Sentence>
          </Text>
        ))}
      </div>
      {years.length > 0 && (
        <Table aria-label="Tax by year, what if" maw={760}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Year</Table.Th>
              <Table.Th scope="col">Due</Table.Th>
              <Table.Th scope="col" ta="right">
                As planned
              </Table.Th>
              <Table.Th scope="col" ta="right">
                What if
              </Table.Th>
              <Table.Th scope="col" ta="right">
                Difference
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {years.map(({ year, due, before, after, difference }) => (
              <Table.Tr key={year}>
                <Table.Th scope="row">{year}</Table.Th>
                <Table.Td>
                  <DateText value={due} />
                </Table.Td>
                <Table.Td ta="right">
                  <MoneyText value={before} currency={currency} />
                </Table.Td>
                <Table.Td ta="right">
                  <MoneyText value={after} currency={currency} />
                </Table.Td>
                <Table.Td ta="right">
                  <MoneyText value={difference} currency={currency} signed="plain" />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
