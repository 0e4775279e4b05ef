import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormatList } from '../format-list.tsx';
import { MappingProfiles } from '../mapping/mapping-profiles.tsx';

/** The exports that are understood: Hedgerow's, and those that you said yourself. */
export function FormatsTab(): ReactNode {
  return (
    <Stack gap="xl">
      <MappingProfiles />
      <FormatList />
    </Stack>
  );
}
