import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { Issues } from '../../../ui/issues.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer } from '../../../ui/states.tsx';
import { WhatIf } from '../../../ui/what-if.tsx';
import { OtherRisks } from './other-risks.tsx';
import { ResultDrawer } from './result-drawer.tsx';
import { ScenarioModal } from './scenario-modal.tsx';
import { StressTable } from './stress-table.tsx';
import { stressSentence, worstFirst, type StressResult } from './stress-rows.ts';
import classes from '../monitor.module.css';

/** What each scenario would do to everything you hold, the worst first. */
export function StressTab(): ReactNode {
  const call = useCall('stress.run', {});
  const [opened, setOpened] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  return (
    <Stack gap="lg">
      <WhatIf
        title="Stress test"
        about="Each scenario is played through step by step, on all that you hold. Nothing of it has happened."
      >
        <Answer of={call} what="Playing the scenarios through">
          {({ results, issues, currency }) => (
            <Stack gap="lg">
              <Head results={results} onAdd={() => setAdding(true)} />
              <StressTable
                results={worstFirst(results)}
                currency={currency}
                onOpen={({ scenario }) => setOpened(scenario.id)}
              />
              {issues.length > 0 && <Issues issues={issues} />}
              <ResultDrawer
                result={results.find(({ scenario }) => scenario.id === opened) ?? null}
                currency={currency}
                onClose={() => setOpened(null)}
              />
            </Stack>
          )}
        </Answer>
      </WhatIf>
      <Panel title="Other risks of the hedges" about="What else can go wrong, judged by your own figures.">
        <OtherRisks />
      </Panel>
      <ScenarioModal opened={adding} onClose={() => setAdding(false)} />
    </Stack>
  );
}

interface HeadProps {
  readonly results: readonly StressResult[];
  onAdd(): void;
}

function Head({ results, onAdd }: HeadProps): ReactNode {
  return (
    <Group justify="space-between" align="flex-start" gap="md">
      <Text className={classes.answer} role="status">
        {stressSentence(results)}
      </Text>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={onAdd}
      >
        Add a scenario of your own
      </Button>
    </Group>
  );
}
