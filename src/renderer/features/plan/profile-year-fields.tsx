import { Button, Fieldset, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { DecimalInput } from '../../ui/decimal-input.tsx';
import { filingStatuses } from '../../ui/filing-statuses.ts';
import { Fold } from './fold.tsx';
import { isFilled, yearAmounts, type YearDraft } from './profile-draft.ts';
import classes from './plan.module.css';

export interface ProfileYearFieldsProps {
  readonly year: YearDraft;
  readonly errors: Readonly<Record<string, string>>;
  onChange(year: YearDraft): void;
  /** Only the first and the last year can go: there are no holes. */
  readonly onRemove: (() => void) | null;
}

/** One tax year of the taxpayer, apart from the ledger. */
export function ProfileYearFields(props: ProfileYearFieldsProps): ReactNode {
  const { year, errors, onChange, onRemove } = props;
  return (
    <Fieldset legend={`Tax year ${year.year}`}>
      <div className={classes.yearFields}>
        <NativeSelect
          label="Filing status"
          data={filingStatuses.map(({ value, label }) => ({ value, label }))}
          value={year.filingStatus}
          onChange={(event) => {
            const chosen = filingStatuses.find(({ value }) => value === event.currentTarget.value);
            if (chosen !== undefined) onChange({ ...year, filingStatus: chosen.value });
          }}
        />
        <Amounts {...props} more={false} />
        <DecimalInput
          label="State income tax"
          description="A plain rate on your federal taxable income; empty for none"
          unit="%"
          placeholder="0"
          value={year.stateRate}
          onChange={(stateRate) => onChange({ ...year, stateRate })}
          error={errors[`${year.year} stateRate`]}
        />
      </div>
      <Fold
        title={`More about ${year.year}: dividends, other gains, age`}
        startsOpen={isFilled(year)}
        heldOpen={yearAmounts.some(({ key, more }) => more === true && `${year.year} ${key}` in errors)}
      >
        <div className={classes.yearFields}>
          <Amounts {...props} more />
          <People
            label="People aged 65 or older on the return"
            value={year.seniors}
            onChange={(seniors) => onChange({ ...year, seniors })}
          />
          <People
            label="Blind people on the return"
            value={year.blind}
            onChange={(blind) => onChange({ ...year, blind })}
          />
        </div>
      </Fold>
      {onRemove !== null && (
        <Button variant="subtle" color="red" size="compact-sm" mt="sm" onClick={onRemove}>
          Remove {year.year}
        </Button>
      )}
    </Fieldset>
  );
}

function Amounts({
  year,
  errors,
  onChange,
  more,
}: ProfileYearFieldsProps & { readonly more: boolean }): ReactNode {
  return yearAmounts
    .filter((each) => (each.more === true) === more)
    .map(({ key, label, about }) => (
      <DecimalInput
        key={key}
        label={label}
        description={about}
        unit="USD"
        placeholder={key === 'deduction' ? 'standard' : '0'}
        value={year[key]}
        onChange={(text) => onChange({ ...year, [key]: text })}
        error={errors[`${year.year} ${key}`]}
      />
    ));
}

interface PeopleProps {
  readonly label: string;
  readonly value: number;
  onChange(value: number): void;
}

/** They raise the standard deduction. */
function People({ label, value, onChange }: PeopleProps): ReactNode {
  return (
    <NativeSelect
      label={label}
      description="At the end of the year; raises the standard deduction"
      data={['0', '1', '2']}
      value={String(value)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}
