import { Autocomplete, Button, NativeSelect, Popover, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { choiceOf, type FileChoice, type PreviewFile } from './import-flow.ts';
import { zoneWords } from './view-model.ts';

export interface FileChipProps {
  readonly file: PreviewFile;
  readonly choice: FileChoice;
  onChoose(choice: FileChoice): void;
}

const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** Where the rows belong; a click changes it. */
export function AccountChip({ file, choice, onChoose }: FileChipProps): ReactNode {
  const batches = useCall('imports.list', {});
  const known = [
    ...new Set(batches.data?.batches.flatMap(({ accounts }) => accounts.map(({ name }) => name))),
  ];
  if (file.account === null) return <Text size="sm">Each row names its account</Text>;
  return (
    <Chip
      label="Account"
      value={file.account}
      start={file.account}
      onSave={(account) => onChoose(choiceOf(file.upload, { ...choice, account }))}
      field={(value, setValue, save) => (
        <Autocomplete
          label="Account"
          data={known}
          value={value}
          onChange={setValue}
          onOptionSubmit={save}
          data-autofocus
        />
      )}
    />
  );
}

/** Which clock the file's times are by; a click changes it. */
export function ZoneChip({ file, choice, onChoose }: FileChipProps): ReactNode {
  if (file.timeZone === null) return null;
  return (
    <Chip
      label="Time zone"
      value={file.timeZone}
      about={file.timeZoneFrom === null ? undefined : zoneWords[file.timeZoneFrom]}
      warn={file.timeZoneFrom === 'assumed'}
      start={file.timeZone}
      onSave={(timeZone) => onChoose(choiceOf(file.upload, { ...choice, timeZone }))}
      field={(value, _, save) => (
        <Select
          label="Time zone"
          data={zones}
          value={value}
          onChange={(zone) => save(zone ?? 'UTC')}
          searchable
          limit={50}
          comboboxProps={{ withinPortal: false }}
          data-autofocus
        />
      )}
    />
  );
}

const orderWords: Readonly<Record<NonNullable<FileChoice['dateOrder']>, string>> = {
  'day-first': 'day first',
  'month-first': 'month first',
  'year-first': 'year first',
};

/** Whether 01/02 is in January or in February; a click changes it. */
export function DateOrderChip({ file, choice, onChoose }: FileChipProps): ReactNode {
  const { dateOrder } = choice;
  if (file.timeZone === null) return null;
  return (
    <Chip
      label="Dates"
      value={dateOrder === undefined ? 'as the file shows' : orderWords[dateOrder]}
      about={dateOrder === undefined ? 'looked at in every row' : zoneWords.given}
      start={dateOrder ?? ''}
      onSave={(text) => {
        const order = (Object.keys(orderWords) as (keyof typeof orderWords)[]).find((key) => key === text);
        onChoose(choiceOf(file.upload, { ...choice, dateOrder: order }));
      }}
      field={(value, setValue) => (
        <NativeSelect
          label="What comes first in a date"
          data={[
            { value: '', label: 'As the file shows' },
            { value: 'day-first', label: 'The day: 31/12/2025' },
            { value: 'month-first', label: 'The month: 12/31/2025' },
            { value: 'year-first', label: 'The year: 2025/12/31' },
          ]}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          data-autofocus
        />
      )}
    />
  );
}

const markWords: Readonly<Record<NonNullable<FileChoice['decimalMark']>, string>> = {
  '.': '1,234.5',
  ',': '1.234,5',
};

/** Whether 1,234 is a thousand and more; a click changes it. Nothing where the format itself says it. */
export function DecimalMarkChip({ file, choice, onChoose }: FileChipProps): ReactNode {
  const { decimalMark, decimalMarkFrom } = file;
  if (decimalMark === null || decimalMarkFrom === null || decimalMarkFrom === 'format') return null;
  const isGiven = decimalMarkFrom === 'given';
  return (
    <Chip
      label="Numbers"
      value={markWords[decimalMark]}
      about={isGiven ? zoneWords.given : 'as the file shows'}
      start={isGiven ? decimalMark : ''}
      onSave={(text) => {
        const mark = text === '.' || text === ',' ? text : undefined;
        onChoose(choiceOf(file.upload, { ...choice, decimalMark: mark }));
      }}
      field={(value, setValue) => (
        <NativeSelect
          label="How decimals are written"
          data={[
            { value: '', label: 'As the file shows' },
            { value: '.', label: 'With a point: 1,234.5' },
            { value: ',', label: 'With a comma: 1.234,5' },
          ]}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          data-autofocus
        />
      )}
    />
  );
}

/** What market data are of; a click changes it. */
export function MarketChip({ file, choice, onChoose }: FileChipProps): ReactNode {
  const { market } = file;
  if (market === undefined) return null;
  return (
    <Chip
      label="Of"
      value={market}
      start={market}
      onSave={(next) => onChoose(choiceOf(file.upload, { ...choice, market: next }))}
      field={(value, setValue) => (
        <TextInput
          label="A contract or a coin"
          description="binance-um:BTCUSDT, or BTC"
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          data-autofocus
        />
      )}
    />
  );
}

interface ChipProps {
  readonly label: string;
  readonly value: string;
  readonly about?: string | undefined;
  readonly warn?: boolean;
  readonly start: string;
  onSave(value: string): void;
  /** `save` takes a picked value at once; `setValue` one that is being typed. */
  field(value: string, setValue: (value: string) => void, save: (value: string) => void): ReactNode;
}

function Chip({ label, value, about, warn = false, start, onSave, field }: ChipProps): ReactNode {
  const [opened, setOpened] = useState(false);
  const [edited, setEdited] = useState(start);
  const save = (value: string): void => {
    setOpened(false);
    if (value !== start) onSave(value);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save(edited);
  };
  return (
    <div>
      <Popover opened={opened} onChange={setOpened} trapFocus width={300} shadow="md" position="bottom-start">
        <Popover.Target>
          <Button
            size="xs"
            variant="default"
            rightSection={<IconPencil size={14} aria-hidden="true" />}
            onClick={() => {
              setEdited(start);
              setOpened(true);
            }}
          >
            {label}: {value}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={`Change the ${label.toLowerCase()}`}>
          <form onSubmit={submit}>
            <Stack gap="sm">
              {field(edited, setEdited, save)}
              <Button type="submit" size="xs">
                Use this
              </Button>
            </Stack>
          </form>
        </Popover.Dropdown>
      </Popover>
      {about !== undefined && (
        <Text size="xs" c={warn ? 'yellow' : 'dimmed'} mt={4}>
          {about}
        </Text>
      )}
    </div>
  );
}
