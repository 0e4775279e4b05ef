import { Button, Input, List, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, useRef, type ReactNode } from 'react';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { markedParts } from './marked-text.ts';
import type { PolicyEditor, Problem } from './use-policy-editor.ts';
import classes from './policy.module.css';

/** The policy as plain sentences, read while they are typed: what is not understood is marked at its words. */
export function SentencesField({ editor }: { readonly editor: PolicyEditor }): ReactNode {
  const { text, type, problems, source, parsed } = editor;
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const marked = source === 'text' ? problems : [];
  const isWrong = marked.length > 0;
  return (
    <Stack gap="sm">
      <Input.Wrapper
        id={id}
        label="In sentences"
        description="Type freely; Hedgerow reads along. Percentages, points, groups, dates and limits."
      >
        <div className={classes.field} data-invalid={isWrong || undefined}>
          <div className={classes.marks} aria-hidden="true">
            {markedParts(text, marked).map(({ text: words, problem }, index) =>
              problem === null ? <span key={index}>{words}</span> : <mark key={index}>{words}</mark>,
            )}
            {'\n'}
          </div>
          <textarea
            id={id}
            ref={area}
            className={classes.area}
            rows={5}
            value={text}
            spellCheck={false}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? `${id}-problems` : undefined}
            onChange={(event) => type(event.currentTarget.value)}
          />
        </div>
      </Input.Wrapper>
      <div id={`${id}-problems`} aria-live="polite">
        {isWrong && <Problems problems={marked} area={area} />}
      </div>
      <Examples
        examples={parsed.data?.examples ?? []}
        onChoose={(example) => {
          type(withSentence(text, example));
          area.current?.focus();
        }}
      />
    </Stack>
  );
}

/** A sentence at the end of others. */
function withSentence(text: string, sentence: string): string {
  return text.trim() === '' ? sentence : `${text.trimEnd()} ${sentence}`;
}

/** The words meant and what is wrong with them; the message may name them itself. */
function sentenceOf({ words, message }: Problem): string {
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  return words === '' || message.includes(words) ? sentence : `“${words}”: ${sentence}`;
}

interface ProblemsProps {
  readonly problems: readonly Problem[];
  readonly area: React.RefObject<HTMLTextAreaElement | null>;
}

function Problems({ problems, area }: ProblemsProps): ReactNode {
  const show = ({ from, to }: Problem): void => {
    area.current?.focus();
    area.current?.setSelectionRange(from, to);
  };
  return (
    <List listStyleType="none" spacing="xs" size="sm">
      {problems.map((problem, index) => (
        <List.Item key={index}>
          <Text size="sm" fw={600} c="red">
            {sentenceOf(problem)}{' '}
            {problem.words !== '' && (
              <Button
                variant="subtle"
                size="compact-xs"
                onClick={() => show(problem)}
                aria-label={`Show “${problem.words}” in the sentences`}
              >
                Show
              </Button>
            )}
          </Text>
          <Text size="sm" c="dimmed">
            Write instead: {problem.instead}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}

interface ExamplesProps {
  readonly examples: PolicyExamples;
  onChoose(text: string): void;
}

type PolicyExamples = NonNullable<PolicyEditor['parsed']['data']>['examples'];

function Examples({ examples, onChoose }: ExamplesProps): ReactNode {
  if (examples.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        Sentences to add
      </Text>
      <ul className={classes.examples}>
        {examples.map(({ about, text }) => (
          <li key={text}>
            <UnstyledButton className={classes.example} onClick={() => onChoose(text)}>
              <IconPlus size={14} aria-hidden="true" className={classes.plus} />
              <span>
                <Text size="sm">
                  <Sentence>{text}</Sentence>
                </Text>
                <Text size="xs" c="dimmed">
                  {about}
                </Text>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
