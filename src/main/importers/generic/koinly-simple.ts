/** Koinly's templates for trades in a market and for transfers of one coin. They name no wallet. */
import { utc } from '../../../shared/time/time-zone.ts';
import { splitPair } from '../binance-pairs.ts';
import { genericImporter, labelToTell } from './generic-importer.ts';
import type { GenericRow } from './generic-row.ts';
import { koinlyLabels } from './koinly-labels.ts';
import { trade } from './labels.ts';
import { emitTwoSided } from './two-sided.ts';

export const koinlySimple = genericImporter({
  id: 'koinly-simple',
  name: 'Koinly trade and transfer templates',
  program: 'Koinly',
  help: 'Koinly: the "trade" or "simple" CSV template.',
  headers: [
    'Koinly Date,Pair,Side,Amount,Total,Fee Amount,Fee Currency,Order ID,Trade ID',
    'Koinly Date,Amount,Currency,Label,TxHash',
  ],
  signatures: [
    {
      variant: 'trades',
      required: ['koinly date', 'pair', 'side', 'amount', 'total'],
      optional: ['fee amount', 'fee currency', 'order id', 'trade id'],
    },
    {
      variant: 'transfers',
      required: ['koinly date', 'amount', 'currency'],
      optional: ['label', 'txhash'],
    },
  ],
  timeColumn: 'koinly date',
  zone: utc,
  namesWallets: false,
  row: (row) => (row.variant === 'trades' ? readTrade(row) : readTransfer(row)),
});

function readTrade(row: GenericRow): void {
  const time = row.time('koinly date');
  const pair = pairOf(row);
  const side = sideOf(row);
  const amount = row.cells.positive(row.text('amount'), 'amount');
  const total = row.cells.positive(row.text('total'), 'total');
  if (time === undefined) return;
  const fee = row.fee('fee amount', 'fee currency', time);
  if (!row.cells.isGood || !pair || !side || !amount || !total || fee === undefined) return;
  const coins = { asset: row.asset(pair.base, time), quantity: amount.value };
  const money = { asset: row.asset(pair.quote, time), quantity: total.value };
  const account = row.account('');
  emitTwoSided(row, {
    time,
    received: side === 'buy' ? coins : money,
    sent: side === 'buy' ? money : coins,
    fee,
    from: account,
    to: account,
    label: trade,
    id: row.text('trade id', 'order id'),
  });
}

/** Errors: `import/unknown-pair`. */
function pairOf(row: GenericRow): { readonly base: string; readonly quote: string } | null {
  const text = row.text('pair').toUpperCase();
  const [base = '', quote = ''] = text.split(/[-/_:]/u);
  const pair = quote === '' ? splitPair(text, '') : { base, quote };
  if (pair === null || pair.base === '') row.cells.error('import/unknown-pair', { pair: text }, 'pair');
  return pair;
}

/** Errors: `import/unknown-word`. */
function sideOf(row: GenericRow): 'buy' | 'sell' | null {
  const text = row.text('side');
  const word = text.toLowerCase();
  if (word === 'buy' || word === 'sell') return word;
  row.cells.error('import/unknown-word', { column: 'side', text, known: 'buy, sell' }, 'side');
  return null;
}

/** The sign says whether it came or went. */
function readTransfer(row: GenericRow): void {
  const time = row.time('koinly date');
  if (time === undefined) return;
  const amount = row.signedAmount('amount', 'currency', time);
  if (amount === undefined || !row.cells.isGood) return;
  const word = row.text('label');
  const isOut = row.text('amount').startsWith('-');
  const account = row.account('');
  emitTwoSided(row, {
    time,
    received: isOut ? null : amount,
    sent: isOut ? amount : null,
    fee: null,
    from: account,
    to: account,
    label: labelToTell(row, word, koinlyLabels, false),
    id: row.text('txhash'),
    note: word,
  });
}
