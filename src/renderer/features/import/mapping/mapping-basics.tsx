import { NativeSelect, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Profile } from './edit-profile.ts';
import type { MappingPartProps } from './mapping-form.tsx';

const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];
const asFile = 'As the file shows';

/** What the mapping is called, whose rows they are, and how times and numbers are written. */
export function MappingBasics({ profile, onChange }: MappingPartProps): ReactNode {
  const { name, account, timeZone, dateOrder, decimalMark } = profile;
  return (
    <SimpleGrid cols={{ base: 2, lg: 3 }}>
      <TextInput
        label="Name of the mapping"
        description="Files with these columns are known by it next time."
        value={name}
        onChange={(event) => onChange({ ...profile, name: event.currentTarget.value })}
      />
      <TextInput
        label="Account"
        description="Where the rows belong."
        value={account.name}
        onChange={(event) =>
          onChange({ ...profile, account: { ...account, name: event.currentTarget.value } })
        }
      />
      <NativeSelect
        label="Kind of account"
        description="What the account is."
        data={[
          { value: 'exchange', label: 'An exchange: coins and money' },
          { value: 'futures', label: 'A futures account' },
          { value: 'wallet', label: 'A wallet' },
        ]}
        value={account.kind}
        onChange={(event) => {
          const kind = event.currentTarget.value as Profile['account']['kind'];
          onChange({ ...profile, account: { ...account, kind } });
        }}
      />
      <Select
        label="Time zone"
        description="Of times that do not say theirs."
        placeholder="As the file says, else UTC"
        data={zones}
        value={timeZone ?? null}
        onChange={(zone) => onChange({ ...profile, timeZone: zone ?? undefined })}
        searchable
        clearable
        limit={50}
      />
      <NativeSelect
        label="What comes first in a date"
        description="Where the file does not tell, you are asked."
        data={[
          { value: '', label: asFile },
          { value: 'day-first', label: 'The day: 31/12/2025' },
          { value: 'month-first', label: 'The month: 12/31/2025' },
          { value: 'year-first', label: 'The year: 2025/12/31' },
        ]}
        value={dateOrder ?? ''}
        onChange={(event) => {
          const order = event.currentTarget.value;
          onChange({ ...profile, dateOrder: order === '' ? undefined : (order as Profile['dateOrder']) });
        }}
      />
      <NativeSelect
        label="Decimal mark"
        description="Between whole coins and parts of one."
        data={[
          { value: '', label: asFile },
          { value: '.', label: 'A point: 1.5' },
          { value: ',', label: 'A comma: 1,5' },
        ]}
        value={decimalMark ?? ''}
        onChange={(event) => {
          const mark = event.currentTarget.value;
          onChange({ ...profile, decimalMark: mark === '' ? undefined : (mark as Profile['decimalMark']) });
        }}
      />
    </SimpleGrid>
  );
}
