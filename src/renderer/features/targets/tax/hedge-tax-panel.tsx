import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCircleCheck, IconHelpCircle, IconReceiptTax } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { OverlayInput } from '../../../../shared/domain/overlay-choice.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { HeadlineFigure } from '../../../ui/headline-figure.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Issues } from '../../../ui/issues.tsx';
import { useNavigation } from '../../../ui/navigation.tsx';
import { MoneyText } from '../../../ui/numbers.tsx';
import { Answer } from '../../../ui/states.tsx';
import { Term } from '../../../ui/term.tsx';
import { IfClosed } from './if-closed.tsx';
import type { HedgeTax } from './hedge-tax.ts';
import { TaxedLots } from './taxed-lots.tsx';

export interface HedgeTaxPanelProps {
  readonly input: OverlayInput;
  readonly currency: string;
}

/** What the hedge does to taxes, before anything is saved: the verdict first, then the numbers, then lot by lot. */
export function HedgeTaxPanel({ input, currency }: HedgeTaxPanelProps): ReactNode {
  // The size of the hedge goes first: its tax follows once the keys rest.
  const [looked] = useDebouncedValue(input, 300);
  const call = useCall('hedge.taxEffects', { overlay: looked }, { keepPrevious: true });
  return (
    <section>
      <Title order={3} mb={4}>
        What this hedge does to your tax
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        A short against your coins is normally a <Term id="straddle" />. Worked out for the lots below;
        nothing is saved by looking.
      </Text>
      <Answer of={call} what="Working out the tax of the hedge">
        {(tax) => (
          <Stack gap="lg">
            <Verdict tax={tax} currency={currency} />
            {tax.verdict.reasons.length > 0 && <Sentences title="Why" sentences={tax.verdict.reasons} />}
            {tax.closed.length > 0 && <IfClosed tax={tax} currency={currency} />}
            {tax.lots.length > 0 && <TaxedLots tax={tax} currency={currency} />}
            {tax.issues.length > 0 && <Issues issues={tax.issues} />}
            {tax.notes.length > 0 && <Sentences title="What the figures rest on" sentences={tax.notes} />}
          </Stack>
        )}
      </Answer>
    </section>
  );
}

interface SentencesProps {
  readonly title: string;
  readonly sentences: readonly string[];
}

function Sentences({ title, sentences }: SentencesProps): ReactNode {
  return (
    <div>
      <Title order={4} size="h5" mb={4}>
        {title}
      </Title>
      <List size="sm" spacing={2}>
        {sentences.map((sentence) => (
          <List.Item key={sentence}>
            <Sentence>{sentence}</Sentence>
          </List.Item>
        ))}
      </List>
    </div>
  );
}

const looks = {
  free: { color: 'teal', icon: IconCircleCheck },
  small: { color: 'blue', icon: IconReceiptTax },
  costly: { color: 'orange', icon: IconReceiptTax },
  unknown: { color: 'gray', icon: IconHelpCircle },
} as const;

function Verdict({
  tax: { verdict },
  currency,
}: {
  readonly tax: HedgeTax;
  readonly currency: string;
}): ReactNode {
  const { go } = useNavigation();
  const { color, icon: Icon } = looks[verdict.kind];
  return (
    <Alert color={color} icon={<Icon aria-hidden="true" />} title={<Sentence>{verdict.sentence}</Sentence>}>
      <Stack gap="sm">
        {verdict.cost !== null && (
          <Group component="dl" gap={48} m={0}>
            <HeadlineFigure label="Tax that the hedge adds, at today’s prices">
              <MoneyText value={verdict.cost} currency={currency} />
            </HeadlineFigure>
            <HeadlineFigure label="Tax of selling the same coins today">
              <MoneyText value={verdict.sellingNow} currency={currency} />
            </HeadlineFigure>
          </Group>
        )}
        {verdict.kind === 'unknown' && (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => go('plan', { profile: 'open' })}>
              Your tax details
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
