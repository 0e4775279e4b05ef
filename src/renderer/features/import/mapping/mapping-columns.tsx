import { MultiSelect, Text, Title } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import {
  MAPPING_ROLES,
  mappingRoleWords,
  type MappingRole,
} from '../../../../shared/domain/mapping-profile.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { RawRow } from '../../../ui/raw-row.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { rolesOf, withRoles, type Profile, type Suggestion } from './edit-profile.ts';
import type { MappingPartProps } from './mapping-form.tsx';

type FileColumn = Suggestion['columns'][number];

const roleChoices = MAPPING_ROLES.map((role) => ({ value: role, label: mappingRoleWords[role] }));

/** Each column with some of its cells, and what it says. */
export function MappingColumns({ profile, suggestion, onChange }: MappingPartProps): ReactNode {
  const columns = useMemo(() => columnsOf(profile, onChange), [profile, onChange]);
  return (
    <section aria-label="Columns">
      <Title order={3} size="h5" mb="xs">
        What each column says
      </Title>
      <DataTable
        label="Columns of the file"
        rows={suggestion.columns}
        columns={columns}
        rowKey={({ name }) => name}
      />
    </section>
  );
}

function columnsOf(profile: Profile, onChange: MappingPartProps['onChange']): readonly Column<FileColumn>[] {
  return [
    { key: 'title', header: 'Column', cell: ({ title }) => <b>{title}</b> },
    {
      key: 'samples',
      header: 'Some of its cells',
      cell: ({ samples }) => <RawRow raw={samples.filter((cell) => cell !== '').join('   ')} />,
    },
    {
      key: 'roles',
      header: 'What it says',
      width: '46%',
      cell: ({ name, title, why, roles }) => {
        const now = rolesOf(profile, name);
        return (
          <>
            <MultiSelect
              aria-label={`What ${title} says`}
              data={roleChoices}
              value={[...now]}
              onChange={(next) => onChange(withRoles(profile, name, next as MappingRole[]))}
              placeholder={now.length === 0 ? 'Nothing that counts' : ''}
              size="xs"
              searchable
              hidePickedOptions
              clearable={false}
            />
            {why !== '' && roles.join() === now.join() && (
              <Text size="xs" c="dimmed">
                {why}
              </Text>
            )}
          </>
        );
      },
    },
  ];
}
