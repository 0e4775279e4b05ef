import { NativeSelect, Select, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MappingFieldsProps } from './field-props.ts';
import { withChoice, type Profile } from './mapping-draft.ts';
import { MappingSection } from './mapping-section.tsx';
import { errorOf } from './problem-words.ts';
import { SignFields } from './sign-fields.tsx';

const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

const dateOrders: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: 'As the file shows it' },
  { value: 'year-first', label: 'Year first: 2025-03-01' },
  { value: 'day-first', label: 'Day first: 01.03.2025 is the 1st of March' },
  { value: 'month-first', label: 'Month first: 03/01/2025 is the 1st of March' },
];

const decimalMarks: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: 'As the file shows it' },
  { value: '.', label: 'With a point: 1,234.56' },
  { value: ',', label: 'With a comma: 1.234,56' },
];

export interface WritingFieldsProps extends MappingFieldsProps {
  /** Nothing in the file says the time zone. */
  readonly isZoneAssumed: boolean;
}

/** How times and numbers are written, and what their signs say. */
export function WritingFields(props: WritingFieldsProps): ReactNode {
  const { profile, problems, change, isZoneAssumed } = props;
  return (
    <MappingSection
      title="How it is written"
      about="Times and numbers, and what a sign says. What cannot be told from the file is asked."
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <NativeSelect
          label="Order of a date"
          error={errorOf(problems, 'dateOrder')}
          value={profile.dateOrder ?? ''}
          onChange={(event) =>
            change(withChoice(profile, 'dateOrder', event.currentTarget.value as Profile['dateOrder']))
          }
          data={[...dateOrders]}
        />
        <Select
          label="Time zone"
          description={
            isZoneAssumed
              ? 'The file does not say it, so UTC is assumed. Choose another if its times are those of your clock'
              : 'Of times that do not say it themselves'
          }
          error={errorOf(problems, 'timeZone')}
          placeholder="As the file says; else UTC"
          value={profile.timeZone ?? null}
          onChange={(zone) => change(withChoice(profile, 'timeZone', zone))}
          data={[...zones]}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'Leave the time zone to the file' }}
          limit={50}
        />
        <NativeSelect
          label="Decimals"
          error={errorOf(problems, 'decimalMark')}
          value={profile.decimalMark ?? ''}
          onChange={(event) =>
            change(withChoice(profile, 'decimalMark', event.currentTarget.value as Profile['decimalMark']))
          }
          data={[...decimalMarks]}
        />
        <SignFields {...props} />
      </SimpleGrid>
    </MappingSection>
  );
}
