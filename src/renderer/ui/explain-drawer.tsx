import { Button, Drawer, List, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../shared/contract/contract.ts';
import { useCall } from '../rpc/use-call.ts';
import { Sentence } from './hide-amounts.tsx';
import { useLayer } from './layers.ts';
import { RawRow } from './raw-row.tsx';
import { Answer } from './states.tsx';
import { TraceTree } from './trace-tree.tsx';

type Explanation = CallAnswer<'holdings.explain'>;

export interface ExplainDrawerProps {
  /** From the figure that was pressed to the one that is shown; none: closed. */
  readonly ids: readonly string[];
  onBack(): void;
  onClose(): void;
}

/** How a figure was computed: the tree that adds up to it, and the rows of the files it rests on. */
export function ExplainDrawer({ ids, onBack, onClose }: ExplainDrawerProps): ReactNode {
  const id = ids.at(-1);
  const isTop = useLayer(id !== undefined);
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      closeOnEscape={isTop}
      position="right"
      size="lg"
      title="How computed"
    >
      {ids.length > 1 && (
        <Button
          variant="subtle"
          size="compact-sm"
          mb="sm"
          leftSection={<IconArrowLeft size={14} aria-hidden="true" />}
          onClick={onBack}
        >
          Back
        </Button>
      )}
      {id !== undefined && <Explanation key={id} id={id} />}
    </Drawer>
  );
}

function Explanation({ id }: { readonly id: string }): ReactNode {
  const call = useCall('holdings.explain', { id });
  return (
    <Answer of={call} what="Tracing the figure">
      {({ title, trace, rows }) => (
        <Stack gap="lg">
          <Title order={3} size="h4">
            <Sentence>{title}</Sentence>
          </Title>
          <TraceTree trace={trace} places={placesOf(rows)} />
          <SourceRows rows={rows} />
        </Stack>
      )}
    </Answer>
  );
}

/** Where each row stands, for the figures that rest on it. */
function placesOf(rows: Explanation['rows']): ReadonlyMap<string, string> {
  return new Map(rows.map(({ event, file, line }) => [event, `${file}, line ${line}`]));
}

function SourceRows({ rows }: { readonly rows: Explanation['rows'] }): ReactNode {
  if (rows.length === 0) return null;
  return (
    <section aria-label="Rows it rests on">
      <Title order={4} size="h6" mb="xs">
        Rows it rests on
      </Title>
      <List listStyleType="none" spacing="xs">
        {rows.map((row) => (
          <List.Item key={`${row.event} ${row.line}`}>
            <Text size="xs" c="dimmed">
              {row.file}, line {row.line}
            </Text>
            <RawRow raw={row.raw} />
          </List.Item>
        ))}
      </List>
    </section>
  );
}
