/**
 * Coinbase transaction history, all five generations (retail, with Advanced Trade in it).
 *
 * v1 has the currency in the column names; v2 and v3 a column for it; v4 signs its quantities and glues currency signs
 * to amounts; v5 adds addresses. Above the header stand two to seven lines. Subtotal is gross, total has the fee in it.
 * A conversion is one row, whose note says what was bought, or since 2026 two rows with the same note, as parts.
 * Errors: `import/convert-unreadable`, `import/unknown-type-sign`, and those of every cell; warnings
 * `import/unknown-type`, `import/unclear-type`, `import/note-unread`.
 */
import { CoinbaseReader } from './coinbase-reader.ts';
import { type HeaderSignature, matchHeader } from './header.ts';
import type { Detection, FileHead, Importer } from './importer.ts';
import { coinbaseAccount } from './known-accounts.ts';
import { utc } from '../../shared/time/time-zone.ts';

const signatures: readonly HeaderSignature[] = [
  {
    variant: 'coinbase',
    required: [
      'timestamp',
      'transaction type',
      'asset',
      'quantity transacted',
      'price at transaction',
      'subtotal',
      'total',
      'fees',
      'notes',
    ],
    optional: ['id', 'price currency', 'sender address', 'recipient address'],
  },
];

const withCurrency = /^([a-z]{3,4}) (spot price at transaction|subtotal|total \(inclusive of fees\)|fees)$/u;

/** The column's name through all generations. */
function alias(name: string): string {
  const plain = withCurrency.exec(name)?.[2] ?? name;
  if (plain.startsWith('spot price ')) return plain.slice('spot '.length);
  if (plain.startsWith('total (inclusive of fees')) return 'total';
  return plain === 'fees and/or spread' ? 'fees' : plain;
}

export const coinbase: Importer = {
  id: 'coinbase',
  name: 'Coinbase transaction history',
  exchange: 'Coinbase',
  help: 'Coinbase: Profile, Taxes or Statements, Documents or Custom statement, Transactions, CSV.',
  headers: [
    'Timestamp,Transaction Type,Asset,Quantity Transacted,EUR Spot Price at Transaction,EUR Subtotal,EUR Total (inclusive of fees),EUR Fees,Notes',
    'Timestamp,Transaction Type,Asset,Quantity Transacted,Spot Price Currency,Spot Price at Transaction,Subtotal,Total (inclusive of fees),Fees,Notes',
    'Timestamp,Transaction Type,Asset,Quantity Transacted,Spot Price Currency,Spot Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes',
    'ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes',
    'ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes,Sender Address,Recipient Address',
  ],
  account: coinbaseAccount,
  accountIsChoice: true,
  idIsUnique: true,
  // It has all that the two older reports have, and Advanced Trade.
  ranks: { trades: 1, moves: 1, income: 1 },
  detect,
  open: (detection, context, sink) => new CoinbaseReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  const match = matchHeader(head, signatures, alias);
  if (match === null) return null;
  const { headerIndex, columns } = match;
  const header = head.rows[headerIndex]?.cells ?? [];
  const currency = header.map((cell) => withCurrency.exec(cell.trim().toLowerCase())?.[1]).find(Boolean);
  if (currency === undefined && !columns.has('price currency')) return null;
  const variant = variantOf(header.join(',').toLowerCase(), currency);
  const why = `Its columns are those of Coinbase's transaction history, ${generationWords[variant]}.`;
  return {
    variant,
    headerIndex,
    columns,
    why,
    // Every time carries its own zone.
    zone: { zone: utc, from: 'file' },
    ...(currency !== undefined && { currency: currency.toUpperCase() }),
  };
}

type Generation = 'v1' | 'v2' | 'v3' | 'v4' | 'v5';

const generationWords: Readonly<Record<Generation, string>> = {
  v1: 'first generation, to 2021 (the currency stands in the column names)',
  v2: 'second generation, about 2021 (with a currency column)',
  v3: 'third generation, 2022 and 2023 (fees and/or spread)',
  v4: 'fourth generation, 2024 (signed quantities)',
  v5: 'fifth generation, from 2025 (with addresses)',
};

function variantOf(header: string, currency: string | undefined): Generation {
  if (currency !== undefined) return 'v1';
  if (header.includes('sender address')) return 'v5';
  if (!header.includes('spot price')) return 'v4';
  return header.includes('spread') ? 'v3' : 'v2';
}
