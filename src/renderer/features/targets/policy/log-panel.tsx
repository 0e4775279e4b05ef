import { Badge, Button, List, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { useNavigation } from '../../../ui/navigation.tsx';
import { DateText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer } from '../../../ui/states.tsx';
import { Term } from '../../../ui/term.tsx';
import { DecideModal } from './decide-modal.tsx';
import {
  decisionOf,
  groupedFirings,
  openFirings,
  stateWords,
  type Decision,
  type Firing,
  type Log,
} from './decisions.ts';
import classes from './policy.module.css';

const shownAtFirst = 6;

/** When rules fired, what was decided, and the button to decide. */
export function LogPanel(): ReactNode {
  const log = useCall('policy.log', {});
  const { params, go } = useNavigation();
  const asked = decisionOf(params['decide']);
  const [deciding, setDeciding] = useState(params['decide'] !== undefined);
  const open = log.data === undefined ? [] : openFirings(log.data);
  const close = (): void => {
    setDeciding(false);
    if (params['decide'] !== undefined) go('targets', { tab: 'policy' });
  };
  return (
    <Panel
      title="When rules fired"
      about={
        <>
          Each <Term id="fired-rule">rule that fired</Term> with its day, and what you decided.
        </>
      }
      aside={
        <Button variant={open.length > 0 ? 'filled' : 'default'} onClick={() => setDeciding(true)}>
          {open.length > 0 ? 'Decide' : 'Record a decision'}
        </Button>
      }
    >
      <Answer of={log} what="Looking back through your prices">
        {(answer) => (
          <>
            <Firings log={answer} />
            {deciding && <DecideModal firings={openFirings(answer)} first={asked} onClose={close} />}
          </>
        )}
      </Answer>
    </Panel>
  );
}

function Firings({ log }: { readonly log: Log }): ReactNode {
  const [all, setAll] = useState(false);
  const { firings, decisions, notes, days, from, to } = log;
  const groups = groupedFirings(firings);
  const shown = all ? groups : groups.slice(0, shownAtFirst);
  return (
    <Stack gap="md">
      {firings.length === 0 ? (
        <Text size="sm">No rule has fired{days > 0 && ' on any of the days below'}.</Text>
      ) : (
        <ol className={classes.log}>
          {shown.map(({ key, first, others }) => (
            <FiringItem key={key} firing={first} others={others} />
          ))}
        </ol>
      )}
      {groups.length > shown.length && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => setAll(true)}
          style={{ alignSelf: 'flex-start' }}
        >
          Show {groups.length - shown.length} more
        </Button>
      )}
      {decisions.length > 0 && (
        <div>
          <Text size="sm" fw={600} mb={4}>
            Decisions that answered no rule
          </Text>
          {decisions.map((decision) => (
            <DecisionLine key={decision.record.hash} decision={decision} />
          ))}
        </div>
      )}
      <Text size="xs" c="dimmed">
        {days === 0 ? (
          'No day with a price of every line has passed since the policy was saved.'
        ) : (
          <>
            Looked at: {days} {days === 1 ? 'day' : 'days'} with prices, <DateText value={from} /> to{' '}
            <DateText value={to} />.
          </>
        )}
      </Text>
      {notes.length > 0 && (
        <List size="xs" c="dimmed">
          {notes.map((note) => (
            <List.Item key={note}>
              <Sentence>{note}</Sentence>
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

interface FiringItemProps {
  readonly firing: Firing;
  /** Other rules of the same line that fired with it. */
  readonly others: readonly Firing[];
}

function FiringItem({ firing, others }: FiringItemProps): ReactNode {
  const { words, firedOn, until, state, version, decisions } = firing;
  return (
    <li className={classes.firing}>
      <div>
        <Text size="sm">
          <Text span size="sm" fw={600}>
            <DateText value={firedOn} />:
          </Text>{' '}
          <Sentence>{words}</Sentence>
        </Text>
        {others.map((other) => (
          <Text key={other.id} size="xs" c="dimmed">
            And: <Sentence>{other.words}</Sentence>
          </Text>
        ))}
        <Text size="xs" c="dimmed">
          Version {version} of the policy
          {until !== null && (
            <>
              ; no longer so from <DateText value={until} />
            </>
          )}
        </Text>
        {decisions.map((decision) => (
          <DecisionLine key={decision.record.hash} decision={decision} />
        ))}
      </div>
      <Badge variant="light" color={state === 'open' ? 'orange' : 'gray'} tt="none">
        {stateWords[state]}
      </Badge>
    </li>
  );
}

function DecisionLine({
  decision: { date, words, note, record },
}: {
  readonly decision: Decision;
}): ReactNode {
  return (
    <Text size="sm">
      <DateText value={date} />: <Sentence>{words}</Sentence>{' '}
      {note !== null && (
        <>
          “<Sentence>{note}</Sentence>”{' '}
        </>
      )}
      <Text span size="xs" c="dimmed">
        (record {record.sequence})
      </Text>
    </Text>
  );
}
