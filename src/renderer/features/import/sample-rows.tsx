import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { DateText } from '../../ui/numbers.tsx';
import { RawRow } from '../../ui/raw-row.tsx';
import type { Column } from '../../ui/table-model.ts';
import type { PreviewFile } from './import-flow.ts';

type SampleRow = PreviewFile['sampleRows'][number];

const columns: readonly Column<SampleRow>[] = [
  { key: 'line', header: 'Line', align: 'right', width: '64px', cell: ({ line }) => line },
  { key: 'time', header: 'Time', width: '200px', cell: ({ time }) => <DateText value={time} time /> },
  { key: 'words', header: 'Read as', cell: ({ words }) => <Sentence>{words}</Sentence> },
  { key: 'raw', header: 'In the file', cell: ({ raw }) => <RawRow raw={raw} /> },
];

const shownAtFirst = 3;

/** The first rows as they were understood, beside how they stand in the file. */
export function SampleRows({ file: { file, sampleRows } }: { readonly file: PreviewFile }): ReactNode {
  const [isAll, { toggle }] = useDisclosure(false);
  if (sampleRows.length === 0) return null;
  return (
    <div>
      <DataTable
        label={`First rows of ${file}`}
        rows={isAll ? sampleRows : sampleRows.slice(0, shownAtFirst)}
        columns={columns}
        rowKey={({ line, words }, index) => `${line} ${words} ${index}`}
      />
      {sampleRows.length > shownAtFirst && (
        <Button
          variant="subtle"
          size="xs"
          px={4}
          aria-expanded={isAll}
          onClick={toggle}
          leftSection={
            isAll ? (
              <IconChevronDown size={16} aria-hidden="true" />
            ) : (
              <IconChevronRight size={16} aria-hidden="true" />
            )
          }
        >
          {isAll ? 'Fewer rows' : `The first ${sampleRows.length} rows as they were read`}
        </Button>
      )}
    </div>
  );
}
