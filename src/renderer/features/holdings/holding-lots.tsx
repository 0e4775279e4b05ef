import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Answer } from '../../ui/states.tsx';
import { Text } from '@mantine/core';
import { lotColumnsOfOne } from './lot-columns.tsx';
import { byCountdown } from './view-model.ts';

/** The lots that one holding is made of. */
export function HoldingLots({ asset }: { readonly asset: string }): ReactNode {
  const call = useCall('holdings.lots', { asset });
  return (
    <Answer of={call} what={`Reading the lots of ${asset}`}>
      {({ lots }) =>
        lots.length === 0 ? (
          <Text size="sm" c="dimmed">
            No lot of {asset} is open.
          </Text>
        ) : (
          <DataTable
            label={`Lots of ${asset}`}
            rows={byCountdown(lots)}
            rowKey={({ lot, account }) => `${lot} ${account}`}
            columns={lotColumnsOfOne}
            maxHeight={420}
          />
        )
      }
    </Answer>
  );
}
