import { Alert, Button, Checkbox, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { IconEyeOff, IconFileCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTask } from '../../rpc/use-task.ts';
import { Sentence, useHideAmounts } from '../../ui/hide-amounts.tsx';
import { useLayer } from '../../ui/layers.ts';
import { saveFile } from '../../ui/save-file.ts';
import { Failure } from '../../ui/states.tsx';
import { TaskProgressBar } from '../../ui/task-progress.tsx';
import { fileToSave } from './export-files.ts';
import { paperState, type Format, type Paper, type ReportList } from './view-model.ts';

export interface ExportModalProps {
  /** null: closed. */
  readonly paper: Paper | 'package' | null;
  readonly list: ReportList;
  readonly year: number;
  onClose(): void;
}

const formats: readonly { readonly value: Format; readonly label: string; readonly about: string }[] = [
  { value: 'pdf', label: 'PDF', about: 'To read and to print' },
  { value: 'csv', label: 'CSV', about: 'For a spreadsheet' },
  { value: 'json', label: 'JSON', about: 'For another program, with every decimal' },
];

function isFormat(text: string): text is Format {
  return formats.some(({ value }) => value === text);
}

/** Makes files of one paper or of all of a year, and hands them over to be saved. */
export function ExportModal({ paper, onClose, ...rest }: ExportModalProps): ReactNode {
  const isTop = useLayer(paper !== null);
  const of = paper === null || paper === 'package' ? 'package' : paper.title;
  return (
    <Modal
      opened={paper !== null}
      onClose={onClose}
      closeOnEscape={isTop}
      title={of === 'package' ? `Export package of ${rest.year}` : `Export ${of}`}
      size="lg"
    >
      {paper !== null && (
        <ExportForm
          key={paper === 'package' ? paper : paper.kind}
          paper={paper}
          onClose={onClose}
          {...rest}
        />
      )}
    </Modal>
  );
}

interface Saved {
  readonly name: string;
  /** Paths inside the archive; one where the file was saved as it is. */
  readonly files: readonly string[];
  readonly notes: readonly string[];
}

interface ExportFormProps extends Omit<ExportModalProps, 'paper'> {
  readonly paper: Paper | 'package';
}

function ExportForm({ paper, list, year, onClose }: ExportFormProps): ReactNode {
  const [format, setFormat] = useState<Format>('pdf');
  const [forExcel, setForExcel] = useState(true);
  const [saved, setSaved] = useState<Saved | null>(null);
  const make = useTask('reports.make');
  const { hidden } = useHideAmounts();
  const kind = paper === 'package' ? paper : paper.kind;
  const takesYear = paper === 'package' || paper.perYear;

  const submit = async (): Promise<void> => {
    setSaved(null);
    const result = await make.run({
      kind,
      format,
      ...(takesYear ? { year } : {}),
      ...(format === 'csv' && forExcel ? { byteOrderMark: true } : {}),
    });
    if (result?.ok !== true) return;
    const { files, notes } = result.value;
    const file = fileToSave(files, takesYear ? `${kind}-${year}` : kind);
    if (file !== null) saveFile(file.name, file.mediaType, file.bytes);
    setSaved({ name: file?.name ?? '', files: file === null ? [] : files.map(({ name }) => name), notes });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <Text size="sm">
          {paper === 'package' ? (
            <PackageWords list={list} year={year} />
          ) : (
            <Sentence>{paper.purpose}</Sentence>
          )}
        </Text>
        <Radio.Group
          label="Format"
          value={format}
          onChange={(next) => {
            if (!isFormat(next)) return;
            setFormat(next);
            setSaved(null);
          }}
        >
          <Stack gap={6} mt="xs">
            {formats.map(({ value, label, about }) => (
              <Radio key={value} value={value} label={`${label}: ${about.toLowerCase()}`} />
            ))}
          </Stack>
        </Radio.Group>
        {format === 'csv' && (
          <Checkbox
            label="Marked for Excel, which else shows foreign letters wrongly"
            checked={forExcel}
            onChange={(event) => setForExcel(event.currentTarget.checked)}
          />
        )}
        {hidden && (
          <Alert
            color="yellow"
            icon={<IconEyeOff aria-hidden="true" />}
            title="The file will show your amounts"
          >
            They are hidden on the screen only. Files hold every figure, unprotected: whoever has the file can
            read it.
          </Alert>
        )}
        <Text size="sm" c="dimmed">
          Each page says that it is a working paper and not a filed form. Files are not encrypted as your
          ledger is.
        </Text>
        {make.busy && (
          <TaskProgressBar
            what="Making the papers"
            progress={make.progress}
            unit="papers"
            onCancel={make.cancel}
          />
        )}
        {make.failure !== null && <Failure failure={make.failure} />}
        {saved !== null && <SavedWords saved={saved} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button type="submit" loading={make.busy}>
            {saved === null ? 'Make and save' : 'Make and save again'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function PackageWords({ list: { kinds }, year }: Pick<ExportModalProps, 'list' | 'year'>): ReactNode {
  const left = kinds.filter((paper) => paperState(paper, year).is === 'missing');
  return (
    <>
      All papers of {year} in one archive, a file each, with your lots, disposals and journal: what an
      accountant needs to follow every figure.
      {left.length > 0 &&
        ` Something is missing for ${left.map(({ title }) => title).join(', ')}: the archive says what was left out.`}
    </>
  );
}

function SavedWords({ saved: { name, files, notes } }: { readonly saved: Saved }): ReactNode {
  if (files.length === 0) {
    return (
      <Alert color="gray" role="status" title="There was nothing to save">
        {notes.join(' ')}
      </Alert>
    );
  }
  return (
    <Alert color="teal" role="status" icon={<IconFileCheck aria-hidden="true" />} title={`Made: ${name}`}>
      <Stack gap={4}>
        <Text size="sm">
          {files.length === 1 ? 'It' : `It holds ${files.length} files and`} is handed over to be saved: look
          in your Downloads folder, or where you were asked to put it.
        </Text>
        {notes.map((note) => (
          <Text key={note} size="sm">
            <Sentence>{note}</Sentence>
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
