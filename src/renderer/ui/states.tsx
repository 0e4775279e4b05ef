/** Loading, failed, empty and "nothing matches" are four different things to a person, so they look different. */
import {
  Alert,
  Button,
  CopyButton,
  EmptyState as MantineEmptyState,
  Group,
  Loader,
  Stack,
  Text,
} from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { IconAlertTriangle, IconFilterOff } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Failure as FailureValue } from '../../shared/errors/failure.ts';
import { wordsFor } from '../../shared/errors/words-for.ts';
import type { CallName } from '../../shared/contract/contract.ts';
import type { CallAnswer } from '../../shared/contract/contract.ts';
import type { CallState } from '../rpc/use-call.ts';

export interface LoadingProps {
  /** What is being done: "Reading your lots". */
  readonly what: string;
}

/** Nothing for 400 ms (most answers are there by then), then a spinner that says what it is doing. */
export function Loading({ what }: LoadingProps): ReactNode {
  const [visible, setVisible] = useState(false);
  const { start, clear } = useTimeout(() => setVisible(true), 400);
  useEffect(() => {
    start();
    return clear;
  }, [start, clear]);
  return (
    <Group role="status" justify="center" gap="sm" mih={120} data-state="loading">
      {visible && (
        <>
          <Loader size="sm" aria-hidden="true" />
          <Text c="dimmed">{what}…</Text>
        </>
      )}
    </Group>
  );
}

export interface FailureProps {
  readonly failure: FailureValue;
  onRetry?(): void;
}

/** What happened, what was not changed, what to do, and the details to copy. */
export function Failure({ failure, onRetry }: FailureProps): ReactNode {
  const { message, fix, code } = failure;
  if (code === 'call/cancelled') return <Cancelled failure={failure} />;
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={message}
      role="alert"
      data-state="failure"
    >
      <Stack gap="sm">
        <Text size="sm">
          {wordsFor('screen', fix)}
          {placeOf(failure)}
        </Text>
        <Group gap="xs">
          {onRetry !== undefined && (
            <Button size="xs" variant="default" onClick={onRetry}>
              Try again
            </Button>
          )}
          <CopyButton value={`${code}\n${message}\n${fix}`}>
            {({ copied, copy }) => (
              <Button size="xs" variant="subtle" color="red" onClick={copy}>
                {copied ? 'Copied' : 'Copy details'}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Alert>
  );
}

/** What someone stopped is no fault. */
function Cancelled({ failure: { message, fix } }: { readonly failure: FailureValue }): ReactNode {
  return (
    <Alert color="gray" role="status" title={message} data-state="cancelled">
      {wordsFor('screen', fix)}
    </Alert>
  );
}

function placeOf({ where: { file, row } }: FailureValue): string {
  if (file === undefined) return '';
  return row === undefined ? ` (${file})` : ` (${file}, line ${row})`;
}

export interface EmptyStateProps {
  readonly title: string;
  /** Why it is empty and what will stand here. */
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  /** The way out of emptiness. */
  readonly action?: ReactNode;
}

/** There is nothing yet. */
export function EmptyState({ title, children, icon, action }: EmptyStateProps): ReactNode {
  return (
    <MantineEmptyState
      data-state="empty"
      py="xl"
      variant="light"
      icon={icon}
      title={title}
      description={children}
    >
      {action !== undefined && <MantineEmptyState.Actions>{action}</MantineEmptyState.Actions>}
    </MantineEmptyState>
  );
}

export interface NoMatchProps {
  /** What was looked for: "lots of BTC". */
  readonly what: string;
  onClear(): void;
}

/** There is something, but not what was looked for. */
export function NoMatch({ what, onClear }: NoMatchProps): ReactNode {
  return (
    <MantineEmptyState
      data-state="no-match"
      py="lg"
      size="sm"
      icon={<IconFilterOff aria-hidden="true" />}
      title={`No ${what}`}
      description="Your other rows are still there."
    >
      <MantineEmptyState.Actions>
        <Button variant="default" size="xs" onClick={onClear}>
          Show everything
        </Button>
      </MantineEmptyState.Actions>
    </MantineEmptyState>
  );
}

export interface AnswerProps<Name extends CallName> {
  readonly of: CallState<Name>;
  /** What is being done while it loads. */
  readonly what: string;
  readonly children: (answer: CallAnswer<Name>) => ReactNode;
}

/** The answer to a call, or the state that stands in its place. */
export function Answer<Name extends CallName>({ of, what, children }: AnswerProps<Name>): ReactNode {
  if (of.error !== null) return <Failure failure={of.error.failure} onRetry={() => void of.refetch()} />;
  if (of.data === undefined) return <Loading what={what} />;
  return children(of.data);
}
