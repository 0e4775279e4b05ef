import { Button, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useNavigation } from '../../../ui/navigation.tsx';
import { formatCount } from '../../../ui/number-format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Answer, NoMatch } from '../../../ui/states.tsx';
import { AddContractModal } from './add-contract-modal.tsx';
import { catalogueColumns } from './catalogue-columns.tsx';
import { CatalogueFilters } from './catalogue-filters.tsx';
import { ContractDrawer } from './contract-drawer.tsx';
import { askedContracts, noFilter, shownContracts, type CatalogueFilter } from './view-model.ts';

/** Every contract that Hedgerow knows, and those of the user's own. In: the one that the address opens. */
export function CatalogueTab({ contract }: { readonly contract: string | null }): ReactNode {
  const [filter, setFilter] = useState<CatalogueFilter>(noFilter);
  const [adding, setAdding] = useState(false);
  const [search] = useDebouncedValue(filter.search, 100);
  const call = useCall('contracts.list', askedContracts({ ...filter, search }), { keepPrevious: true });
  const { go } = useNavigation();
  const open = (id: string | null): void =>
    go('targets', { tab: 'contracts', ...(id === null ? {} : { contract: id }) });
  return (
    <Panel
      title="Contracts"
      about="Terms as of their date, with the source of each field. Nothing is fetched: check them at your venue, and correct what differs."
      aside={
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => setAdding(true)}
        >
          Add a contract
        </Button>
      }
    >
      <CatalogueFilters
        filter={filter}
        setFilter={setFilter}
        underlyings={call.data?.underlyings ?? []}
        venues={call.data?.venues ?? []}
      />
      <Answer of={call} what="Reading the catalogue">
        {({ contracts, total }) => {
          const rows = shownContracts(contracts, filter);
          return rows.length === 0 ? (
            <NoMatch what="contracts like these" onClear={() => setFilter(noFilter)} />
          ) : (
            <>
              <Text size="sm" c="dimmed" role="status" mb="xs">
                {rows.length === total
                  ? `${formatCount(total)} contracts and series`
                  : `${formatCount(rows.length)} of ${formatCount(total)} contracts and series`}
              </Text>
              <DataTable
                label="Contracts"
                rows={rows}
                rowKey={({ id }) => id}
                columns={catalogueColumns}
                onOpen={({ id }) => open(id)}
                maxHeight={720}
              />
            </>
          );
        }}
      </Answer>
      {contract !== null && <ContractDrawer contract={contract} onClose={() => open(null)} />}
      {adding && <AddContractModal onClose={() => setAdding(false)} onAdded={open} />}
    </Panel>
  );
}
