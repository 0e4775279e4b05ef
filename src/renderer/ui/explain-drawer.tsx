import { Box, Code, Drawer, List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../shared/contract/contract.ts';
import { useCall } from '../rpc/use-call.ts';
import { Sentence, useHideAmounts } from './hide-amounts.tsx';
import { Answer } from './states.tsx';
import { TraceFigure } from './trace-figure.tsx';
import classes from './explain.module.css';

type Explanation = CallAnswer<'holdings.explain'>;
type TraceText = Explanation['trace'];

export interface ExplainDrawerProps {
  readonly id: string | null;
  onClose(): void;
}

/** How a figure was computed: the tree that adds up to it, and the rows of the files it rests on. */
export function ExplainDrawer({ id, onClose }: ExplainDrawerProps): ReactNode {
  return (
    <Drawer opened={id !== null} onClose={onClose} position="right" size="lg" title="How computed">
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
          <TraceNode trace={trace} />
          <SourceRows rows={rows} />
        </Stack>
      )}
    </Answer>
  );
}

function TraceNode({ trace }: { readonly trace: TraceText }): ReactNode {
  return (
    <div className={classes.node}>
      <div className={classes.line}>
        <Text size="sm" fw={500}>
          {trace.label}
        </Text>
        <TraceFigure value={trace.value} unit={trace.unit} />
      </div>
      {trace.how !== '' && (
        <Text size="xs" c="dimmed">
          <Sentence>{trace.how}</Sentence>
        </Text>
      )}
      {trace.rule !== null && <Law law={trace.rule.law} url={trace.rule.url} />}
      {trace.parts.length > 0 && (
        <div className={classes.parts}>
          {trace.parts.map((part, index) => (
            <TraceNode key={`${index} ${part.label}`} trace={part} />
          ))}
        </div>
      )}
    </div>
  );
}

/** The app opens no addresses: the source is shown to be read or copied. */
function Law({ law, url }: { readonly law: string; readonly url: string | null }): ReactNode {
  return (
    <Text size="xs" c="dimmed">
      Rule: {law}
      {url !== null && (
        <>
          {' '}
          <Box component="span" className={classes.url}>
            {url}
          </Box>
        </>
      )}
    </Text>
  );
}

function SourceRows({ rows }: { readonly rows: Explanation['rows'] }): ReactNode {
  const { hidden } = useHideAmounts();
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
            <Code block className={classes.raw}>
              {hidden ? 'Raw row hidden while amounts are hidden' : row.raw}
            </Code>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
