import { Button, Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconDownload, IconTable, IconTrash, IconUpload } from '@tabler/icons-react';
import { useMemo, useRef, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { compareText } from '../../../ui/compare.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer, EmptyState, Failure } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { useProfileActions, type KeptProfile, type ProfileActions } from './use-profile-actions.tsx';

/** The mappings of the user's own: handed on as small files, taken in, dropped. */
export function MappingProfiles(): ReactNode {
  const list = useCall('mapping.list', {});
  const actions = useProfileActions();
  const columns = useMemo(() => profileColumns(actions), [actions]);
  return (
    <Panel
      title="Mappings of your own"
      about="How files that Hedgerow did not know are read. A mapping holds names of columns and words, no rows: as a small file it can be handed on."
    >
      <Stack gap="md">
        {actions.failure !== null && <Failure failure={actions.failure} />}
        <Answer of={list} what="Reading the mappings">
          {({ profiles }) =>
            profiles.length === 0 ? (
              <EmptyState title="No mappings yet" icon={<IconTable size={28} aria-hidden="true" />}>
                Drop a file that Hedgerow does not know under “Files”, and say once what its columns mean.
              </EmptyState>
            ) : (
              <DataTable
                label="Mappings of your own"
                rows={profiles}
                columns={columns}
                rowKey={({ name }) => name}
              />
            )
          }
        </Answer>
        <TakeIn actions={actions} />
      </Stack>
    </Panel>
  );
}

function TakeIn({ actions }: { readonly actions: ProfileActions }): ReactNode {
  const openPicker = useRef<() => void>(null);
  return (
    <Dropzone
      onDrop={(files) => void actions.takeIn(files)}
      openRef={openPicker}
      multiple={false}
      activateOnClick={false}
      activateOnKeyboard={false}
      enablePointerEvents
      inputProps={{ 'aria-label': 'Mapping file to take in' }}
      tabIndex={-1}
      p="sm"
    >
      <Group gap="sm">
        <Button
          size="xs"
          variant="default"
          disabled={actions.busy}
          leftSection={<IconUpload size={14} aria-hidden="true" />}
          onClick={() => openPicker.current?.()}
        >
          Take a mapping in
        </Button>
        <Text size="sm" c="dimmed">
          or drop here the JSON file that somebody handed on. It never takes the place of one of yours.
        </Text>
      </Group>
    </Dropzone>
  );
}

function profileColumns(actions: ProfileActions): readonly Column<KeptProfile>[] {
  return [
    {
      key: 'name',
      header: 'Mapping',
      cell: ({ name }) => name,
      compare: (a, b) => compareText(a.name, b.name),
    },
    {
      key: 'account',
      header: 'Account',
      cell: ({ profile }) => profile.account.name,
      compare: (a, b) => compareText(a.profile.account.name, b.profile.account.name),
    },
    {
      key: 'columns',
      header: 'Knows files by these columns',
      onlyWide: true,
      cell: ({ profile }) => (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {profile.header.join(', ')}
        </Text>
      ),
    },
    { key: 'actions', header: 'Hand on or drop', cell: (kept) => <Actions kept={kept} actions={actions} /> },
  ];
}

function Actions({
  kept,
  actions,
}: {
  readonly kept: KeptProfile;
  readonly actions: ProfileActions;
}): ReactNode {
  const { name } = kept;
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        size="xs"
        variant="default"
        disabled={actions.busy}
        aria-label={`Save the mapping ${name} as a file`}
        leftSection={<IconDownload size={14} aria-hidden="true" />}
        onClick={() => void actions.handOn(name)}
      >
        As a file
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={actions.busy}
        aria-label={`Drop the mapping ${name}`}
        leftSection={<IconTrash size={14} aria-hidden="true" />}
        onClick={() => void actions.drop(kept)}
      >
        Drop
      </Button>
    </Group>
  );
}
