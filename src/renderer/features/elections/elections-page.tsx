import { Button, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import { Page } from '../../ui/page.tsx';
import { Answer } from '../../ui/states.tsx';
import { ContractsPanel } from './contracts-panel.tsx';
import { DayEnding } from './day-ending.tsx';
import { ElsewherePanel } from './elsewhere-panel.tsx';
import { IdentifiedPanel } from './identified-panel.tsx';
import { IdentifyModal } from './identify-modal.tsx';
import { Questions } from './questions.tsx';
import { TaxAsItIs } from './tax-as-it-is.tsx';
import { useEffects } from './use-effects.ts';
import { questionGroups, type Choices } from './view-model.ts';

/** What does the law leave to me, and what does each choice change in money? */
export function ElectionsPage(): ReactNode {
  const { params, go } = useNavigation();
  const { identify, ...elsewhere } = params;
  const call = useCall('elections.read', {});
  const { refetch } = call;
  const ending = (call.data?.endingToday.length ?? 0) > 0;
  useEffect(() => {
    if (!ending) return undefined;
    // The minutes that are left go by while one looks.
    const timer = setInterval(() => void refetch(), 60_000);
    return () => clearInterval(timer);
  }, [ending, refetch]);
  return (
    <Page
      title="Tax choices"
      question="What does the law leave to me, and what does each answer change in money?"
      action={
        <Button
          variant="subtle"
          leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
          onClick={() => go('plan')}
        >
          Year-end plan
        </Button>
      }
    >
      <Answer of={call} what="Reading what is on record">
        {(choices) => <Content choices={choices} />}
      </Answer>
      {identify !== undefined && (
        <IdentifyModal leg={identify === '' ? null : identify} onClose={() => go('elections', elsewhere)} />
      )}
    </Page>
  );
}

function Content({ choices }: { readonly choices: Choices }): ReactNode {
  const { params, go } = useNavigation();
  const groups = useMemo(() => questionGroups(choices), [choices]);
  const ids = useMemo(() => groups.flatMap(({ questions }) => questions.map(({ id }) => id)), [groups]);
  const effects = useEffects(ids);
  const identify = (leg: string): void => go('elections', { ...params, identify: leg });
  return (
    <Stack gap="lg">
      <DayEnding ending={choices.endingToday} onIdentify={identify} />
      <TaxAsItIs effects={effects} />
      <Questions
        groups={groups}
        effects={effects}
        open={params['election'] ?? null}
        onOpen={(id) => go('elections', id === null ? {} : { election: id })}
      />
      <IdentifiedPanel straddles={choices.straddles} onIdentify={() => identify('')} />
      <ContractsPanel contracts={choices.contracts} />
      <ElsewherePanel elsewhere={choices.elsewhere} />
    </Stack>
  );
}
