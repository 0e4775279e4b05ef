import { Button, Group } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { usePages } from '../../../rpc/use-pages.ts';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { signOf } from '../../../ui/number-format.ts';
import { MoneyText, PriceText, QuantityText, DateText } from '../../../ui/numbers.tsx';
import { PagedTable } from '../../../ui/paged-table.tsx';
import { Answer } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { AssumedCost } from '../../../ui/assumed-cost.tsx';
import { Small } from '../small.tsx';
import { countdownWords, lotKey, lotPage, type OpenLot } from '../view-model.ts';
import { freeOf, type Reserved, type Typed } from './identify-draft.ts';

export interface LotPickerProps {
  readonly asset: string;
  readonly account: string;
  readonly typed: Typed;
  readonly reserved: Reserved;
  /** By lot. */
  readonly errors: Readonly<Record<string, string>>;
  onType(typed: Typed): void;
}

/** The lots of one asset in one account, each with a field for how much of it is sold. */
export function LotPicker(props: LotPickerProps): ReactNode {
  const { asset, account, typed, reserved, errors, onType } = props;
  const filter = useMemo(() => ({ asset, account }), [asset, account]);
  const pages = usePages('holdings.lots', filter, lotPage);
  const take: Column<OpenLot> = {
    key: 'take',
    header: 'Sell of it',
    width: '210px',
    cell: (lot) => (
      <Take
        lot={lot}
        free={freeOf(lot, reserved)}
        text={typed[lot.lot]?.text ?? ''}
        error={errors[lot.lot]}
        onType={(text) => onType({ ...typed, [lot.lot]: { lot, text } })}
      />
    ),
  };
  return (
    <Answer of={pages.first} what={`Reading the lots of ${asset}`}>
      {() => (
        <PagedTable
          label={`Lots of ${asset} to choose from`}
          pages={pages}
          rowKey={lotKey}
          columns={[acquired, held(reserved), ...figures, take]}
          of={`${asset} ${account}`}
          maxHeight={420}
        />
      )}
    </Answer>
  );
}

interface TakeProps {
  readonly lot: OpenLot;
  readonly free: string;
  readonly text: string;
  readonly error: string | undefined;
  onType(text: string): void;
}

function Take({ lot, free, text, error, onType }: TakeProps): ReactNode {
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <DecimalInput
        aria-label={`Quantity of the lot of ${lot.acquiredDate}`}
        value={text}
        onChange={onType}
        error={error}
        size="xs"
        w={130}
      />
      <Button
        variant="subtle"
        size="xs"
        px={8}
        disabled={signOf(free) === 'flat'}
        onClick={() => onType(free)}
      >
        All
      </Button>
    </Group>
  );
}

const acquired: Column<OpenLot> = {
  key: 'acquired',
  header: 'Acquired',
  cell: (lot) => (
    <>
      <DateText value={lot.acquiredDate} />
      <Small>{lot.term === 'long' ? 'long-term' : `long-term ${countdownWords(lot)}`}</Small>
    </>
  ),
};

function held(reserved: Reserved): Column<OpenLot> {
  return {
    key: 'held',
    header: 'Held',
    align: 'right',
    cell: ({ lot, quantity }) => (
      <>
        <QuantityText value={quantity} />
        {reserved[lot] !== undefined && (
          <Small>
            named already <QuantityText value={reserved[lot]} />
          </Small>
        )}
      </>
    ),
  };
}

const figures: readonly Column<OpenLot>[] = [
  {
    key: 'cost',
    header: 'Cost of one',
    align: 'right',
    cell: ({ costPerUnit, basisUnknown }) =>
      basisUnknown ? <AssumedCost /> : <PriceText value={costPerUnit} />,
  },
  {
    key: 'gain',
    header: 'Gain of all of it',
    align: 'right',
    cell: ({ gain }) => <MoneyText value={gain} signed="gain" unknown="no price" />,
  },
];
