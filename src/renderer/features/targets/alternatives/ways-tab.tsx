import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconScale } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { AsOf } from '../../../ui/as-of.tsx';
import { useNavigation } from '../../../ui/navigation.tsx';
import { Answer as Answered, EmptyState, Failure } from '../../../ui/states.tsx';
import { Stale } from '../../../ui/stale.tsx';
import { TaskProgressBar } from '../../../ui/task-progress.tsx';
import { WhatIf } from '../../../ui/what-if.tsx';
import { AskForm } from './ask-form.tsx';
import { useAlternatives, type AlternativesBase, type AlternativesState } from './use-alternatives.ts';
import { WaysAnswer } from './ways-answer.tsx';

/** All ways back to the targets beside each other: what each costs, when, and what decides. */
export function WaysTab(): ReactNode {
  const holdings = useCall('holdings.read', {});
  return (
    <Answered of={holdings} what="Reading your holdings">
      {(held) => (held.holdings.length === 0 ? <NothingHeld /> : <WithTargets holdings={held} />)}
    </Answered>
  );
}

function NothingHeld(): ReactNode {
  const { go } = useNavigation();
  return (
    <EmptyState
      title="Nothing to compare yet"
      icon={<IconScale aria-hidden="true" />}
      action={<Button onClick={() => go('import')}>Import your exports</Button>}
    >
      Import what you hold first; then every way back to the mix you want stands here with its cost.
    </EmptyState>
  );
}

function WithTargets({ holdings }: { readonly holdings: CallAnswer<'holdings.read'> }): ReactNode {
  const { go } = useNavigation();
  const targets = useCall('targets.read', {});
  const contracts = useCall('targets.contracts', {});
  const profile = useCall('plan.profile', {});
  return (
    <WhatIf
      title="Ways back to your targets"
      about="Do nothing, sell, hedge, a mix, or new money: each with its whole cost. Nothing here changes your ledger."
    >
      <Answered of={profile} what="Reading your tax details">
        {(details) =>
          details.profile === null ? (
            <Missing
              words="Tax depends on your income and filing status: enter them, and every way is worked out to the cent."
              way="Enter your tax details"
              onGo={() => go('plan', { profile: 'open' })}
            />
          ) : (
            <Answered of={targets} what="Comparing with your targets">
              {({ policy, drift }) =>
                policy === null ? (
                  <Missing
                    words="Say first which mix you want: then every way to get there is compared here."
                    way="Set targets"
                    onGo={() => go('targets', { tab: 'policy' })}
                  />
                ) : drift.length === 0 ? (
                  <Missing
                    words="How far you are from your targets is not known: prices of your coins are missing. Nothing was worked out."
                    way="Enter prices"
                    onGo={() => go('holdings', { prices: 'open' })}
                  />
                ) : drift.every((row) => !/[1-9]/u.test(row.drift)) ? (
                  <Text size="sm">
                    You stand at your targets: there is nothing to sell and nothing to hedge.
                  </Text>
                ) : (
                  <Answered of={contracts} what="Reading the contract catalogue">
                    {(catalogue) => (
                      <Ways holdings={holdings} drift={drift} contracts={catalogue.contracts} />
                    )}
                  </Answered>
                )
              }
            </Answered>
          )
        }
      </Answered>
    </WhatIf>
  );
}

interface MissingProps {
  readonly words: string;
  readonly way: string;
  onGo(): void;
}

function Missing({ words, way, onGo }: MissingProps): ReactNode {
  return (
    <Group justify="space-between">
      <Text size="sm">{words}</Text>
      <Button variant="default" onClick={onGo}>
        {way}
      </Button>
    </Group>
  );
}

function Ways(base: AlternativesBase): ReactNode {
  const state = useAlternatives(base);
  return (
    <Stack gap="xl">
      <AskForm state={state} positions={base.holdings.positions} />
      <State state={state} asOf={<AsOf pricesDay={base.holdings.pricesDay} today={base.holdings.asOf} />} />
      {state.shown !== undefined && (
        <Stale is={state.stale}>
          <WaysAnswer answer={state.shown} ask={state.asked} />
        </Stale>
      )}
    </Stack>
  );
}

interface StateProps {
  readonly state: AlternativesState;
  /** Which prices the figures are of. */
  readonly asOf: ReactNode;
}

/** How far the work is, that it was stopped or failed, or that the figures are of other assumptions. */
function State({ state: { slow, quick, checked, shown, stale, isPartial }, asOf }: StateProps): ReactNode {
  const { call, progress, cancel } = quick.call.data === undefined ? quick : slow;
  if (call.isFetching)
    return (
      <Stack gap="xs" data-state="searching">
        <TaskProgressBar what="Working out every way" progress={progress} onCancel={cancel} />
        {isPartial && (
          <Text size="sm">
            First figures below. The mix and what decides are still being searched: the answer may change.
          </Text>
        )}
      </Stack>
    );
  if (call.error !== null)
    return <Failure failure={call.error.failure} onRetry={() => void call.refetch()} />;
  if (checked.ask === null)
    return (
      <Alert
        color="yellow"
        icon={<IconPencil aria-hidden="true" />}
        title="Something above cannot be read yet"
      >
        The figures below are of the assumptions before.
      </Alert>
    );
  if (call.data === undefined)
    return (
      <Alert color="gray" role="status" title="Stopped before it was worked out">
        <Group justify="space-between">
          <Text size="sm">
            {shown === undefined
              ? 'Nothing is shown yet.'
              : isPartial
                ? 'The figures below are without the mix and without what decides.'
                : 'The figures below are of the assumptions before.'}
          </Text>
          <Button size="xs" variant="default" onClick={() => void call.refetch()}>
            Work it out
          </Button>
        </Group>
      </Alert>
    );
  return (
    <Group gap="lg">
      {asOf}
      <Text size="sm" c="dimmed" role="status">
        {stale ? 'Figures of the assumptions before.' : 'Up to date with what is supposed above.'}
      </Text>
    </Group>
  );
}
