import { Badge, Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { DateText } from '../../ui/numbers.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { regimeWords, type Identified } from './view-model.ts';
import classes from './elections.module.css';

export interface IdentifiedPanelProps {
  readonly straddles: readonly Identified[];
  onIdentify(): void;
}

/** Hedges that were put on record as a kind of straddle, the newest first. */
export function IdentifiedPanel({ straddles, onIdentify }: IdentifiedPanelProps): ReactNode {
  return (
    <Panel
      title="Hedges on record"
      about={
        <>
          What a hedge is for tax counts only from a record of the day on which it began: see{' '}
          <Term id="identified-straddle" /> and <Term id="mixed-straddle" />.
        </>
      }
      aside={
        <Button variant="default" onClick={onIdentify} style={{ flexShrink: 0 }}>
          Put a hedge on record
        </Button>
      }
    >
      {straddles.length === 0 ? (
        <Text size="sm">None yet: every hedge follows the ordinary straddle rules.</Text>
      ) : (
        <DataTable
          label="Hedges on record"
          rows={straddles.toReversed()}
          columns={columns}
          rowKey={({ sequence }) => String(sequence)}
          maxHeight={360}
        />
      )}
    </Panel>
  );
}

const columns: readonly Column<Identified>[] = [
  { key: 'number', header: 'No.', align: 'right', width: '56px', cell: ({ sequence }) => sequence },
  { key: 'recorded', header: 'Recorded', cell: ({ recordedAt }) => <DateText value={recordedAt} time /> },
  {
    key: 'regime',
    header: 'As',
    cell: ({ regime, inTime, keptElsewhere }) => (
      <>
        {regimeWords[regime]}{' '}
        <Badge variant="light" color={inTime || keptElsewhere ? 'teal' : 'yellow'} tt="none">
          {inTime ? 'in time' : keptElsewhere ? 'by your own books' : 'too late: does not count'}
        </Badge>
      </>
    ),
  },
  {
    key: 'words',
    header: 'What',
    cell: ({ words, hash }) => (
      <>
        <Text size="sm">
          <Sentence>{words}</Sentence>
        </Text>
        <Text size="xs" c="dimmed" ff="monospace" className={classes.law}>
          {hash}
        </Text>
      </>
    ),
  },
];
