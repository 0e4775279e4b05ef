import { Alert, Button, NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { StepHeading } from '../../../ui/step-heading.tsx';
import { Failure } from '../../../ui/states.tsx';
import { TaskProgressBar } from '../../../ui/task-progress.tsx';
import type { Delimiter, Suggestion } from './mapping-draft.ts';
import { MappingSheet } from './mapping-sheet.tsx';
import { useSuggestion } from './use-mapping.ts';

export interface MapFileProps {
  readonly upload: string;
  /** The file's name. */
  readonly file: string;
  /** The mapping is stored: the file is known by its columns now, and `format` reads it. */
  onSaved(saved: { readonly format: string; readonly name: string }): void;
  onCancel(): void;
}

/** A file that no format fits: a person says once what its columns and its words mean. */
export function MapFile({ upload, file, onSaved, onCancel }: MapFileProps): ReactNode {
  const [preset, setPreset] = useState('');
  const [delimiter, setDelimiter] = useState<Delimiter | null>(null);
  const { call, progress } = useSuggestion(upload, preset, delimiter);
  const list = useCall('mapping.list', {});
  const { data } = call;
  const error = call.error ?? list.error;
  const kept = list.data?.profiles.map(({ profile }) => profile);
  return (
    <Stack gap="lg" component="section" aria-label={`What the columns of ${file} mean`}>
      <StepHeading
        title={`What the columns of ${file} mean`}
        about="Hedgerow has looked at the names and the cells and made a first guess. Put right what is wrong, look at what the first rows become, and save: the file then goes the usual way, and files with these columns are known from now on."
      />
      {error !== null && (
        <>
          <Failure failure={error.failure} />
          {delimiter !== null && <DelimiterChoice delimiter={delimiter} onChoose={setDelimiter} />}
          <Button variant="default" w="fit-content" onClick={onCancel}>
            Back to the files
          </Button>
        </>
      )}
      {error === null && (data === undefined || kept === undefined) && (
        <TaskProgressBar what={`Reading ${file}`} progress={progress} onCancel={onCancel} />
      )}
      {data !== undefined && kept !== undefined && (
        <>
          <Known suggestion={data} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" maw={1100}>
            <PresetChoice suggestion={data} preset={preset} onChoose={setPreset} />
            <DelimiterChoice delimiter={data.delimiter} onChoose={setDelimiter} />
          </SimpleGrid>
          <MappingSheet
            key={`${preset} ${data.delimiter}`}
            upload={upload}
            suggestion={data}
            kept={kept}
            onSaved={onSaved}
            onCancel={onCancel}
          />
        </>
      )}
    </Stack>
  );
}

function Known({ suggestion: { known, similar, imports } }: { readonly suggestion: Suggestion }): ReactNode {
  if (known === null && similar !== null) return <Similar {...similar} />;
  if (known === null) return null;
  return (
    <Alert color="blue" title={`Your mapping “${known}” reads files with these columns already`}>
      Save under that name to change it. Rows are known again by the name of their mapping: under another
      name, the same rows would count twice.
      {imports.length > 0 &&
        ` What was imported with it stays as it was read (${imports.map(({ file }) => file).join(', ')}): to read it anew, take that import back first, under “Imported so far”.`}
    </Alert>
  );
}

/** An exchange that has changed its export: which columns are other ones. */
function Similar({ name, missing, added }: NonNullable<Suggestion['similar']>): ReactNode {
  return (
    <Alert color="blue" title={`These columns are nearly those of your mapping “${name}”`}>
      {missing.length > 0 && `Missing here: ${missing.join(', ')}. `}
      {added.length > 0 && `New here: ${added.join(', ')}. `}
      Save this one under another name: “{name}” then still reads your older files.
    </Alert>
  );
}

const delimiters: readonly { readonly value: Delimiter; readonly label: string }[] = [
  { value: ',', label: 'Commas ,' },
  { value: ';', label: 'Semicolons ;' },
  { value: '\t', label: 'Tabs' },
  { value: '|', label: 'Upright lines |' },
];

function DelimiterChoice({
  delimiter,
  onChoose,
}: {
  readonly delimiter: Delimiter;
  onChoose(delimiter: Delimiter): void;
}): ReactNode {
  return (
    <NativeSelect
      label="What parts the cells"
      description="Hedgerow found it in the file. If the columns below look wrong, choose another: the guess starts again."
      value={delimiter}
      onChange={(event) => onChoose(event.currentTarget.value as Delimiter)}
      data={[...delimiters]}
    />
  );
}

function PresetChoice({
  suggestion,
  preset,
  onChoose,
}: {
  readonly suggestion: Suggestion;
  readonly preset: string;
  onChoose(preset: string): void;
}): ReactNode {
  const { presets, profile } = suggestion;
  // A file's name alone can have chosen one.
  const chosen = presets.find(({ id, name }) => (preset === '' ? name === profile.name : id === preset));
  return (
    <NativeSelect
      label="Where the file is from"
      description={
        chosen?.words ??
        'For three places Hedgerow knows some words to look for. They are marked “unverified”: nobody has published a file of theirs. Choosing one starts the guess again.'
      }
      value={chosen?.id ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={[
        { value: '', label: 'Somewhere else: guess from the names and the cells' },
        ...presets.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
