import { Drawer, List, Stack, Text, Title } from '@mantine/core';
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
  readonly id: string | null;
  onClose(): void;
}

/** How a figure was computed: the tree that adds up to it, and the rows of the files it rests on. */
export function ExplainDrawer({ id, onClose }: ExplainDrawerProps): ReactNode {
  const isTop = useLayer(id !== null);
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      closeOnEscape={isTop}
      position="right"
      size="lg"
      title="How computed"
    >
      {id !== null && <Explanation id={id} />}
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
          <TraceTree trace={trace} />
          <SourceRows rows={rows} />
        </Stack>
      )}
    </Answer>
  );
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
