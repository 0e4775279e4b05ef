import { ActionIcon, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { withRole } from '../../../../shared/domain/mapping-draft.ts';
import { mappingRoleWords, type MappingRole } from '../../../../shared/domain/mapping-profile.ts';
import type { MappingFieldsProps } from './field-props.ts';
import { rolesOf, type MappedColumn, type Profile } from './mapping-draft.ts';
import { MappingSection } from './mapping-section.tsx';
import classes from './mapping.module.css';
import { roleGroups } from './role-groups.ts';
import { SampleCells } from './sample-cells.tsx';

/** Each column with its first cells and what it says. */
export function ColumnsTable({ suggestion, profile, change }: MappingFieldsProps): ReactNode {
  return (
    <MappingSection
      title="The columns"
      about="What each column says. Leave “Nothing that is needed” where it does not matter. A column may say two things: press + for the second."
    >
      <div className={classes.scroller}>
        <Table aria-label="Columns of the file" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Column</Table.Th>
              <Table.Th scope="col">For example</Table.Th>
              <Table.Th scope="col">Says</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {suggestion.columns.map((column) => (
              <Table.Tr key={column.name}>
                <Table.Th scope="row" className={classes.name}>
                  {column.title}
                </Table.Th>
                <Table.Td className={classes.samples}>
                  <SampleCells samples={column.samples} />
                </Table.Td>
                <Table.Td className={classes.picker}>
                  <RolePickers
                    column={column}
                    columns={suggestion.columns}
                    profile={profile}
                    change={change}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </MappingSection>
  );
}

interface RolePickersProps {
  readonly column: MappedColumn;
  readonly columns: readonly MappedColumn[];
  readonly profile: Profile;
  change(profile: Profile): void;
}

function RolePickers({ column, columns, profile, change }: RolePickersProps): ReactNode {
  const [wantsMore, setWantsMore] = useState(false);
  const roles = rolesOf(profile, column.name);
  const slots: readonly (MappingRole | null)[] =
    roles.length === 0 || (wantsMore && roles.length === 1) ? [...roles, null] : roles;
  const isAsGuessed = roles.length > 0 && roles.every((role) => column.roles.includes(role));
  return (
    <Stack gap={4}>
      {slots.map((role, at) => (
        <Group key={role ?? 'none'} gap={4} wrap="nowrap">
          <NativeSelect
            size="xs"
            aria-label={at === 0 ? `What “${column.title}” says` : `What “${column.title}” says as well`}
            value={role ?? ''}
            onChange={(event) => {
              const next = event.currentTarget.value;
              change(withRole(profile, column, next === '' ? null : (next as MappingRole), role));
            }}
            style={{ flex: 1 }}
          >
            <option value="">Nothing that is needed</option>
            {roleGroups.map(({ group, roles: ofGroup }) => (
              <optgroup key={group} label={group}>
                {ofGroup.map((one) => (
                  <option key={one} value={one}>
                    {mappingRoleWords[one]}
                    {takenBy(one, column, columns, profile)}
                  </option>
                ))}
              </optgroup>
            ))}
          </NativeSelect>
          {at === 0 && role !== null && slots.length === 1 && (
            <ActionIcon
              size={28}
              aria-label={`“${column.title}” says a second thing`}
              onClick={() => setWantsMore(true)}
            >
              <IconPlus size={16} aria-hidden="true" />
            </ActionIcon>
          )}
        </Group>
      ))}
      {isAsGuessed && column.why !== '' && (
        <Text size="xs" c="dimmed">
          Guessed: {column.why}
        </Text>
      )}
    </Stack>
  );
}

/** Which other column says it now: choosing it takes it from there. */
function takenBy(
  role: MappingRole,
  column: MappedColumn,
  columns: readonly MappedColumn[],
  { columns: said }: Profile,
): string {
  const name = said[role];
  if (name === undefined || name === column.name) return '';
  return ` (now “${columns.find((one) => one.name === name)?.title ?? name}”)`;
}
