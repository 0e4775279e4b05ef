import {
  Badge,
  Button,
  Group,
  Modal,
  NativeSelect,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { IconPrinter, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Issues } from '../../../ui/issues.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { useNavigation } from '../../../ui/navigation.tsx';
import { DateText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer, Failure } from '../../../ui/states.tsx';
import { Assumptions } from '../assumptions-list.tsx';
import { IdentifyPanel } from './identify-panel.tsx';
import { OrdersPanel } from './orders-panel.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { ResultsPanel } from './results-panel.tsx';
import { dayOf, stateColors, stateWords, type ExitPlanKept, type Sheet } from './sheet-model.ts';
import { StepsPanel } from './steps-panel.tsx';
import classes from './close-out.module.css';

export interface ExitPlanViewProps {
  readonly plan: ExitPlanKept;
  /** The day that the address names. */
  readonly named: string | undefined;
}

type Part = 'sheet' | 'actual';

/** One saved exit plan: the sheet of a day, and plan against what came in. */
export function ExitPlanView({ plan, named }: ExitPlanViewProps): ReactNode {
  const [part, setPart] = useState<Part>('sheet');
  return (
    <Stack gap="lg">
      <PlanHead plan={plan} part={part} setPart={setPart} />
      {part === 'sheet' ? <DaySheet plan={plan} named={named} /> : <ProgressPanel plan={plan} />}
      <Assumptions title="What the plan took for granted when it was saved" sentences={plan.assumptions} />
    </Stack>
  );
}

interface PlanHeadProps {
  readonly plan: ExitPlanKept;
  readonly part: Part;
  setPart(part: Part): void;
}

function PlanHead({ plan, part, setPart }: PlanHeadProps): ReactNode {
  const [dropping, setDropping] = useState(false);
  return (
    <>
      <Panel
        title={plan.name}
        about={
          <>
            <Sentence>{plan.sentence}</Sentence> Saved <DateText value={plan.asOf} />
            {plan.version > 1 && <>, version {plan.version}</>}.{plan.reason !== '' && <> {plan.reason}</>}
          </>
        }
        aside={
          <Group gap="sm" className="no-print">
            <SegmentedControl
              aria-label="What to look at"
              data={[
                { value: 'sheet', label: 'Close-out sheet' },
                { value: 'actual', label: 'Plan and actual' },
              ]}
              value={part}
              onChange={setPart}
            />
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={16} aria-hidden="true" />}
              onClick={() => setDropping(true)}
            >
              Drop
            </Button>
          </Group>
        }
      />
      <DropModal plan={plan} opened={dropping} onClose={() => setDropping(false)} />
    </>
  );
}

interface DropModalProps {
  readonly plan: ExitPlanKept;
  readonly opened: boolean;
  onClose(): void;
}

function DropModal({ plan, opened, onClose }: DropModalProps): ReactNode {
  const isTop = useLayer(opened);
  const drop = useCommand('exit.drop');
  const [reason, setReason] = useState('');
  return (
    <Modal opened={opened} onClose={onClose} closeOnEscape={isTop} title={`Drop “${plan.name}”`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void drop
            .run({ plan: plan.id, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) })
            .then((result) => {
              if (result?.ok === true) onClose();
            });
        }}
      >
        <Stack gap="md">
          <Text size="sm">
            It leaves your calendar and your lists. What was recorded about lots stays on record, and the
            ledger keeps the plan with the day on which it was dropped.
          </Text>
          <Textarea
            label="Why"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
          />
          {drop.failure !== null && <Failure failure={drop.failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Keep it
            </Button>
            <Button type="submit" color="red" loading={drop.busy}>
              Drop the plan
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function DaySheet({ plan, named }: ExitPlanViewProps): ReactNode {
  const { go } = useNavigation();
  const date = dayOf(plan, named);
  const [slices, setSlices] = useState('');
  const call = useCall(
    'exit.sheet',
    {
      plan: plan.id,
      ...(date === null ? {} : { date }),
      ...(slices === '' ? {} : { slices: Number(slices) }),
    },
    { keepPrevious: true },
  );
  return (
    <Stack gap="lg">
      <Group className="no-print" gap="xs" role="group" aria-label="Day">
        {plan.days.map((day) => (
          <Button
            key={day.date}
            size="compact-md"
            variant={day.date === date ? 'filled' : 'default'}
            aria-pressed={day.date === date}
            onClick={() => go('plan', { tab: 'close-out', exit: plan.id, date: day.date })}
          >
            <span>
              <DateText value={day.date} />{' '}
              <Text span size="xs">
                {day.done} of {day.steps} done
              </Text>
            </span>
          </Button>
        ))}
      </Group>
      <NativeSelect
        className="no-print"
        label="Cut futures orders into at most"
        description="More slices leave you less off target on the way, and are more work"
        data={[
          { value: '', label: '10 slices' },
          { value: '1', label: '1: each order whole' },
          { value: '3', label: '3 slices' },
          { value: '5', label: '5 slices' },
          { value: '20', label: '20 slices' },
        ]}
        value={slices}
        onChange={(event) => setSlices(event.currentTarget.value)}
        maw={320}
      />
      <Answer of={call} what="Writing the sheet">
        {(sheet) => <SheetView sheet={sheet} />}
      </Answer>
    </Stack>
  );
}

function SheetView({ sheet }: { readonly sheet: Sheet }): ReactNode {
  const state = sheet.plan.days.find(({ date }) => date === sheet.date)?.state;
  return (
    <div className={classes.sheet}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Text className={classes.sentence}>
            <Sentence>{sheet.sentence}</Sentence>
          </Text>
          {state !== undefined && (
            <Badge variant="light" color={stateColors[state]} tt="none" mt={4}>
              {stateWords[state]}
            </Badge>
          )}
        </div>
        <Button
          variant="default"
          className="no-print"
          style={{ flex: 'none' }}
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          Print
        </Button>
      </Group>
      {sheet.issues.length > 0 && <Issues issues={sheet.issues} />}
      <IdentifyPanel sheet={sheet} />
      <OrdersPanel sheet={sheet} />
      <ResultsPanel sheet={sheet} />
      <StepsPanel plan={sheet.plan} steps={sheet.steps} title="Steps of the day" />
    </div>
  );
}
