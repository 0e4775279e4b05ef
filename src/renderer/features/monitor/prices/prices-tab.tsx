import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Row } from '../view-model.ts';
import { PriceGridPanel } from './price-grid.tsx';

export interface PricesTabProps {
  readonly rows: readonly Row[];
  readonly coin: string | undefined;
  onCoin(coin: string): void;
}

/** Margin and forced close of every open position, coin by coin. */
export function PricesTab({ rows, coin, onCoin }: PricesTabProps): ReactNode {
  const coins = [...new Set(rows.map(({ asset }) => asset))];
  const chosen = coins.find((each) => each === coin) ?? coins[0];
  if (chosen === undefined) return null;
  return (
    <Stack gap="lg">
      {coins.length > 1 && (
        <Group gap="sm">
          <Text size="sm" id="coin-that-moves">
            Which coin moves
          </Text>
          <SegmentedControl aria-labelledby="coin-that-moves" data={coins} value={chosen} onChange={onCoin} />
        </Group>
      )}
      <PriceGridPanel key={chosen} coin={chosen} />
    </Stack>
  );
}
