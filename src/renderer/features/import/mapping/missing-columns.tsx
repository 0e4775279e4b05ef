import { Alert, NativeSelect, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { withRole } from '../../../../shared/domain/mapping-draft.ts';
import { mappingRoleWords, type MappingRole } from '../../../../shared/domain/mapping-profile.ts';
import type { MappingFieldsProps } from './field-props.ts';
import type { ProfileProblem } from './mapping-draft.ts';

export interface MissingColumnsProps extends MappingFieldsProps {
  readonly missing: readonly { readonly role: MappingRole; readonly problem: ProfileProblem }[];
}

/** What rows need and no column says: each with the columns to pick from. */
export function MissingColumns({ missing, suggestion, profile, change }: MissingColumnsProps): ReactNode {
  if (missing.length === 0) return null;
  const choose = (role: MappingRole, name: string): void => {
    const column = suggestion.columns.find((one) => one.name === name);
    if (column !== undefined) change(withRole(profile, column, role));
  };
  return (
    <Alert
      color="yellow"
      title={missing.length === 1 ? 'One column is missing' : `${missing.length} columns are missing`}
    >
      <Stack gap="sm">
        {missing.map(({ role, problem: { message, fix } }) => (
          <NativeSelect
            key={role}
            data-problem
            label={mappingRoleWords[role]}
            error={`${message} ${fix}`}
            value=""
            onChange={(event) => choose(role, event.currentTarget.value)}
            data={[
              { value: '', label: 'Choose the column' },
              ...suggestion.columns.map(({ name, title }) => ({ value: name, label: title })),
            ]}
            maw={420}
          />
        ))}
      </Stack>
    </Alert>
  );
}
