import { Autocomplete, Button, Group, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { Failure } from '../../../ui/states.tsx';

const empty = { exchange: '', ticker: '', asset: '' };

/** "At Kraken, XYZ stands for ABC." */
export function NameTicker(): ReactNode {
  const formats = useCall('imports.formats', {});
  const exchanges = [...new Set(formats.data?.formats.map(({ exchange }) => exchange))].toSorted();
  const { run, busy, failure } = useCommand('tickers.name');
  const [named, setNamed] = useState(empty);
  const isWhole = Object.values(named).every((text) => text.trim() !== '');
  const save = async (): Promise<void> => {
    const result = await run(named);
    if (result?.ok === true) setNamed(empty);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <Autocomplete
            label="Exchange"
            data={exchanges}
            value={named.exchange}
            onChange={(exchange) => setNamed((now) => ({ ...now, exchange }))}
            w={220}
          />
          <TextInput
            label="Its ticker"
            placeholder="LUNA"
            value={named.ticker}
            onChange={({ currentTarget: { value: ticker } }) => setNamed((now) => ({ ...now, ticker }))}
            w={140}
          />
          <TextInput
            label="Stands for"
            placeholder="LUNC"
            value={named.asset}
            onChange={({ currentTarget: { value: asset } }) => setNamed((now) => ({ ...now, asset }))}
            w={140}
          />
          <Button type="submit" variant="default" disabled={!isWhole} loading={busy}>
            Name it
          </Button>
        </Group>
        {failure !== null && <Failure failure={failure} />}
      </Stack>
    </form>
  );
}
