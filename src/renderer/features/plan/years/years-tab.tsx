import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconReceiptTax } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { useNavigation } from '../../../ui/navigation.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Stale } from '../../../ui/stale.tsx';
import { Answer, EmptyState } from '../../../ui/states.tsx';
import { UnknownCostContext } from '../../../ui/unknown-cost.ts';
import { DeferralPanel } from './deferral-panel.tsx';
import { taxSentence, viewsOf, viewWords, yearToBegin, type Projection, type View } from './projection.ts';
import { ExitPlansCounted } from './exit-plans-counted.tsx';
import { RestsOn } from './rests-on.tsx';
import { SideBySide } from './side-by-side.tsx';
import { YearDetail } from './year-detail.tsx';
import { YearsTable } from './years-table.tsx';

export interface YearsTabProps {
  readonly profileMissing: boolean;
  openProfile(): void;
}

/** Every tax year from the first event to five years ahead. */
export function YearsTab({ profileMissing, openProfile }: YearsTabProps): ReactNode {
  const [withExits, setWithExits] = useState(true);
  const call = useCall('plan.projection', withExits ? {} : { exitPlans: false }, {
    enabled: !profileMissing,
    keepPrevious: true,
  });
  if (profileMissing) return <NeedsTaxDetails openProfile={openProfile} />;
  return (
    <Answer of={call} what="Assessing your tax years">
      {(projection) =>
        projection.years.length === 0 ? (
          <EmptyState title="No tax year yet" icon={<IconReceiptTax aria-hidden="true" />}>
            Nothing was sold and no year stands in your tax details.
          </EmptyState>
        ) : (
          <Stale is={call.isPlaceholderData}>
            <Years projection={projection} withExits={withExits} onExits={setWithExits} />
          </Stale>
        )
      }
    </Answer>
  );
}

export function NeedsTaxDetails({ openProfile }: { openProfile(): void }): ReactNode {
  return (
    <EmptyState
      title="Your tax details first"
      icon={<IconReceiptTax aria-hidden="true" />}
      action={<Button onClick={openProfile}>Enter your tax details</Button>}
    >
      Tax depends on your income and filing status. Enter them once, a rough income will do, and the tax of
      each year stands here.
    </EmptyState>
  );
}

interface YearsProps {
  readonly projection: Projection;
  readonly withExits: boolean;
  onExits(on: boolean): void;
}

function Years({ projection, withExits, onExits }: YearsProps): ReactNode {
  const { go } = useNavigation();
  const { years } = projection;
  const views = viewsOf(projection);
  const [wanted, setWanted] = useState<View | null>(null);
  const view = wanted !== null && views.includes(wanted) ? wanted : (views.at(-1) ?? 'realised');
  const [picked, setPicked] = useState<number | null>(null);
  const chosen = years.some(({ year }) => year === picked) ? picked : yearToBegin(projection);
  const unknownCost = useCall('holdings.read', {}).data?.unknownCost ?? 'zero-cost';
  const against = view === 'realised' ? null : 'realised';
  return (
    <UnknownCostContext value={unknownCost}>
      <Stack gap="lg">
        <ExitPlansCounted of={projection.exitPlans} on={withExits} onChange={onExits} />
        <Panel
          title="Tax years"
          about="From your files, your tax details and what is planned. Press a figure to see how it is computed, a year to see it in detail."
          aside={views.length > 1 && <ViewChoice views={views} view={view} onChange={setWanted} />}
        >
          {against !== null && (
            <Text size="sm" mb="sm">
              Framed figures differ from how it stands without the plan; beneath them stands by how much.
            </Text>
          )}
          <YearsTable
            label="Tax years"
            years={years}
            view={view}
            against={against}
            chosen={chosen}
            onChoose={setPicked}
          />
          <Group mt="md">
            <Button variant="default" size="compact-sm" onClick={() => go('plan', { tab: 'what-if' })}>
              What if something were different?
            </Button>
          </Group>
        </Panel>
        <Panel title="Tax by year">
          <SideBySide years={years} views={views} currency="USD" summary={taxSentence(years, views, 'USD')} />
        </Panel>
        {chosen !== null && <YearDetail years={years} chosen={chosen} view={view} onChoose={setPicked} />}
        <DeferralPanel deferral={projection.deferral} />
        <RestsOn projection={projection} view={view} />
      </Stack>
    </UnknownCostContext>
  );
}

interface ViewChoiceProps {
  readonly views: readonly View[];
  readonly view: View;
  onChange(view: View): void;
}

function ViewChoice({ views, view, onChange }: ViewChoiceProps): ReactNode {
  return (
    <SegmentedControl
      aria-label="Which view of the years"
      data={views.map((each) => ({ value: each, label: viewWords[each] }))}
      value={view}
      onChange={onChange}
    />
  );
}
