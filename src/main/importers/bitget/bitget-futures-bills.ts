/**
 * Bitget's futures transactions: one row a change of the balance, without prices and quantities.
 *
 * Amount of a close is profit before the fee; Fee is below zero where it was paid; a row that opened has the fee alone.
 * Funding has the balance's sign, unless its type says the way (…_IN, …_OUT). Ids begin with a tab, a mark of byte order
 * stands before the header, the zone of the times stands nowhere.
 * Errors: those of every cell; warnings `import/unknown-type`, `import/type-not-confirmed`, `import/unclear-type`.
 */
import { type ContractId, contractId } from '../../../shared/domain/contract-spec.ts';
import type { EventKind } from '../../../shared/domain/event.ts';
import { isNegative, isZero, negate } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { isBlank } from '../cells/decimals.ts';
import { bitgetFuturesAccount } from '../known-accounts.ts';
import { feeLeg, leg, withBalance } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { bitgetMeaning, type FuturesMeaning } from './bitget-futures-types.ts';

export const bitgetFuturesBills = tableImporter({
  id: 'bitget-futures-bills',
  name: "Bitget's futures transactions",
  exchange: 'Bitget',
  help: 'Bitget: Orders, Futures Orders, Transactions, Export. It has funding and fees; import the order history as well.',
  headers: ['Order,Date,Coin,Futures,Margin Mode,Type,Amount,Fee,Wallet balance'],
  account: bitgetFuturesAccount,
  accountIsChoice: true,
  // Funding and moves stand here alone; profits and fees repeat the orders, which have prices and quantities.
  ranks: { futures: 2, funding: 1, moves: 1 },
  layouts: [
    {
      variant: 'bills',
      words: 'from 2024',
      required: columnsOf('order, date, coin, futures, margin mode, type, amount, fee, wallet balance'),
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time('date');
  const type = row.needed('type');
  const coin = row.needed('coin');
  const amount = row.stated('amount');
  // A row without an amount is its fee.
  const isFee = amount !== undefined && isZero(amount.value);
  const fee = isFee ? row.stated('fee') : row.quantity('fee');
  const after = row.optional('wallet balance');
  if (!row.isGood || !time || !amount || !fee) return;
  if (isZero(amount.value) && isZero(fee.value)) return row.ignored('nothing-moved');
  const word = type.toLowerCase();
  const quantity = signedBy(word, amount.value);
  const meaning = bitgetMeaning(word, isNegative(quantity));
  warnOf(row, type, meaning, quantity);
  const { role } = meaning ?? { role: 'principal' };
  const asset = row.asset(coin, time);
  const contract = contractOf(row.text('futures'));
  const id = row.text('order');
  row.emit({
    time,
    kind: kindOf(meaning, quantity),
    legs: withBalance(
      [...leg(row.account, asset, quantity, role), ...feeLeg(row.account, asset, fee.value)],
      after,
    ),
    note: type,
    ...(role !== 'principal' && contract !== undefined && { contract }),
    ...(id !== '' && { externalId: id }),
  });
}

/** Files of unified accounts state the way in the type. */
function signedBy(word: string, amount: Quantity): Quantity {
  return word.endsWith('_out') && !isNegative(amount) ? negate(amount) : amount;
}

function kindOf(meaning: FuturesMeaning | null, amount: Quantity): EventKind {
  if (meaning === null) return 'balance-change';
  return meaning.kind === 'realised-profit' && isZero(amount) ? 'futures-fee' : meaning.kind;
}

function warnOf(row: TableRow, type: string, meaning: FuturesMeaning | null, amount: Quantity): void {
  // A row that opened with an amount: nobody knows what it is.
  const isOddOpen = type.toLowerCase().startsWith('open_') && !isZero(amount);
  if (meaning === null) row.warn('import/unknown-type', { type }, type);
  else if (meaning.isNotConfirmed) row.warn('import/type-not-confirmed', { type }, type);
  else if (meaning.isUnclear || isOddOpen) row.warn('import/unclear-type', { type }, type);
}

/** POPCATUSDT, BTCUSDT_UMCBL (older files add the kind of the contract). */
export function contractOf(symbol: string): ContractId | undefined {
  if (isBlank(symbol)) return undefined;
  return contractId('bitget', symbol.toUpperCase().replace(/_(?:UM|DM|CM)CBL$/u, ''));
}
