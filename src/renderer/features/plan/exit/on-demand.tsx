import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CallAnswer, CallInput, CallName } from '../../../../shared/contract/contract.ts';
import { useSlowCall } from '../../../rpc/use-slow-call.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Failure } from '../../../ui/states.tsx';
import { TaskProgressBar } from '../../../ui/task-progress.tsx';

export interface OnDemandProps<Name extends CallName> {
  readonly call: Name;
  readonly input: CallInput<Name>;
  readonly title: string;
  readonly about: ReactNode;
  /** The button that starts it: "Try other prices". */
  readonly start: string;
  readonly children: (answer: CallAnswer<Name>) => ReactNode;
}

/** A part of the plan that takes its time to work out, and only when someone wants it. Its answer stays while the plan does. */
export function OnDemand<Name extends CallName>({
  call: name,
  input,
  title,
  about,
  start,
  children,
}: OnDemandProps<Name>): ReactNode {
  const [wanted, setWanted] = useState(false);
  const { call, progress, cancel } = useSlowCall(name, input, wanted, { renews: true });
  const { data } = call;
  return (
    <Panel
      title={title}
      about={about}
      aside={
        data === undefined &&
        !call.isFetching && (
          <Button variant="default" onClick={() => (wanted ? void call.refetch() : setWanted(true))}>
            {start}
          </Button>
        )
      }
    >
      {call.isFetching ? (
        <TaskProgressBar
          what="Gathering the facts"
          progress={progress}
          onCancel={() => {
            cancel();
            setWanted(false);
          }}
        />
      ) : call.error !== null ? (
        <Failure failure={call.error.failure} onRetry={() => void call.refetch()} />
      ) : data === undefined ? (
        <Text size="sm" c="dimmed">
          Not worked out yet: it can take a while.
        </Text>
      ) : (
        children(data)
      )}
    </Panel>
  );
}
