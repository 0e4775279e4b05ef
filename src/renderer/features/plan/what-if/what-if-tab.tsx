import { Alert, Badge, Button, Group, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { IconArrowBackUp, IconPencil } from '@tabler/icons-react';
import { memo, useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { HeadlineFigure } from '../../../ui/headline-figure.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { MoneyText } from '../../../ui/numbers.tsx';
import { Stale } from '../../../ui/stale.tsx';
import { Answer } from '../../../ui/states.tsx';
import { WhatIf } from '../../../ui/what-if.tsx';
import { DeferralPanel } from '../years/deferral-panel.tsx';
import { taxSentence, viewsOf, yearToBegin, type Projection } from '../years/projection.ts';
import { ExitPlansCounted } from '../years/exit-plans-counted.tsx';
import { RestsOn } from '../years/rests-on.tsx';
import { SideBySide } from '../years/side-by-side.tsx';
import { YearDetail } from '../years/year-detail.tsx';
import { NeedsTaxDetails } from '../years/years-tab.tsx';
import { YearsTable } from '../years/years-table.tsx';
import { KeepScenario } from '../scenarios/keep-scenario.tsx';
import { useTaxWhatIf, type TaxWhatIf } from './use-tax-what-if.ts';
import { isUntouched } from './what-if-draft.ts';
import { WhatIfForm } from './what-if-form.tsx';

export interface WhatIfTabProps {
  readonly profileMissing: boolean;
  openProfile(): void;
}

/** Change an income, a price, a date or a choice, and see the years move. */
export function WhatIfTab({ profileMissing, openProfile }: WhatIfTabProps): ReactNode {
  const [withExits, setWithExits] = useState(true);
  const projection = useCall('plan.projection', withExits ? {} : { exitPlans: false }, {
    enabled: !profileMissing,
    keepPrevious: true,
  });
  if (profileMissing) return <NeedsTaxDetails openProfile={openProfile} />;
  return (
    <Answer of={projection} what="Assessing your tax years">
      {(base) => <Supposed base={base} withExits={withExits} onExits={setWithExits} />}
    </Answer>
  );
}

interface SupposedProps {
  readonly base: Projection;
  readonly withExits: boolean;
  onExits(on: boolean): void;
}

function Supposed({ base, withExits, onExits }: SupposedProps): ReactNode {
  const whatIf = useTaxWhatIf(base.asOf, withExits);
  return (
    <WhatIf
      title="What would my tax years be if…"
      about="Change something: the years below move at once. Nothing here changes your ledger."
    >
      <Stack gap="xl">
        <ExitPlansCounted of={base.exitPlans} on={withExits} onChange={onExits} />
        <WhatIfForm base={base} whatIf={whatIf} />
        <Group justify="space-between">
          <State whatIf={whatIf} />
          <Group gap="sm">
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
              disabled={isUntouched(whatIf.draft)}
              onClick={whatIf.reset}
            >
              Start again
            </Button>
            <KeepScenario
              assumptions={
                isUntouched(whatIf.draft) || whatIf.checked.scenario === null
                  ? null
                  : { tax: whatIf.checked.scenario }
              }
            />
          </Group>
        </Group>
        <Answer of={whatIf.answer} what="Working out the years">
          {(answer) => (
            <Stale is={whatIf.stale}>
              <Outcome answer={whatIf.shown ?? answer} />
            </Stale>
          )}
        </Answer>
      </Stack>
    </WhatIf>
  );
}

/** What the figures below are of, in words. */
function State({ whatIf: { checked, stale, draft, answer } }: { readonly whatIf: TaxWhatIf }): ReactNode {
  // Below stands why there are no figures.
  if (answer.isError) return <span />;
  if (checked.scenario === null)
    return (
      <Alert color="yellow" icon={<IconPencil aria-hidden="true" />} p="xs">
        A field cannot be read yet: the figures are of what was typed before.
      </Alert>
    );
  return (
    <Badge variant="light" color={stale ? 'yellow' : 'gray'} tt="none" size="lg">
      {stale ? 'Working it out…' : isUntouched(draft) ? 'Nothing supposed yet' : 'Up to date'}
    </Badge>
  );
}

interface OutcomeProps {
  readonly answer: CallAnswer<'plan.whatIf'>;
}

/** All that is large: drawn for an answer, not for each key. */
const Outcome = memo(function Outcome({ answer: { projection, totalTax, words } }: OutcomeProps): ReactNode {
  const [changesOnly, setChangesOnly] = useState(false);
  const [picked, setPicked] = useState<number | null>(null);
  const { years } = projection;
  const views = viewsOf(projection);
  const moved = views.includes('scenario');
  const chosen = years.some(({ year }) => year === picked) ? picked : yearToBegin(projection);
  const shown = years.filter(({ status, differences }) => status !== 'past' || differences.length > 0);
  return (
    <Stack gap="xl">
      <div role="status">
        {words.map((sentence) => (
          <Text key={sentence} fw={550} size="lg">
            <Sentence>{sentence}</Sentence>
          </Text>
        ))}
      </div>
      <Totals totalTax={totalTax} />
      <div>
        <Group justify="space-between" mb="sm">
          <Text size="sm">
            {moved
              ? 'Framed figures differ from your plan; beneath them stands by how much.'
              : 'No figure differs from your plan.'}
          </Text>
          <Switch
            label="Only lines that change"
            checked={changesOnly}
            disabled={!moved}
            onChange={(event) => setChangesOnly(event.currentTarget.checked)}
          />
        </Group>
        <YearsTable
          label="Tax years, what if"
          years={shown}
          view="scenario"
          against="planned"
          changesOnly={changesOnly && moved}
          chosen={chosen}
          onChoose={setPicked}
        />
      </div>
      <SideBySide years={shown} views={views} currency="USD" summary={taxSentence(shown, views, 'USD')} />
      {chosen !== null && <YearDetail years={shown} chosen={chosen} view="scenario" onChoose={setPicked} />}
      <DeferralPanel deferral={projection.deferral} />
      <RestsOn projection={projection} view="scenario" />
    </Stack>
  );
});

function Totals({ totalTax }: { readonly totalTax: OutcomeProps['answer']['totalTax'] }): ReactNode {
  return (
    <SimpleGrid component="dl" m={0} cols={3} spacing="lg" maw={760}>
      <HeadlineFigure label="Tax with your plan" note={`${totalTax.firstYear} to ${totalTax.lastYear}`}>
        <MoneyText value={totalTax.planned} />
      </HeadlineFigure>
      <HeadlineFigure label="Tax, what if">
        <MoneyText value={totalTax.scenario} />
      </HeadlineFigure>
      <HeadlineFigure label="Difference" note="Less is better">
        <MoneyText value={totalTax.difference} signed="plain" />
      </HeadlineFigure>
    </SimpleGrid>
  );
}
