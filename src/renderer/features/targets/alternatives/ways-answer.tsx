import { Alert, List, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Issues } from '../../../ui/issues.tsx';
import { Risks } from '../../../ui/risks.tsx';
import type { Ask } from './ask-draft.ts';
import { CostsChart } from './costs-chart.tsx';
import { LeaveDays } from './leave-days.tsx';
import { WayDetails } from './way-details.tsx';
import { WaysSideBySide } from './ways-side-by-side.tsx';
import { WealthChart } from './wealth-chart.tsx';
import { WhatDecides } from './what-decides.tsx';
import classes from '../targets.module.css';
import { risksToShow, type Answer } from './view-model.ts';

export interface WaysAnswerProps {
  readonly answer: Answer;
  readonly ask: Ask;
}

/**
 * The answer in words with its three reasons, the risks, the ways beside each other, what decides, then what each is made
 * of. Drawn again only for another answer, so that typing above stays quick.
 */
export const WaysAnswer = memo(function WaysAnswer({ answer, ask }: WaysAnswerProps): ReactNode {
  const { sentence, reasons, notWorthIt, notes, issues, assumptions } = answer;
  return (
    <Stack gap="xl">
      <div>
        <Text className={classes.answer} role="status">
          <Sentence>{sentence}</Sentence>
        </Text>
        {reasons.length > 0 && (
          <List size="sm" mt="xs" spacing={4} type="ordered" aria-label="Reasons">
            {reasons.map((reason) => (
              <List.Item key={reason}>
                <Sentence>{reason}</Sentence>
              </List.Item>
            ))}
          </List>
        )}
      </div>
      <Text size="sm" c="dimmed">
        The mix here takes no more money on the way than the plainer ways and is searched for a few seconds.
        The exit plan has neither limit, and may find a cheaper one: “Plan the exit” opens it.
      </Text>
      {notWorthIt !== null && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden="true" />} title="When hedging does not pay">
          <Sentence>{notWorthIt}</Sentence>
        </Alert>
      )}
      <section>
        <Title order={3} mb="sm">
          Three risks of every hedge
        </Title>
        <Risks risks={risksToShow(answer)} />
      </section>
      <WaysSideBySide answer={answer} ask={ask} />
      <CostsChart answer={answer} />
      <WhatDecides answer={answer} />
      <WealthChart answer={answer} />
      <LeaveDays answer={answer} />
      <WayDetails answer={answer} />
      <Caveats caveats={answer.caveats} />
      <Notes title="What is assumed" notes={assumptions.words} />
      <Notes title="Notes" notes={notes} />
      {issues.length > 0 && <Issues issues={issues} />}
    </Stack>
  );
});

function Caveats({ caveats }: Pick<Answer, 'caveats'>): ReactNode {
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

function Notes({ title, notes }: { readonly title: string; readonly notes: readonly string[] }): ReactNode {
  if (notes.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h5" mb={4}>
        {title}
      </Title>
      <List size="sm" c="dimmed" spacing={2}>
        {notes.map((note) => (
          <List.Item key={note}>
            <Sentence>{note}</Sentence>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
