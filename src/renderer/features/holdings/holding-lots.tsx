import { Text } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { usePages } from '../../rpc/use-pages.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { Answer } from '../../ui/states.tsx';
import { lotColumnsOfOne } from './lot-columns.tsx';
import { lotKey, lotPage } from './view-model.ts';

/** The lots that one holding is made of. */
export function HoldingLots({ asset }: { readonly asset: string }): ReactNode {
  const filter = useMemo(() => ({ asset }), [asset]);
  const lots = usePages('holdings.lots', filter, lotPage);
  return (
    <Answer of={lots.first} what={`Reading the lots of ${asset}`}>
      {({ total }) =>
        total === 0 ? (
          <Text size="sm" c="dimmed">
            No lot of {asset} is open.
          </Text>
        ) : (
          <PagedTable
            label={`Lots of ${asset}`}
            pages={lots}
            rowKey={lotKey}
            columns={lotColumnsOfOne}
            of={asset}
            maxHeight={420}
          />
        )
      }
    </Answer>
  );
}
