import { Badge, Button, Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconClockHour4, IconDeviceFloppy } from '@tabler/icons-react';
import { memo, useState, type ReactNode } from 'react';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { HeadlineFigure } from '../../../ui/headline-figure.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { MoneyText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Term } from '../../../ui/term.tsx';
import { Assumptions } from '../assumptions-list.tsx';
import classes from '../plan.module.css';
import { KeepScenario } from '../scenarios/keep-scenario.tsx';
import { CostPart } from './cost-part.tsx';
import type { ExitRequest } from './exit-draft.ts';
import { exitParts, partWords, qualityOf, type ExitPart, type ExitPlan } from './exit-model.ts';
import { ExitIssues } from './exit-issues.tsx';
import { ExposurePart } from './exposure-part.tsx';
import { HarvestPart } from './harvest-part.tsx';
import { SavePlanModal } from './save-plan-modal.tsx';
import { StepsPart } from './steps-part.tsx';
import { TaxPart } from './tax-part.tsx';
import { UncertaintyPart } from './uncertainty-part.tsx';
import { UsedFigures } from './used-figures-table.tsx';

export interface ExitAnswerProps {
  readonly plan: ExitPlan;
  readonly request: ExitRequest;
  /** False while the form says something else. */
  readonly canSave: boolean;
}

/** The answer in words first, how sure it is, then one question at a time. Drawn again only for another answer. */
export const ExitAnswer = memo(function ExitAnswer({ plan, request, canSave }: ExitAnswerProps): ReactNode {
  const [part, setPart] = useState<ExitPart>('steps');
  const [saving, setSaving] = useState(false);
  return (
    <Stack gap="lg">
      <Panel
        title="The plan"
        aside={
          <Group gap="sm">
            <KeepScenario assumptions={{ exit: request }} />
            <Button
              leftSection={<IconDeviceFloppy size={16} aria-hidden="true" />}
              disabled={!canSave}
              onClick={() => setSaving(true)}
            >
              Save as plan
            </Button>
          </Group>
        }
      >
        <Stack gap="md">
          <div role="status">
            <Text className={classes.answer}>
              <Sentence>{plan.sentence}</Sentence>
            </Text>
            {plan.savesWords !== null && (
              <Text className={classes.answer}>
                <Sentence>{plan.savesWords}</Sentence>
              </Text>
            )}
          </div>
          <Headlines plan={plan} />
          <QualityLine plan={plan} />
        </Stack>
      </Panel>
      <SegmentedControl
        aria-label="Part of the plan"
        data={exitParts.map((each) => ({ value: each, label: partWords[each] }))}
        value={part}
        onChange={setPart}
        fullWidth
        className={classes.parts ?? ''}
      />
      <PartOf part={part} plan={plan} request={request} />
      <ExitIssues issues={plan.issues} />
      <div>
        <Assumptions title="How it was found, and what it leaves out" sentences={plan.words} />
        <UsedFigures plan={plan} />
        <Assumptions title="What the tax rests on" sentences={plan.notes} />
      </div>
      <SavePlanModal opened={saving} plan={plan} request={request} onClose={() => setSaving(false)} />
    </Stack>
  );
});

function PartOf({
  part,
  plan,
  request,
}: { readonly part: ExitPart } & Pick<ExitAnswerProps, 'plan' | 'request'>): ReactNode {
  switch (part) {
    case 'steps':
      return <StepsPart plan={plan} />;
    case 'tax':
      return <TaxPart plan={plan} />;
    case 'costs':
      return <CostPart plan={plan} />;
    case 'exposure':
      return <ExposurePart plan={plan} />;
    case 'uncertainty':
      return <UncertaintyPart request={request} said={plan.issues} cost={plan.cost} />;
    case 'harvest':
      return <HarvestPart request={request} said={plan.issues} />;
  }
}

function Headlines({ plan }: Pick<ExitAnswerProps, 'plan'>): ReactNode {
  const { cost, saves, tax, lockedMargin, currency, trace } = plan;
  return (
    <SimpleGrid component="dl" m={0} cols={{ base: 2, lg: 4 }} spacing="lg">
      <HeadlineFigure
        label={
          <>
            Cost in <Term id="present-value">today’s money</Term>
          </>
        }
        note={cost.startsWith('-') ? 'Below zero: it brings more than it costs' : undefined}
      >
        <ExplainTrace trace={trace} of="cost in today’s money">
          <MoneyText value={cost} currency={currency} />
        </ExplainTrace>
      </HeadlineFigure>
      <HeadlineFigure
        label="Less than the best simple rule"
        note={saves === null ? 'No simple rule is possible' : undefined}
      >
        <MoneyText value={saves} currency={currency} unknown="no simple rule is possible" />
      </HeadlineFigure>
      <HeadlineFigure label="Tax that it adds, all years">
        <MoneyText value={tax} currency={currency} />
      </HeadlineFigure>
      <HeadlineFigure
        label={
          <>
            <Term id="margin">Margin</Term> locked, at most
          </>
        }
        note={lockedMargin === null ? 'The margin of a contract is not known: ask the venue' : undefined}
      >
        <MoneyText value={lockedMargin} currency={currency} />
      </HeadlineFigure>
    </SimpleGrid>
  );
}

function QualityLine({ plan }: Pick<ExitAnswerProps, 'plan'>): ReactNode {
  const { badge, color, words } = qualityOf(plan);
  const Icon = color === 'teal' ? IconCircleCheck : IconClockHour4;
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <Badge variant="light" color={color} tt="none" leftSection={<Icon size={13} aria-hidden="true" />}>
        {badge}
      </Badge>
      <Text size="sm">
        <Sentence>{words}</Sentence> <Term id="optimality-gap">How this is known</Term>
      </Text>
    </Group>
  );
}
