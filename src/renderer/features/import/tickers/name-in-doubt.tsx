import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { Failure } from '../../../ui/states.tsx';
import type { TickerAsked } from '../asked-of-file.ts';

export interface NameInDoubtProps {
  readonly asked: TickerAsked;
  /** The files are to be read again. */
  onNamed(): void;
}

/** What the ticker can stand for at this exchange: one click names it, once. */
export function NameInDoubt({ asked: { exchange, ticker }, onNamed }: NameInDoubtProps): ReactNode {
  const tickers = useCall('tickers.read', {});
  const { run, busy, failure } = useCommand('tickers.name');
  const couldBe = tickers.data?.inDoubt.find((one) => one.ticker === ticker)?.couldBe ?? [];
  const name = async (asset: string): Promise<void> => {
    const result = await run({ exchange, ticker, asset });
    if (result?.ok === true) onNamed();
  };
  return (
    <Stack gap="xs" mb="sm">
      <Text size="sm" c="dimmed">
        What does {ticker} stand for at {exchange}? Your answer is kept, and can be changed on the Tickers
        tab.
      </Text>
      <Group gap="xs" role="group" aria-label={`What ${ticker} stands for at ${exchange}`}>
        {couldBe.map(({ asset, words }) => (
          <Button key={asset} size="xs" variant="default" loading={busy} onClick={() => void name(asset)}>
            {asset}: {words}
          </Button>
        ))}
      </Group>
      {failure !== null && <Failure failure={failure} />}
    </Stack>
  );
}
