/** Pionex's deposits and withdrawals. Its trades come in CoinTracker's layout. Coins have their network behind them: BUSDBEP20. */
import { genericImporter, labelWithDirection } from './generic-importer.ts';
import type { GenericRow } from './generic-row.ts';
import { move } from './labels.ts';
import { emitTwoSided, type Label } from './two-sided.ts';

const types: ReadonlyMap<string, Label> = new Map([
  ['deposit', move],
  ['withdraw', move],
  ['withdrawal', move],
]);

export const pionexMoves = genericImporter({
  id: 'pionex-moves',
  name: 'Pionex deposits and withdrawals',
  program: 'Pionex',
  help: 'Pionex: Wallet, History, Export. Its trades are read as the CoinTracker template.',
  headers: ['date(UTC+0),tx_type,amount,coin,network,txid,fee'],
  signatures: [
    {
      variant: 'moves',
      required: ['date', 'tx_type', 'amount', 'coin', 'network', 'txid', 'fee'],
    },
  ],
  timeColumn: 'date',
  namesWallets: false,
  row: readMove,
});

/** A fee is in the coin that moves. */
function readMove(row: GenericRow): void {
  const time = row.time('date');
  if (time === undefined) return;
  const asset = row.asset(coinOf(row), time);
  const amount = row.cells.unsigned(row.needed('amount'), 'amount');
  const fee = row.cells.unsigned(row.text('fee'), 'fee');
  if (!row.cells.isGood || amount === undefined || fee === undefined) return;
  const word = row.text('tx_type');
  const label = labelWithDirection(row, word, types);
  if (label === null) return;
  const isOut = word.toLowerCase().startsWith('withdraw');
  const moved = { asset, quantity: amount.value };
  const account = row.account('');
  emitTwoSided(row, {
    time,
    received: isOut ? null : moved,
    sent: isOut ? moved : null,
    fee: fee.text === '0' ? null : { asset, quantity: fee.value },
    from: account,
    to: account,
    label,
    id: row.text('txid'),
  });
}

/** Errors: `import/missing-value`. */
function coinOf(row: GenericRow): string {
  const coin = row.text('coin').toUpperCase();
  const network = row.text('network').toUpperCase();
  if (coin === '') row.cells.error('import/missing-value', { column: 'coin' }, 'coin');
  const isBehind = network !== '' && coin.length > network.length && coin.endsWith(network);
  return isBehind ? coin.slice(0, -network.length) : coin;
}
