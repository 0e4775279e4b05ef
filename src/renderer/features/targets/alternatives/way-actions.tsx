import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigation } from '../../../ui/navigation.tsx';
import type { Ask } from './ask-draft.ts';
import { wayNames, type Way } from './view-model.ts';

/**
 * From a way to doing it: a hedge is saved as a plan with its day of leaving, anything that sells is planned day by day,
 * the rest is recorded as decided.
 */
export function WayActions({ way, ask }: { readonly way: Way; readonly ask: Ask }): ReactNode {
  const { go } = useNavigation();
  const { kind, possible, until, hedges } = way;
  if (!possible) return null;
  const opens = hedges.some(({ isOpen }) => !isOpen);
  const plan = (): void => go('plan', { tab: 'exit', ask: JSON.stringify(exitAsk(ask)) });
  return (
    <Stack gap={6} align="flex-end">
      {kind === 'hedge' && opens && (
        <Button
          size="compact-sm"
          aria-label={`Save as plan: ${wayNames[kind]}`}
          onClick={() => go('targets', { tab: 'hedge', ...(until === null ? {} : { exit: until }) })}
        >
          Save as plan
        </Button>
      )}
      {(kind === 'hedge' || kind === 'mixed' || kind === 'sell-now') && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Plan the exit: ${wayNames[kind]}`}
          onClick={plan}
        >
          Plan the exit
        </Button>
      )}
      {(kind === 'nothing' || kind === 'new-money') && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Record it: ${wayNames[kind]}`}
          onClick={() => go('targets', { tab: 'policy', decide: kind === 'nothing' ? 'let-it-be' : kind })}
        >
          Record it
        </Button>
      )}
    </Stack>
  );
}

/** The same assumptions for the exit plan; what only the comparison knows is left out. */
function exitAsk({ exitDate, move: _, withoutMix: _mix, withoutTurns: _turns, ...request }: Ask): object {
  return exitDate === undefined ? request : { ...request, ownDates: [exitDate] };
}
