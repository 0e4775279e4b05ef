import { Alert, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { Issues } from '../../ui/issues.tsx';
import { AlternativeDetails } from './alternative-details.tsx';
import { CostTable } from './cost-table.tsx';
import { betterFirst, caveatsInOrder, type Comparison } from './view-model.ts';
import classes from './plan.module.css';

export interface ComparisonAnswerProps {
  readonly comparison: Comparison;
  readonly currency: string;
}

/**
 * The answer in words, what could change it, the figures side by side, then what each way is made of.
 * Drawn again only for another answer, so that typing in the form beside it stays quick.
 */
export const ComparisonAnswer = memo(function ComparisonAnswer({
  comparison,
  currency,
}: ComparisonAnswerProps): ReactNode {
  const alternatives = betterFirst(comparison);
  return (
    <Stack gap="xl">
      <div>
        <Text className={classes.answer} role="status">
          <Sentence>{comparison.sentence}</Sentence>
        </Text>
        {comparison.reasons.length > 0 && (
          <List size="sm" mt="xs" spacing={2}>
            {comparison.reasons.map((reason) => (
              <List.Item key={reason}>
                <Sentence>{reason}</Sentence>
              </List.Item>
            ))}
          </List>
        )}
      </div>
      <Caveats comparison={comparison} />
      <CostTable alternatives={alternatives} better={comparison.better} currency={currency} />
      <SimpleGrid cols={{ base: 1, xl: 2 }} spacing="xl">
        {alternatives.map((alternative) => (
          <AlternativeDetails key={alternative.kind} alternative={alternative} currency={currency} />
        ))}
      </SimpleGrid>
      {comparison.parametersNotes.length > 0 && (
        <List size="xs" c="dimmed">
          {comparison.parametersNotes.map((note) => (
            <List.Item key={note}>
              <Sentence>{note}</Sentence>
            </List.Item>
          ))}
        </List>
      )}
      {comparison.issues.length > 0 && <Issues issues={comparison.issues} />}
    </Stack>
  );
});

function Caveats({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const caveats = caveatsInOrder(comparison);
  if (caveats.length === 0) return null;
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title="What could change the answer"
    >
      <List size="sm" spacing={6}>
        {caveats.map(({ code, text, law }) => (
          <List.Item key={code}>
            <Sentence>{text}</Sentence>{' '}
            <Text span size="xs" c="dimmed">
              ({law})
            </Text>
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="sm">
        Put these as questions to your adviser before you act.
      </Text>
    </Alert>
  );
}
