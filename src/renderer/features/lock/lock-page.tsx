import { Container, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { Logo } from '../../ui/logo.tsx';
import { Answer } from '../../ui/states.tsx';
import { CreateView } from './create-view.tsx';
import { NewPassphraseView } from './new-passphrase-view.tsx';
import { RecoverView } from './recover-view.tsx';
import { StartView } from './start-view.tsx';
import { useLockFlow, type LockFlowState } from './use-lock-flow.ts';

export interface LockPageProps {
  /** Keeps this page in front although a ledger is open already, while its key is kept and its profile asked. */
  hold(held: boolean): void;
}

/** The door: which ledger, and with what key. */
export function LockPage({ hold }: LockPageProps): ReactNode {
  const state = useLockFlow(hold);
  return (
    <Container component="main" size={820} py={40}>
      <Stack gap="xl">
        <Group gap="md" wrap="nowrap" className="no-print">
          <Logo size={44} />
          <div>
            <Title order={1}>Hedgerow</Title>
            <Text c="dimmed">
              Rebalance with futures, keep your coins, plan the tax. Nothing leaves this computer.
            </Text>
          </div>
        </Group>
        <LockStep state={state} />
      </Stack>
    </Container>
  );
}

function LockStep({ state }: { readonly state: LockFlowState }): ReactNode {
  const { flow, move, sample, recover, changePassphrase, enter } = state;
  const known = useCall('ledger.known', {});
  switch (flow.step) {
    case 'start':
      return (
        <Answer of={known} what="Looking for your ledgers">
          {(answer) => (
            <StartView
              known={answer}
              notice={flow.notice}
              sample={sample.task}
              onSample={sample.start}
              onCreate={() => move({ type: 'create' })}
              onRecover={(path) => move({ type: 'recover', path })}
            />
          )}
        </Answer>
      );
    case 'recover':
      return (
        <RecoverView
          path={flow.path}
          busy={recover.task.busy}
          failure={recover.task.failure}
          onRecover={(key) => recover.start(flow.path, key)}
          onBack={state.back}
        />
      );
    case 'new-passphrase':
      return (
        <NewPassphraseView
          busy={changePassphrase.task.busy}
          failure={changePassphrase.task.failure}
          onSave={(next) => changePassphrase.start(flow.recoveryKey, next)}
          onSkip={enter}
        />
      );
    case 'create':
    case 'show-key':
    case 'check-key':
    case 'profile':
      return <CreateView flow={flow} state={state} />;
  }
}
