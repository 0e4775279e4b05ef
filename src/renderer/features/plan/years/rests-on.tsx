import { List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Issues } from '../../../ui/issues.tsx';
import { DateText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { notesByYears, yearsInWords, type Projection, type View } from './projection.ts';

export interface RestsOnProps {
  readonly projection: Projection;
  readonly view: View;
}

/** Planned steps, prices and assumptions behind the figures, and what may be wrong with them. */
export function RestsOn({ projection, view }: RestsOnProps): ReactNode {
  const { steps, prices, assumptions, issues, years } = projection;
  const notes = notesByYears(years, view);
  if (steps.length + prices.length + assumptions.length + issues.length + notes.length === 0) return null;
  return (
    <Panel title="What these figures rest on">
      <Stack gap="xl">
        {issues.length > 0 && <Issues issues={issues} />}
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
          {steps.length > 0 && (
            <section>
              <Title order={3} size="h5" mb="xs">
                What is planned
              </Title>
              <List size="sm" spacing={6} listStyleType="none">
                {steps.map((step) => (
                  <List.Item key={`${step.view} ${step.id} ${step.date} ${step.text}`}>
                    <Text span size="sm" fw={600}>
                      <DateText value={step.date} />
                    </Text>
                    {step.view === 'scenario' ? ' (what if): ' : ': '}
                    <Sentence>{step.text}</Sentence>
                  </List.Item>
                ))}
              </List>
            </section>
          )}
          {prices.length > 0 && (
            <Sentences title="Prices from today on" sentences={prices.map(({ words }) => words)} />
          )}
          {assumptions.length > 0 && <Sentences title="What is assumed" sentences={assumptions} />}
          {notes.length > 0 && (
            <Sentences
              title="Said of single years"
              sentences={notes.map(({ note, years: of }) => `${yearsInWords(of)}: ${note}`)}
            />
          )}
        </SimpleGrid>
      </Stack>
    </Panel>
  );
}

function Sentences({
  title,
  sentences,
}: {
  readonly title: string;
  readonly sentences: readonly string[];
}): ReactNode {
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {title}
      </Title>
      <List size="sm" spacing={4}>
        {sentences.map((words) => (
          <List.Item key={words}>
            <Sentence>{words}</Sentence>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
