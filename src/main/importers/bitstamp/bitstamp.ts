/**
 * Bitstamp transactions: trades, deposits, withdrawals and rewards, one row each.
 *
 * Variants: v1 (to 2024) has units in its cells and times such as "Jan. 28, 2022, 12:13 AM", in UTC, without seconds; v2
 * (from 2025) has columns for the coins, ids and ISO times. Amounts are positive and gross, the fee is extra.
 * Errors: `import/unknown-word`, `import/missing-value`, `import/unknown-type-sign`, and those of every cell.
 */
import type { Leg } from '../../../shared/domain/event.ts';
import { negate } from '../../../shared/num/arithmetic.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { isBlank } from '../cells/decimals.ts';
import { tradeKind } from '../cells/trades.ts';
import { bitstampAccount } from '../known-accounts.ts';
import { amountWithCoin, type CoinAmount } from '../table/amount-with-coin.ts';
import { costLeg, leg } from '../table/legs.ts';
import { sideWords } from '../table/side-words.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { Draft, TableRow } from '../table/table-row.ts';

export const bitstamp = tableImporter({
  id: 'bitstamp',
  name: 'Bitstamp transactions',
  exchange: 'Bitstamp',
  help: 'Bitstamp: Account, Transaction history, Export transactions, CSV.',
  headers: [
    'Type,Datetime,Account,Amount,Value,Rate,Fee,Sub Type',
    'ID,Account,Type,Subtype,Datetime,Amount,Amount currency,Value,Value currency,Rate,Rate currency,Fee,Fee currency,Order ID',
  ],
  account: bitstampAccount,
  accountIsChoice: true,
  // The one file of this exchange: it has everything.
  ranks: { trades: 1, moves: 1, income: 1 },
  layouts: [
    {
      variant: 'v1',
      words: 'to 2024, with units in the cells',
      required: columnsOf('type,datetime,account,amount,value,rate,fee,subtype'),
      zone: utc,
    },
    {
      variant: 'v2',
      words: 'from 2025, with ids',
      required: columnsOf(
        'id,account,type,subtype,datetime,amount,amount currency,value,value currency,rate,rate currency,fee,fee currency,order id',
      ),
      zone: utc,
    },
  ],
  aliases: { 'sub type': 'subtype' },
  row: readRow,
});

/** What came ('in') or went ('out') where nothing was traded. */
const types: ReadonlyMap<string, Pick<Draft, 'kind' | 'reason'> & { readonly isOut: boolean }> = new Map([
  ['deposit', { kind: 'deposit', isOut: false }],
  ['ripple deposit', { kind: 'deposit', isOut: false }],
  ['withdrawal', { kind: 'withdrawal', isOut: true }],
  ['ripple payment', { kind: 'withdrawal', isOut: true }],
  ['staking reward', { kind: 'income', reason: 'staking', isOut: false }],
]);

function readRow(row: TableRow): void {
  const time = row.time('datetime');
  const type = row.needed('type');
  const amount = amountIn(row, 'amount');
  const fee = isBlank(row.text('fee')) ? undefined : amountIn(row, 'fee');
  if (type.toLowerCase() === 'market') return readTrade(row, time, amount, fee);
  const meaning = types.get(type.toLowerCase());
  // Amounts have no sign: of a type that nobody knows it cannot be said whether coins came or went.
  if (meaning === undefined && type !== '') row.error('import/unknown-type-sign', { type }, type);
  if (!row.isGood || !time || !amount || !meaning) return;
  const { isOut, ...rest } = meaning;
  const asset = row.asset(amount.coin, time);
  row.emit({
    ...common(row, time, type),
    ...rest,
    legs: [
      ...leg(row.account, asset, isOut ? negate(amount.value) : amount.value),
      ...feeLegs(row, time, fee),
    ],
  });
}

function readTrade(
  row: TableRow,
  time: Instant | undefined,
  amount: CoinAmount | undefined,
  fee: CoinAmount | undefined,
): void {
  const side = row.word('subtype', sideWords);
  const value = amountIn(row, 'value');
  if (!row.isGood || !time || !amount || !value || !side) return;
  const [received, given] = side === 'buy' ? [amount, value] : [value, amount];
  const receivedAsset = row.asset(received.coin, time);
  const givenAsset = row.asset(given.coin, time);
  row.emit({
    ...common(row, time, 'Market'),
    kind: tradeKind(receivedAsset, givenAsset, side),
    legs: [
      ...leg(row.account, receivedAsset, received.value),
      ...leg(row.account, givenAsset, negate(given.value)),
      ...feeLegs(row, time, fee),
    ],
  });
}

function common(row: TableRow, time: Instant, type: string): Pick<Draft, 'time' | 'note' | 'externalId'> {
  const id = row.text('id');
  const account = row.text('account');
  const note = account === '' || account === 'Main Account' ? type : `${type}, ${account}`;
  return { time, note, ...(id !== '' && { externalId: id }) };
}

/** "1.00000000 ETH", or a number with a column for its coin. Above zero, or a fee of nothing. */
function amountIn(row: TableRow, column: 'amount' | 'value' | 'fee'): CoinAmount | undefined {
  if (row.variant === 'v1') return amountWithCoin(row, column);
  const coin = row.needed(`${column} currency`);
  return coin === '' ? undefined : amountWithCoin(row, column, coin);
}

function feeLegs(row: TableRow, time: Instant, fee: CoinAmount | undefined): readonly Leg[] {
  return fee === undefined ? [] : costLeg(row.account, row.asset(fee.coin, time), fee.value);
}
