import { ActionIcon, Button, Group, MultiSelect, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { formatDate } from '../../ui/date-format.ts';
import { DecimalInput } from '../../ui/decimal-input.tsx';
import { formatQuantity } from '../../ui/number-format.ts';
import { Term } from '../../ui/term.tsx';
import { Fold } from './fold.tsx';
import type { ProfileDraft } from './profile-draft.ts';
import { addWaiting, historyRows, withHistory, type WaitingDraft } from './profile-past-draft.ts';
import classes from './plan.module.css';

export interface ProfilePastFieldsProps {
  readonly draft: ProfileDraft;
  setDraft(draft: ProfileDraft): void;
  readonly errors: Readonly<Record<string, string>>;
}

/** What years before the first one left, and what is supposed of years to come: most people need none of it. */
export function ProfilePastFields(props: ProfilePastFieldsProps): ReactNode {
  return (
    <Stack gap="md">
      <CarriedIn {...props} />
      <Waiting {...props} />
      <History {...props} />
      <Inflation {...props} />
    </Stack>
  );
}

function CarriedIn({ draft, setDraft, errors }: ProfilePastFieldsProps): ReactNode {
  const first = draft.years[0]?.year ?? 'the first year';
  return (
    <Fold
      title={`Losses of years before ${first} that you still carry`}
      startsOpen={draft.carryShort !== '' || draft.carryLong !== ''}
      heldOpen={'carryShort' in errors || 'carryLong' in errors}
    >
      <Text size="sm" c="dimmed" mb="xs">
        Losses that were larger than a year could use: your last return names them in the “Capital Loss
        Carryover Worksheet”, lines 8 and 13.
      </Text>
      <div className={classes.yearFields}>
        <DecimalInput
          label="Short-term losses carried in"
          unit="USD"
          value={draft.carryShort}
          onChange={(carryShort) => setDraft({ ...draft, carryShort })}
          error={errors['carryShort']}
          placeholder="0"
        />
        <DecimalInput
          label="Long-term losses carried in"
          unit="USD"
          value={draft.carryLong}
          onChange={(carryLong) => setDraft({ ...draft, carryLong })}
          error={errors['carryLong']}
          placeholder="0"
        />
      </div>
    </Fold>
  );
}

function Waiting({ draft, setDraft, errors }: ProfilePastFieldsProps): ReactNode {
  const first = draft.years[0]?.year ?? 0;
  const change = (row: WaitingDraft): void =>
    setDraft({ ...draft, waiting: draft.waiting.map((each) => (each.key === row.key ? row : each)) });
  return (
    <Fold
      title={`Hedge losses of years before ${first} that still wait`}
      startsOpen={draft.waiting.length > 0}
      heldOpen={Object.keys(errors).some((key) => key.startsWith('waiting '))}
    >
      <Text size="sm" c="dimmed" mb="xs">
        A loss on a <Term id="straddle">straddle</Term> waits while the coins it hedged have gains that were
        not taxed yet. Losses made inside this ledger are found by themselves; enter here only what was made
        before.
      </Text>
      <Stack gap="lg">
        {draft.waiting.map((row, index) => (
          <WaitingRow
            key={row.key}
            row={row}
            number={index + 1}
            errors={errors}
            onChange={change}
            onRemove={() =>
              setDraft({ ...draft, waiting: draft.waiting.filter((each) => each.key !== row.key) })
            }
          />
        ))}
      </Stack>
      <Button
        variant="default"
        size="compact-sm"
        mt="sm"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={() => setDraft({ ...draft, waiting: addWaiting(draft.waiting, first) })}
      >
        Add a loss that waits
      </Button>
    </Fold>
  );
}

interface WaitingRowProps {
  readonly row: WaitingDraft;
  readonly number: number;
  readonly errors: Readonly<Record<string, string>>;
  onChange(row: WaitingDraft): void;
  onRemove(): void;
}

const characters: readonly { readonly value: WaitingDraft['character']; readonly label: string }[] = [
  { value: 'short', label: 'Short-term' },
  { value: 'long', label: 'Long-term' },
  { value: 'section1256', label: 'Section 1256 (60/40)' },
  { value: 'sixty-forty', label: 'Coins beside section 1256 (60/40)' },
];

function WaitingRow({ row, number, errors, onChange, onRemove }: WaitingRowProps): ReactNode {
  const error = (field: string): string | undefined => errors[`waiting ${row.key} ${field}`];
  return (
    <div role="group" aria-label={`Loss that waits, number ${number}`}>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={600}>
          Loss {number}
        </Text>
        <ActionIcon size={28} aria-label={`Remove loss ${number}`} onClick={onRemove}>
          <IconTrash size={16} aria-hidden="true" />
        </ActionIcon>
      </Group>
      <div className={classes.yearFields}>
        <TextInput
          label="On what it was made"
          placeholder="short BTC futures"
          value={row.position}
          onChange={(event) => onChange({ ...row, position: event.currentTarget.value })}
          maxLength={200}
          error={error('position')}
        />
        <DecimalInput
          label="Amount that waits"
          unit="USD"
          value={row.amount}
          onChange={(amount) => onChange({ ...row, amount })}
          error={error('amount')}
        />
        <TextInput
          label="Year in which it was made"
          inputMode="numeric"
          value={row.year}
          onChange={(event) => onChange({ ...row, year: event.currentTarget.value })}
          error={error('year')}
        />
        <NativeSelect
          label="What kind of loss"
          data={characters.map(({ value, label }) => ({ value, label }))}
          value={row.character}
          onChange={(event) => {
            const chosen = characters.find(({ value }) => value === event.currentTarget.value);
            if (chosen !== undefined) onChange({ ...row, character: chosen.value });
          }}
        />
      </div>
      <LotsThatHold row={row} onChange={onChange} />
    </div>
  );
}

const mostLots = 500;

function LotsThatHold({ row, onChange }: Pick<WaitingRowProps, 'row' | 'onChange'>): ReactNode {
  const { data } = useCall('holdings.lots', { limit: mostLots });
  // A lot that lies in two accounts is one lot.
  const open = [...Map.groupBy(data?.lots ?? [], ({ lot }) => lot)].map(([value, parts]) => ({
    value,
    label: parts
      .map(
        ({ asset, quantity, acquiredDate }) =>
          `${formatQuantity(quantity)} ${asset} of ${formatDate(acquiredDate)}`,
      )
      .join(', '),
  }));
  const named = row.lots.filter((lot) => open.every(({ value }) => value !== lot));
  return (
    <MultiSelect
      mt="sm"
      label="Lots whose gain holds it back"
      description="Empty: all coins of the kind that the futures were about"
      data={[...open, ...named.map((lot) => ({ value: lot, label: lot }))]}
      value={[...row.lots]}
      onChange={(lots) => onChange({ ...row, lots })}
      searchable
      limit={60}
      clearable
      clearButtonProps={{ 'aria-label': 'No lots' }}
    />
  );
}

function History({ draft, setDraft, errors }: ProfilePastFieldsProps): ReactNode {
  const first = draft.years[0]?.year ?? 0;
  const change = (row: ProfileDraft['history'][number]): void =>
    setDraft({ ...draft, history: withHistory(draft.history, row) });
  return (
    <Fold
      title="Gains of the three years before, for a carryback"
      startsOpen={draft.history.length > 0}
      heldOpen={Object.keys(errors).some((key) => key.startsWith('history '))}
    >
      <Text size="sm" c="dimmed" mb="xs">
        A loss on <Term id="section-1256">section 1256 contracts</Term> may be carried back three years
        against gains on such contracts, if you choose so. Needed only if you do; the figures stand on your
        old returns.
      </Text>
      <div className={classes.yearFields}>
        {historyRows(draft.history, first).flatMap((row) => [
          <DecimalInput
            key={`${row.year} 1256`}
            label={`${row.year}: gain on section 1256 contracts`}
            description="Form 6781, line 7; a loss with a minus"
            unit="USD"
            value={row.section1256Gain}
            onChange={(section1256Gain) => change({ ...row, section1256Gain })}
            error={errors[`history ${row.year} section1256Gain`]}
          />,
          <DecimalInput
            key={`${row.year} all`}
            label={`${row.year}: all capital gains`}
            description="Schedule D, line 16; a loss with a minus"
            unit="USD"
            value={row.capitalGainNetIncome}
            onChange={(capitalGainNetIncome) => change({ ...row, capitalGainNetIncome })}
            error={errors[`history ${row.year} capitalGainNetIncome`]}
          />,
        ])}
      </div>
    </Fold>
  );
}

function Inflation({ draft, setDraft, errors }: ProfilePastFieldsProps): ReactNode {
  return (
    <Fold
      title="Years whose tax brackets are not published yet"
      startsOpen={draft.inflation !== ''}
      heldOpen={'inflation' in errors}
    >
      <DecimalInput
        label="Brackets rise each year by"
        description="Brackets and deductions rise with prices. A year that has none yet takes the last ones; with a figure here they are supposed to rise by as much a year. The thresholds of the net investment income tax never rise"
        unit="%"
        placeholder="0"
        value={draft.inflation}
        onChange={(inflation) => setDraft({ ...draft, inflation })}
        error={errors['inflation']}
      />
    </Fold>
  );
}
