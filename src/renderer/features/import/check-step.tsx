import { Alert, Badge, Button, Checkbox, Group, Paper, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { wordsFor } from '../../../shared/errors/words-for.ts';
import { formatCount } from '../../ui/number-format.ts';
import { RawRow } from '../../ui/raw-row.tsx';
import { StepHeading } from '../../ui/step-heading.tsx';
import { usePlainWords } from './use-plain-words.ts';
import { tickerAsked } from './asked-of-file.ts';
import { StepButtons } from './step-buttons.tsx';
import { NameInDoubt } from './tickers/name-in-doubt.tsx';
import { problemGroups, totalsOf, type ProblemGroup } from './view-model.ts';
import type { WizardStepProps } from './wizard-props.ts';

/** Everything that is wrong, at once, by cause; and the choice to go on without the rows that cannot be read. */
export function CheckStep({ preview, flow, state }: WizardStepProps): ReactNode {
  const groups = problemGroups(preview.files);
  const { badRows } = totalsOf(preview.files);
  const isStopped = badRows > 0 && !flow.leaveOutBadRows;
  const asksOnly = groups.every((group) => group.severity === 'warning' || tickerAsked(group) !== null);
  return (
    <Stack gap="lg">
      <StepHeading
        title={headingOf(badRows, asksOnly)}
        about={`${groups.length === 1 ? 'One cause' : `${groups.length} causes`}. ${aboutOf(badRows, asksOnly)}`}
      />
      {groups.map((group) => (
        <Problem key={group.key} group={group} onNamed={() => void state.preview.call.refetch()} />
      ))}
      {badRows > 0 && (
        <Alert color="yellow" title="Going on without them">
          <Checkbox
            checked={flow.leaveOutBadRows}
            onChange={(event) => state.move({ type: 'leave-out-bad-rows', on: event.currentTarget.checked })}
            label={
              badRows === 1 ? 'Leave out the 1 bad row' : `Leave out the ${formatCount(badRows)} bad rows`
            }
            description="The rest is imported. Balances and gains may be wrong until the missing rows arrive; importing the mended file later adds just those."
          />
        </Alert>
      )}
      <StepButtons
        next={
          <Button disabled={isStopped} onClick={() => state.move({ type: 'go', step: 'confirm' })}>
            Continue
          </Button>
        }
        onBack={() => state.move({ type: 'go', step: 'detect' })}
        onCancel={state.restart}
      />
    </Stack>
  );
}

function headingOf(badRows: number, asksOnly: boolean): string {
  if (badRows === 0) return 'Some rows need a look';
  return asksOnly ? 'Some rows wait for your answer' : 'Some rows cannot be read';
}

function aboutOf(badRows: number, asksOnly: boolean): string {
  if (badRows === 0) return 'They are imported as it says below; nothing has to be mended.';
  return asksOnly
    ? 'One press answers; or go on without these rows.'
    : 'Mend them in the file and start again, or go on as it says below.';
}

/** Whether it stops its rows, and whether a press here is enough. */
function badgeWords(group: ProblemGroup): string {
  if (group.severity === 'warning') return 'Please check';
  return tickerAsked(group) === null ? 'Cannot be read' : 'Your answer, please';
}

const shownAtFirst = 3;
const shownAtMost = 100;

function Problem({ group, onNamed }: { readonly group: ProblemGroup; onNamed(): void }): ReactNode {
  const [isAll, setAll] = useState(false);
  const { severity, fix, count, rows } = group;
  const message = usePlainWords()(group.message);
  const asked = tickerAsked(group);
  const shown = rows.slice(0, isAll ? shownAtMost : shownAtFirst);
  return (
    <Paper component="section" aria-label={message} p="md" bg="var(--hedgerow-canvas)">
      <Group gap="xs" mb={4}>
        <Badge color={severity === 'error' && asked === null ? 'red' : 'yellow'} variant="light" tt="none">
          {badgeWords(group)}
        </Badge>
        <Badge color="gray" variant="light" tt="none">
          {count === 1 ? '1 row' : `${formatCount(count)} rows`}
        </Badge>
      </Group>
      <Text fw={600}>{message}</Text>
      {asked === null && (
        <Text size="sm" c="dimmed" mb="sm">
          {wordsFor('screen', fix)}
        </Text>
      )}
      {asked !== null && <NameInDoubt asked={asked} onNamed={onNamed} />}
      <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {shown.map(({ file, line, raw }) => (
          <li key={`${file} ${line}`}>
            <Text size="xs" c="dimmed">
              {file}, line {line}
            </Text>
            <RawRow raw={raw} />
          </li>
        ))}
      </Stack>
      {rows.length > shownAtFirst && (
        <Button
          variant="subtle"
          size="xs"
          mt="xs"
          px={4}
          aria-expanded={isAll}
          onClick={() => setAll((now) => !now)}
        >
          {isAll
            ? 'Show fewer'
            : rows.length > shownAtMost
              ? `Show the first ${formatCount(shownAtMost)}`
              : `Show all ${formatCount(rows.length)}`}
        </Button>
      )}
    </Paper>
  );
}
