import { Badge, Button, List, Stack, Text, Title } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { signOf } from '../../../ui/number-format.ts';
import { MoneyText } from '../../../ui/numbers.tsx';
import { Term } from '../../../ui/term.tsx';
import { largestFirst, type DeferredLoss } from './projection.ts';

const characterWords: Readonly<Record<DeferredLoss['character'], string>> = {
  short: 'short-term',
  long: 'long-term',
  section1256: '60/40',
  'sixty-forty': '60/40',
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
        <HeldBack loss={loss} />
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

const shownAtFirst = 3;

/** The gains that hold a loss back, the largest first: a coin bought in small parts has many. */
function HeldBack({ loss }: { readonly loss: DeferredLoss }): ReactNode {
  const [all, setAll] = useState(false);
  const held = largestFirst(loss.blockedBy);
  if (held.length === 0) return null;
  const shown = all ? held : held.slice(0, shownAtFirst);
  return (
    <>
      <Text size="sm">
        {held.length === 1
          ? 'One gain that is not taxed yet holds it back. To take it away:'
          : `${held.length} gains that are not taxed yet hold it back, the largest first. To take them away:`}
      </Text>
      <List size="sm" spacing={2}>
        {shown.map(({ of, amount, words }) => (
          <List.Item key={of}>
            <Sentence>{words}</Sentence>: holds back <MoneyText value={amount} />
          </List.Item>
        ))}
      </List>
      {held.length > shownAtFirst && (
        <Button
          variant="subtle"
          size="compact-sm"
          ms={-8}
          w="max-content"
          onClick={() => setAll((now) => !now)}
        >
          {all ? 'Show the largest only' : `Show all ${held.length}`}
        </Button>
      )}
      {signOf(loss.moreGain) === 'up' && (
        <Text size="sm">
          A further gain of <MoneyText value={loss.moreGain} /> on the other side would take their place, and
          hold the loss back until it is taxed, too.
        </Text>
      )}
    </>
  );
}
