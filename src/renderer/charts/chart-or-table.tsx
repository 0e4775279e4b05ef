import { Button, Group, Stack, Text } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

export interface ChartOrTableProps {
  /** What the chart says, in one sentence. */
  readonly summary: ReactNode;
  /** Drawn for the eye; hidden from those who hear the page, who get the sentence and the table. */
  readonly chart: ReactNode;
  /** The same figures, exactly. */
  readonly table: ReactNode;
  /** What the table is of: "exposure". */
  readonly of: string;
}

/** Every chart has a sentence above it and a table behind it. */
export function ChartOrTable({ summary, chart, table, of }: ChartOrTableProps): ReactNode {
  const [asTable, setAsTable] = useState(false);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="md">
        <Text size="sm">{summary}</Text>
        <Button
          size="compact-sm"
          variant="default"
          style={{ flex: 'none' }}
          leftSection={
            asTable ? (
              <IconChartBar size={16} aria-hidden="true" />
            ) : (
              <IconTable size={16} aria-hidden="true" />
            )
          }
          aria-label={asTable ? `Show as chart: ${of}` : `Show as table: ${of}`}
          onClick={() => setAsTable((now) => !now)}
        >
          {asTable ? 'Show as chart' : 'Show as table'}
        </Button>
      </Group>
      {asTable ? table : chart}
    </Stack>
  );
}
