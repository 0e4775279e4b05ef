import { Accordion, Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { MoneyText } from '../../ui/numbers.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QuestionForm } from './question-form.tsx';
import type { EffectsState, EffectState } from './use-effects.ts';
import { effectVerdict, madeWords, valueWords, type Question, type QuestionGroup } from './view-model.ts';
import classes from './elections.module.css';

export interface QuestionsProps {
  readonly groups: readonly QuestionGroup[];
  readonly effects: EffectsState;
  /** The question that is open. */
  readonly open: string | null;
  onOpen(id: string | null): void;
}

/** Every question with the answer in force and what others would change; one at a time is open. */
export function Questions({ groups, effects, open, onOpen }: QuestionsProps): ReactNode {
  return groups.map(({ id, title, about, questions }) => (
    <Panel key={id} title={title} about={about}>
      {/* A panel that is kept out of sight would keep amounts that were hidden since. */}
      <Accordion
        value={open}
        onChange={onOpen}
        keepMounted={false}
        variant="separated"
        order={3}
        classNames={{ item: classes.item ?? '' }}
      >
        {questions.map((question) => (
          <Accordion.Item key={question.id} value={question.id}>
            <Accordion.Control>
              <Summary question={question} state={effects.of[question.id]} />
            </Accordion.Control>
            <Accordion.Panel>
              <QuestionForm
                key={question.value}
                question={question}
                state={effects.of[question.id]}
                currency={effects.all?.currency ?? 'USD'}
              />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Panel>
  ));
}

interface SummaryProps {
  readonly question: Question;
  readonly state: EffectState | undefined;
}

const madeLooks = {
  'not chosen': { color: 'gray', words: 'not chosen: the default holds' },
  chosen: { color: 'teal', words: 'chosen' },
  'too late': { color: 'yellow', words: 'chosen too late' },
} as const;

function Summary({ question, state }: SummaryProps): ReactNode {
  const { color, words } = madeLooks[madeWords(question)];
  return (
    <span className={classes.question}>
      <span>
        <Text span size="sm" fw={600} display="block">
          <Sentence>{question.title}</Sentence>
        </Text>
        <Text span size="sm" c="dimmed" display="block">
          <Sentence>{valueWords(question)}</Sentence>
        </Text>
      </span>
      <span className={classes.mark}>
        <Badge variant="light" color={color} tt="none" component="span">
          {words}
        </Badge>
        <EffectWords state={state} />
      </span>
    </span>
  );
}

/** What other answers would change, in a few words. */
function EffectWords({ state }: { readonly state: EffectState | undefined }): ReactNode {
  if (state === undefined) return null;
  const words = ((): ReactNode => {
    if (state.effect === null) return state.pending ? 'being worked out…' : null;
    const verdict = effectVerdict(state.effect);
    switch (verdict.is) {
      case 'none':
        return 'no difference for your ledger';
      case 'moves':
        return 'moves tax between years';
      case 'saves':
        return (
          <>
            another answer: up to <MoneyText value={verdict.amount} /> less tax
          </>
        );
      case 'costs':
        return (
          <>
            other answers: up to <MoneyText value={verdict.amount} /> more tax
          </>
        );
      case 'partly':
        return 'no difference, as far as it can be worked out';
      case 'unknown':
        return 'difference not known';
    }
  })();
  return (
    <Text span size="xs" c="dimmed">
      {words}
    </Text>
  );
}
