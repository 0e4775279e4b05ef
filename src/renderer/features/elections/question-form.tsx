import {
  Alert,
  Badge,
  Button,
  Checkbox,
  Group,
  List,
  Paper,
  Radio,
  Stack,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconClockX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../rpc/use-command.ts';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { DateText } from '../../ui/numbers.tsx';
import { Failure } from '../../ui/states.tsx';
import { LawOnDemand } from './law-on-demand.tsx';
import { OptionMoney } from './option-money.tsx';
import type { EffectState } from './use-effects.ts';
import { bindingWords, dayProblem, recordedSentences, type Question } from './view-model.ts';
import classes from './elections.module.css';

export interface QuestionFormProps {
  readonly question: Question;
  readonly state: EffectState | undefined;
  readonly currency: string;
}

/** One question: what is open, each answer with what it changes, by when, and the saving of it. */
export function QuestionForm({ question, state, currency }: QuestionFormProps): ReactNode {
  const isDay = question.options.every(({ value }) => value !== question.value);
  const [picked, setPicked] = useState(isDay ? aDay : question.value);
  const [day, setDay] = useState(isDay ? question.value : '');
  const value = picked === aDay ? day : picked;
  const problem = picked === aDay ? dayProblem(day) : null;
  const back = (): void => {
    setPicked(isDay ? aDay : question.value);
    setDay(isDay ? question.value : '');
  };
  return (
    <Stack gap="md">
      <Text size="sm" maw={860}>
        <Sentence>{question.sentence}</Sentence>
      </Text>
      <Radio.Group
        label={<VisuallyHidden>{question.title}</VisuallyHidden>}
        value={picked}
        onChange={setPicked}
      >
        <div className={classes.options}>
          {question.options.map((option) => (
            <div key={option.value} className={classes.option}>
              <Radio
                value={option.value}
                label={
                  <>
                    {option.words}
                    {option.value === question.defaultValue && (
                      <Badge ml={8} variant="light" color="gray" tt="none">
                        unless you choose
                      </Badge>
                    )}
                  </>
                }
              />
              <OptionMoney
                effect={state?.effect?.options.find((each) => each.value === option.value) ?? null}
                pending={state?.pending === true}
                currency={currency}
              />
            </div>
          ))}
          {question.kind === 'date-or-off' && (
            <div className={classes.option}>
              <Radio value={aDay} label="It holds from a day that a law names" />
              {picked === aDay && (
                <TextInput
                  type="date"
                  label="From"
                  value={day}
                  error={problem}
                  onChange={(event) => setDay(event.currentTarget.value)}
                />
              )}
            </div>
          )}
        </div>
      </Radio.Group>
      <Deadline question={question} />
      {value !== question.value && <Save question={question} value={value} problem={problem} onBack={back} />}
    </Stack>
  );
}

/** Stands for "a day that is typed" among the answers. */
const aDay = '(day)';

function Deadline({ question: { deadline, law, madeAt, late } }: { readonly question: Question }): ReactNode {
  return (
    <Stack gap="xs">
      <Text size="sm" maw={860}>
        <Text span size="sm" fw={600}>
          By when:
        </Text>{' '}
        <Sentence>{deadline}</Sentence>{' '}
        {madeAt === null ? (
          'You have not chosen yet.'
        ) : (
          <>
            Chosen on <DateText value={madeAt} time />.
          </>
        )}
      </Text>
      {late !== null && (
        <Alert p="xs" color="yellow" icon={<IconClockX aria-hidden="true" />}>
          <Sentence>{late}</Sentence>
        </Alert>
      )}
      <LawOnDemand law={law} />
    </Stack>
  );
}

interface SaveProps {
  readonly question: Question;
  readonly value: string;
  /** Why the answer cannot be saved as it stands. */
  readonly problem: string | null;
  onBack(): void;
}

function Save({ question, value, problem, onBack }: SaveProps): ReactNode {
  const [keptElsewhere, setKeptElsewhere] = useState(false);
  const [understood, setUnderstood] = useState(false);
  const [asked, setAsked] = useState(false);
  const save = useCommand('elections.save');
  const binds = bindingWords(question.id, value);
  const isHeld = problem !== null || (binds !== null && !understood);

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (isHeld) return;
    const result = await save.run({ id: question.id, value, ...(keptElsewhere ? { keptElsewhere } : {}) });
    if (result?.ok !== true) return;
    notifications.show({
      color: 'hedge',
      title: `Recorded: ${question.title}`,
      message: result.value.notes.join(' ') || 'Every year is worked out anew.',
    });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Paper component="section" aria-label="What will be recorded" withBorder p="md">
        <Stack gap="sm">
          {problem === null && (
            <List size="sm" spacing={4}>
              {recordedSentences(question, value, keptElsewhere).map((sentence) => (
                <List.Item key={sentence}>{sentence}</List.Item>
              ))}
            </List>
          )}
          <Checkbox
            label="I made this choice earlier, and my own books show it"
            description="Only then does a choice count for days before today"
            checked={keptElsewhere}
            onChange={(event) => setKeptElsewhere(event.currentTarget.checked)}
          />
          {binds !== null && (
            <Checkbox
              label="I understand that this binds me"
              checked={understood}
              error={asked && !understood ? 'Say so first: it cannot simply be taken back' : null}
              onChange={(event) => setUnderstood(event.currentTarget.checked)}
            />
          )}
          {save.failure !== null && <Failure failure={save.failure} />}
          <Group gap="xs">
            <Button type="submit" size="xs" loading={save.busy} disabled={problem !== null}>
              Record this choice
            </Button>
            <Button size="xs" variant="default" onClick={onBack}>
              Keep it as it was
            </Button>
          </Group>
        </Stack>
      </Paper>
    </form>
  );
}
