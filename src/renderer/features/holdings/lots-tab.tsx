import { Button, Stack, Text } from '@mantine/core';
import { IconHandFinger, IconStack2 } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { allRows } from '../../rpc/all-rows.ts';
import { usePages } from '../../rpc/use-pages.ts';
import { AssumedCost } from '../../ui/assumed-cost.tsx';
import { CopyRows } from '../../ui/copy-rows.tsx';
import { Issues } from '../../ui/issues.tsx';
import { formatCount } from '../../ui/number-format.ts';
import { MoneyText } from '../../ui/numbers.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer, EmptyState, NoMatch } from '../../ui/states.tsx';
import { Term } from '../../ui/term.tsx';
import { copiedLots } from './copied-columns.ts';
import { lotColumns } from './lot-columns.tsx';
import { Small } from './small.tsx';
import { LotFilters } from './lot-filters.tsx';
import { wordsOfMethod } from './lot-words.ts';
import {
  askedOf,
  costOfPriced,
  isFiltered,
  lotKey,
  lotPage,
  noFilter,
  type LotFilter,
} from './view-model.ts';

type Lots = CallAnswer<'holdings.lots'>;

export interface LotsTabProps {
  readonly asset: string | null;
  /** Opens the drawer in which lots are named for the next sale. */
  onIdentify(asset: string | null, account: string | null): void;
}

/** Every open lot, by asset, account and day. */
export function LotsTab({ asset, onIdentify }: LotsTabProps): ReactNode {
  const [filter, setFilter] = useState<LotFilter>({ ...noFilter, asset });
  const pages = usePages('holdings.lots', askedOf(filter), lotPage);
  return (
    <Answer of={pages.first} what="Reading your lots">
      {(answer) =>
        answer.total === 0 && !isFiltered(filter) ? (
          <EmptyState title="No open lots" icon={<IconStack2 aria-hidden="true" />}>
            Each purchase of a coin becomes a lot with its own date and cost. Once you hold coins, they stand
            here.
          </EmptyState>
        ) : (
          <Stack gap="lg">
            <Panel
              title="Lots"
              about={<MethodInForce method={answer.method} />}
              aside={<IdentifyButton onClick={() => onIdentify(filter.asset, filter.account)} />}
            >
              <LotFilters
                filter={filter}
                setFilter={setFilter}
                assets={answer.assets}
                accounts={answer.accounts}
              />
              {answer.total === 0 ? (
                <NoMatch what="lots like these" onClear={() => setFilter(noFilter)} />
              ) : (
                <>
                  <PagedTable
                    label="Open lots"
                    pages={pages}
                    rowKey={lotKey}
                    columns={lotColumns}
                    of={JSON.stringify(filter)}
                    footer={footerOf(answer)}
                  />
                  <CopyRows
                    count={answer.total}
                    columns={copiedLots}
                    rows={() => allRows('holdings.lots', askedOf(filter), lotPage)}
                  />
                </>
              )}
            </Panel>
            {answer.issues.length > 0 && (
              <Panel title="What may be wrong with these lots">
                <Issues issues={answer.issues} />
              </Panel>
            )}
          </Stack>
        )
      }
    </Answer>
  );
}

function IdentifyButton({ onClick }: { onClick(): void }): ReactNode {
  return (
    <Button
      variant="default"
      leftSection={<IconHandFinger size={16} aria-hidden="true" />}
      onClick={onClick}
      style={{ flexShrink: 0 }}
    >
      Choose lots for the next sale
    </Button>
  );
}

function MethodInForce({ method }: { readonly method: string }): ReactNode {
  const words = wordsOfMethod(method);
  if (words === null) return <>Your accounts sell their lots in different orders: see Choices on record.</>;
  return (
    <>
      Today a sale uses {words.uses}: {words.term === null ? words.name : <Term id={words.term} />}.
    </>
  );
}

/** Of what has a price, so that it adds up with value and gain; the rest stands below. */
function CostOfAll({ sums }: Pick<Lots, 'sums'>): ReactNode {
  const { priced, apart } = costOfPriced(sums);
  return (
    <>
      <MoneyText value={priced} />
      {apart !== null && (
        <Small>
          and <MoneyText value={apart} /> without a price
        </Small>
      )}
      {sums.basisUnknown && (
        <div>
          <AssumedCost />
        </div>
      )}
    </>
  );
}

/** Sums of all that match, from the core: not of the rows that happen to be here. */
function footerOf({ total, sums }: Lots): ReactNode[] {
  const cells: Readonly<Record<string, ReactNode>> = {
    asset: 'All',
    acquired: (
      <Text span size="sm" fw={600}>
        {formatCount(total)} {total === 1 ? 'lot' : 'lots'}
      </Text>
    ),
    cost: <CostOfAll sums={sums} />,
    value: <MoneyText value={sums.value} unknown="no price" />,
    gain: <MoneyText value={sums.gain} signed="gain" unknown="no price" />,
  };
  return lotColumns.map(({ key }) => cells[key] ?? null);
}
