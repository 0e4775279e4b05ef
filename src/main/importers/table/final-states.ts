/**
 * Words that exchanges write for how a record ended: whether something moved. In small letters, as `TableRow.word` looks
 * them up. Source: exports of Binance, Bybit, KuCoin, MEXC and OKX.
 */
export const finalStates: ReadonlyMap<string, boolean> = new Map([
  ...[
    'completed',
    'complete',
    'success',
    'successful',
    'successfully',
    'succeeded',
    'filled',
    'finished',
    'deal',
  ].map(word(true)),
  ...['confirmed', 'credited', 'credited successfully', 'withdrawal successful', 'sent'].map(word(true)),
  ...['partial', 'partially filled', 'partially_filled', 'part_deal', 'settled', 'done'].map(word(true)),
  ...['cancel', 'canceled', 'cancelled', 'failed', 'failure', 'rejected', 'expired', 'refunded'].map(
    word(false),
  ),
  ...['open', 'new', 'pending', 'processing', 'waiting', 'awaiting approval', 'unpaid', 'appealing'].map(
    word(false),
  ),
]);

function word(moved: boolean): (text: string) => readonly [string, boolean] {
  return (text) => [text, moved];
}
