import { Alert, Button, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCommand } from '../../../rpc/use-command.ts';
import { withFigures } from '../../../ui/as-read.ts';
import { Sentence, useHideAmounts, withoutAmounts } from '../../../ui/hide-amounts.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Failure } from '../../../ui/states.tsx';
import { Term } from '../../../ui/term.tsx';
import { newLine, type FieldsDraft } from './fields-draft.ts';
import { LineFields } from './line-fields.tsx';
import { RuleFields } from './rule-fields.tsx';
import { SentencesField } from './sentences-field.tsx';
import type { PolicyEditor } from './use-policy-editor.ts';
import classes from './policy.module.css';

/** The policy twice: as sentences and as fields. Both say the same, whichever is typed. */
export function PolicyForm({ editor }: { readonly editor: PolicyEditor }): ReactNode {
  const save = useCommand('policy.save');
  const { policy, changed, waiting } = editor;
  const submit = async (): Promise<void> => {
    if (policy === null) return;
    const result = await save.run({ policy });
    if (result?.ok === true) notifications.show({ message: 'Policy saved', color: 'hedge' });
  };
  return (
    <Panel
      title="Your policy"
      about={
        <>
          The mix you want and when to go back to it: your <Term id="policy" />, as sentences or as fields.
          Type in either; the other one follows.
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Grid gap="xl">
          <Grid.Col span={{ base: 12, lg: 6 }}>
            <Sentences editor={editor} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 6 }}>
            <Fields editor={editor} />
          </Grid.Col>
        </Grid>
        {save.failure !== null && <Failure failure={save.failure} />}
        <Group justify="flex-end" mt="md">
          {changed && editor.touched && (
            <Text size="sm" c="dimmed" role="status">
              {stateWords(editor)}
            </Text>
          )}
          {changed && editor.touched && (
            <Button variant="default" onClick={editor.undo}>
              Undo changes
            </Button>
          )}
          <Button type="submit" loading={save.busy} disabled={!changed || waiting || policy === null}>
            Save policy
          </Button>
        </Group>
      </form>
    </Panel>
  );
}

function stateWords({ waiting, policy, checked, source }: PolicyEditor): string {
  if (source === 'fields' && checked.policy === null) return 'A field cannot be read yet.';
  if (waiting) return 'Reading…';
  return policy === null ? 'Not everything can be meant yet.' : 'Not saved yet.';
}

/** A text field cannot hide an amount in it: where the sentences name one, they are shown with dots instead. */
function Sentences({ editor }: { readonly editor: PolicyEditor }): ReactNode {
  const { hidden, toggle } = useHideAmounts();
  const text = withFigures(editor.text);
  if (!hidden || withoutAmounts(text) === text) return <SentencesField editor={editor} />;
  return (
    <Stack align="flex-start" gap="sm">
      <Text size="sm">
        <Sentence>{editor.text}</Sentence>
      </Text>
      <Text size="sm" c="dimmed">
        Amounts are hidden, and these sentences name some.
      </Text>
      <Button variant="default" onClick={toggle}>
        Show amounts
      </Button>
    </Stack>
  );
}

function Fields({ editor }: { readonly editor: PolicyEditor }): ReactNode {
  const { fields, setFields, checked, touched, source, policy, waiting, problems } = editor;
  const errors = touched && source === 'fields' ? checked.errors : {};
  const change = (part: Partial<FieldsDraft>): void => setFields({ ...fields, ...part });
  const add = (kind: 'asset' | 'group') => (): void =>
    change({ lines: [...fields.lines, newLine(fields.lines, kind)] });
  return (
    <Stack gap="md" component="section" aria-label="In fields">
      <Title order={3} size="h5">
        In fields
      </Title>
      {source === 'text' && policy === null && !waiting && (
        <Alert color="gray" p="xs">
          <Text size="sm">These are the last sentences that could be read.</Text>
        </Alert>
      )}
      {source === 'fields' && touched && problems.length > 0 && <FieldProblems editor={editor} />}
      <ul className={classes.lines} aria-label="Targets">
        {fields.lines.map((line, index) => (
          <LineFields
            key={line.id}
            line={line}
            number={index + 1}
            errors={errors}
            onChange={(next) =>
              change({ lines: fields.lines.map((each) => (each.id === line.id ? next : each)) })
            }
            onRemove={() => change({ lines: fields.lines.filter(({ id }) => id !== line.id) })}
          />
        ))}
      </ul>
      <Group gap="sm">
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={add('asset')}
        >
          Add an asset
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={add('group')}
        >
          Add a group
        </Button>
        <Text size="xs" c="dimmed">
          CASH is all money together. <Term id="asset-group">Groups</Term> have one target for several assets.
        </Text>
      </Group>
      <RuleFields fields={fields} change={change} errors={errors} />
    </Stack>
  );
}

/** What is wrong with the fields together, which no single field can say. */
function FieldProblems({ editor: { problems } }: { readonly editor: PolicyEditor }): ReactNode {
  return (
    <Alert color="red" title="This cannot be meant yet" role="alert">
      {problems.map(({ message, instead }) => (
        <Text key={message} size="sm">
          {message.charAt(0).toUpperCase()}
          {message.slice(1)}. {instead}
        </Text>
      ))}
    </Alert>
  );
}
