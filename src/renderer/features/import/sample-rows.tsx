import { Button, Collapse } from '@mantine/core';
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

/** The first rows as they were understood, beside how they stand in the file. */
export function SampleRows({ file }: { readonly file: PreviewFile }): ReactNode {
  const [opened, { toggle }] = useDisclosure(false);
  if (file.sampleRows.length === 0) return null;
  return (
    <div>
      <Button
        variant="subtle"
        size="xs"
        px={4}
        aria-expanded={opened}
        onClick={toggle}
        leftSection={
          opened ? (
            <IconChevronDown size={16} aria-hidden="true" />
          ) : (
            <IconChevronRight size={16} aria-hidden="true" />
          )
        }
      >
        {file.sampleRows.length === 1
          ? 'The first row as it was read'
          : `The first ${file.sampleRows.length} rows as they were read`}
      </Button>
      <Collapse expanded={opened}>
        {opened && (
          <DataTable
            label={`First rows of ${file.file}`}
            rows={file.sampleRows}
            columns={columns}
            rowKey={({ line }) => String(line)}
          />
        )}
      </Collapse>
    </div>
  );
}
