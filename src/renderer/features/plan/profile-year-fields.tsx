import { Button, Fieldset, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { DecimalInput } from '../../ui/decimal-input.tsx';
import { filingStatuses } from '../../ui/filing-statuses.ts';
import { yearAmounts, type YearDraft } from './profile-draft.ts';
import classes from './plan.module.css';

export interface ProfileYearFieldsProps {
  readonly year: YearDraft;
  readonly errors: Readonly<Record<string, string>>;
  onChange(year: YearDraft): void;
  /** Only the first and the last year can go: there are no holes. */
  readonly onRemove: (() => void) | null;
}

/** One tax year of the taxpayer, apart from the ledger. */
export function ProfileYearFields({ year, errors, onChange, onRemove }: ProfileYearFieldsProps): ReactNode {
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
        {yearAmounts.map(({ key, label, about }) => (
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
        ))}
      </div>
      {onRemove !== null && (
        <Button variant="subtle" color="red" size="compact-sm" mt="sm" onClick={onRemove}>
          Remove {year.year}
        </Button>
      )}
    </Fieldset>
  );
}
