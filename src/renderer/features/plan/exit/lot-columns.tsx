import { DateText, MoneyText, QuantityText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';

/** What tables of lots on this screen have in common. */
export interface LotRow {
  readonly asset: string;
  readonly acquiredDate: string;
  readonly accountName: string;
  readonly quantity: string;
  readonly costBasis: string;
  readonly gain: string;
  readonly term: 'short' | 'long';
}

/** What the units bring or are worth, between their number and their cost. */
interface WorthColumn<T> {
  readonly key: string;
  readonly header: string;
  of(row: T): string;
}

/** The columns of lots that are sold, or could be. */
export function lotColumns<T extends LotRow>(currency: string, worth: WorthColumn<T>): readonly Column<T>[] {
  return [
    {
      key: 'lot',
      header: 'Lot',
      cell: ({ asset, acquiredDate }) => (
        <>
          {asset} of <DateText value={acquiredDate} />
        </>
      ),
      compare: (a, b) => a.acquiredDate.localeCompare(b.acquiredDate),
    },
    { key: 'account', header: 'Account', cell: ({ accountName }) => accountName, onlyWide: true },
    {
      key: 'quantity',
      header: 'Units',
      align: 'right',
      cell: ({ quantity, asset }) => <QuantityText value={quantity} unit={asset} />,
    },
    {
      key: worth.key,
      header: worth.header,
      align: 'right',
      cell: (row) => <MoneyText value={worth.of(row)} currency={currency} />,
    },
    {
      key: 'basis',
      header: 'Cost basis',
      align: 'right',
      cell: ({ costBasis }) => <MoneyText value={costBasis} currency={currency} />,
    },
    {
      key: 'gain',
      header: 'Gain',
      align: 'right',
      cell: ({ gain }) => <MoneyText value={gain} currency={currency} signed="gain" />,
    },
    { key: 'term', header: 'Term', cell: ({ term }) => (term === 'long' ? 'Long-term' : 'Short-term') },
  ];
}
