import { Badge, List, Stack, Text, Title } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { MoneyText } from '../../../ui/numbers.tsx';
import { Term } from '../../../ui/term.tsx';
import type { DeferredLoss } from './projection.ts';

const characterWords: Readonly<Record<DeferredLoss['character'], string>> = {
  short: 'short-term',
  long: 'long-term',
  section1256: '60/40',
};

export interface DeferredListProps {
  readonly year: number;
  readonly losses: readonly DeferredLoss[];
}

/** Which losses wait at a year's end, since when, for which gain, and what frees them. */
export function DeferredList({ year, losses }: DeferredListProps): ReactNode {
  return (
    <section aria-label={`Losses that wait at the end of ${year}`}>
      <Title order={3} size="h5" mb={4}>
        Losses that wait at the end of {year}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        A loss on one side of a <Term id="straddle">straddle</Term> is a{' '}
        <Term id="deferred-loss">loss that waits</Term>: it counts only once the gain on the other side is
        taxed. Nothing is lost, it comes later.
      </Text>
      {losses.length === 0 ? (
        <Text size="sm">No loss waits at the end of {year}.</Text>
      ) : (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 16 }}>
          {losses.map((loss) => (
            <LossItem key={`${loss.position} ${loss.sustained} ${loss.character}`} loss={loss} />
          ))}
        </ul>
      )}
    </section>
  );
}

function LossItem({ loss }: { readonly loss: DeferredLoss }): ReactNode {
  return (
    <li style={{ display: 'grid', gridTemplateColumns: '24px 1fr auto', gap: 12, alignItems: 'start' }}>
      <IconHourglass size={20} aria-hidden="true" />
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          <Sentence>{loss.name}</Sentence>{' '}
          <Badge size="sm" variant="light" color="gray" tt="none">
            {characterWords[loss.character]} loss of {loss.sustained}
          </Badge>
        </Text>
        <Text size="sm">
          <Sentence>{loss.words}</Sentence>
        </Text>
        {loss.blockedBy.length > 0 && (
          <>
            <Text size="sm" c="dimmed">
              What would free it:
            </Text>
            <List size="sm" spacing={2}>
              {loss.blockedBy.map(({ of, amount, words }) => (
                <List.Item key={of}>
                  <Sentence>{words}</Sentence> (frees <MoneyText value={amount} />)
                </List.Item>
              ))}
            </List>
          </>
        )}
        <Text size="sm" c="dimmed">
          {loss.freedIn === null
            ? 'In the years shown, nothing frees it yet.'
            : `By what is planned, it begins to count in ${loss.freedIn}.`}
        </Text>
      </Stack>
      <Text size="sm" fw={600}>
        <MoneyText value={loss.amount} />
      </Text>
    </li>
  );
}
