import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { daysBetween, formatAge } from '../../../ui/date-format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText, PriceText, QuantityText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Term } from '../../../ui/term.tsx';
import { Fold } from '../fold.tsx';
import { lotColumns } from './lot-columns.tsx';
import { SentenceList } from './sentence-list.tsx';
import { coinsOfSteps, dayGroups, type ExitDay, type ExitPlan } from './exit-model.ts';
import classes from './exit.module.css';

/** The schedule, day by day, in the order in which things are done. */
export function StepsPart({ plan }: { readonly plan: ExitPlan }): ReactNode {
  return (
    <Panel
      title="What to do, day by day"
      about={
        plan.days.length === 0
          ? undefined
          : 'In this order. Each day has a close-out sheet with its orders once the plan is saved.'
      }
    >
      {plan.days.length === 0 ? (
        <Text size="sm">Nothing needs to be done: you stand where you want to be.</Text>
      ) : (
        <ol className={classes.days}>
          {dayGroups(plan.days).map(({ days, rollsOnly }) =>
            rollsOnly && days.length > 1 ? (
              <Rolls key={days[0]?.date} days={days} plan={plan} />
            ) : (
              days.map((day) => <Day key={day.date} day={day} plan={plan} />)
            ),
          )}
        </ol>
      )}
      <Kept plan={plan} />
    </Panel>
  );
}

/** Many days of the same errand: folded, so that the days that matter stand out. */
function Rolls({ days, plan }: { readonly days: readonly ExitDay[]; readonly plan: ExitPlan }): ReactNode {
  return (
    <li className={classes.day}>
      <div>
        <Text fw={600}>
          <DateText value={days[0]?.date ?? null} />
        </Text>
        <Text size="xs" c="dimmed">
          to <DateText value={days.at(-1)?.date ?? null} />
        </Text>
      </div>
      <div>
        <Text size="sm">
          On {days.length} days contracts that end are <Term id="roll">rolled</Term> into later ones; nothing
          else is done.
        </Text>
        <Fold title={`The ${days.length} days`}>
          <ol className={classes.days}>
            {days.map((day) => (
              <Day key={day.date} day={day} plan={plan} />
            ))}
          </ol>
        </Fold>
      </div>
    </li>
  );
}

function Day({ day, plan }: { readonly day: ExitDay; readonly plan: ExitPlan }): ReactNode {
  const { date, why, words, sells, hedges } = day;
  return (
    <li className={classes.day}>
      <div>
        <Text fw={600}>
          <DateText value={date} />
        </Text>
        <Text size="xs" c="dimmed">
          {formatAge(daysBetween(date, plan.asOf))}
        </Text>
      </div>
      <div>
        {words.map((sentence) => (
          <Text key={sentence} size="sm">
            <Sentence>{sentence}</Sentence>
          </Text>
        ))}
        {why.length > 0 && (
          <Text size="xs" c="dimmed" mt={2}>
            Why this day: <Sentence>{why.join('; ')}</Sentence>
          </Text>
        )}
        {sells.length > 0 && (
          <Fold title={sells.length === 1 ? 'The lot it sells' : `The ${sells.length} lots it sells`}>
            <DataTable
              label="Lots that are sold"
              rows={sells}
              rowKey={({ lot }, index) => `${lot} ${index}`}
              columns={lotColumns<ExitDay['sells'][number]>(plan.currency, {
                key: 'proceeds',
                header: 'Brings',
                of: ({ proceeds }) => proceeds,
              })}
            />
          </Fold>
        )}
        {hedges.length > 0 && (
          <Fold title="The futures it trades">
            <DataTable
              label="Futures that are traded"
              rows={hedges}
              rowKey={({ position, move }, index) => `${position} ${move} ${index}`}
              columns={hedgeColumns}
            />
          </Fold>
        )}
      </div>
    </li>
  );
}

/** Hedges that stay beyond the first day, and until when. */
function Kept({ plan }: { readonly plan: ExitPlan }): ReactNode {
  const kept = plan.futures.filter(({ heldUntil }) => heldUntil !== null);
  if (kept.length === 0) return null;
  return (
    <Fold
      title={
        kept.length === 1 ? 'The hedge that stays meanwhile' : `The ${kept.length} hedges that stay meanwhile`
      }
      startsOpen
    >
      <DataTable
        label="Hedges that stay"
        rows={kept}
        rowKey={({ position }) => position}
        columns={keptColumns}
      />
      <SentenceList sentences={[...new Set(kept.map(({ carryWords }) => carryWords))]} />
    </Fold>
  );
}

type HedgeMove = ExitDay['hedges'][number];
type Future = ExitPlan['futures'][number];

const moveWords: Readonly<Record<HedgeMove['move'], string>> = {
  open: 'Open',
  reduce: 'Make smaller',
  close: 'Close',
  roll: 'Roll',
};

const hedgeColumns: readonly Column<HedgeMove>[] = [
  { key: 'move', header: 'What', cell: ({ move, side }) => `${moveWords[move]} ${side}` },
  { key: 'contract', header: 'Contract', cell: ({ contractName }) => contractName },
  {
    key: 'quantity',
    header: 'Order',
    align: 'right',
    cell: ({ quantity }) => <QuantityText value={quantity} />,
  },
  {
    key: 'coins',
    header: 'In coins',
    align: 'right',
    cell: ({ coins, asset }) => <QuantityText value={coins} unit={asset} />,
  },
  {
    key: 'after',
    header: 'Open after',
    align: 'right',
    cell: ({ coinsAfter, asset }) => <QuantityText value={coinsAfter} unit={asset} />,
  },
  { key: 'price', header: 'Assumed price', align: 'right', cell: ({ price }) => <PriceText value={price} /> },
];

const keptColumns: readonly Column<Future>[] = [
  {
    key: 'contract',
    header: 'Contract',
    cell: ({ contractName, side }) => `${side === 'short' ? 'Short' : 'Long'} ${contractName}`,
  },
  { key: 'is', header: 'Now', cell: ({ isOpen }) => (isOpen ? 'Open' : 'To be opened') },
  {
    key: 'kept',
    header: 'Moves with',
    align: 'right',
    cell: ({ stepsKept, coinsPerStep, asset }) => (
      <QuantityText value={coinsOfSteps(stepsKept, coinsPerStep)} unit={asset} />
    ),
  },
  { key: 'until', header: 'Until', cell: ({ heldUntil }) => <DateText value={heldUntil} /> },
];
