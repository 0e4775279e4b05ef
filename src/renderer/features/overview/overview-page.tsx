import { Button, Grid, Stack } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigation } from '../../ui/navigation.tsx';
import { Page } from '../../ui/page.tsx';
import { Answer } from '../../ui/states.tsx';
import { ChecklistPanel } from './checklist-panel.tsx';
import { DatesPanel } from './dates-panel.tsx';
import { DriftPanel } from './drift-panel.tsx';
import { ExposurePanel } from './exposure-panel.tsx';
import { NeedsPanel } from './needs-panel.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { RisksPanel } from './risks-panel.tsx';
import { Totals } from './totals.tsx';
import { useOverview, type Overview } from './use-overview.ts';
import { isEmpty, type Holdings } from './view-model.ts';

/** What do I really hold, and what needs me? */
export function OverviewPage(): ReactNode {
  const overview = useOverview();
  return (
    <Page
      title="Overview"
      question="What do I really hold, and what needs me?"
      action={<NextAction overview={overview} />}
    >
      <Answer of={overview.holdings} what="Adding up what you hold">
        {(holdings) =>
          isEmpty(holdings) ? <NothingYet /> : <Filled holdings={holdings} overview={overview} />
        }
      </Answer>
    </Page>
  );
}

function NextAction({ overview: { holdings, next } }: { readonly overview: Overview }): ReactNode {
  const { go } = useNavigation();
  if (holdings.data === undefined || isEmpty(holdings.data) || next === null) return null;
  return (
    <Button
      rightSection={<IconArrowRight size={16} aria-hidden="true" />}
      onClick={() => go(next.screen, next.params)}
    >
      {next.words}
    </Button>
  );
}

interface FilledProps {
  readonly holdings: Holdings;
  readonly overview: Overview;
}

function Filled({ holdings, overview }: FilledProps): ReactNode {
  return (
    <>
      <Totals holdings={holdings} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="lg">
            <ExposurePanel holdings={holdings} />
            <DriftPanel targets={overview.targets} drift={overview.drift} />
            <ChecklistPanel />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="lg">
            <NeedsPanel needs={overview.needs} />
            <DatesPanel dates={overview.dates} />
          </Stack>
        </Grid.Col>
      </Grid>
      <RisksPanel holdings={holdings} />
    </>
  );
}
