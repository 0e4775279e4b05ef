/** What Binance's files of deposits and withdrawals do alike: which way coins went, and the event of one move. */
import { negate } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { failure } from '../../../shared/errors/failure.ts';
import type { Detection, FileHead } from '../importer.ts';
import { costLeg, leg } from '../table/legs.ts';
import type { TableRow } from '../table/table-row.ts';

type Way = 'deposits' | 'withdrawals';

/** Of headers that both ways have: what the user says, else what the file's name says; null where nothing does. */
function wayOf({ file, market }: FileHead): Way | null {
  const text = (market ?? file).toLowerCase();
  const isDeposits = text.includes('deposit');
  if (isDeposits === text.includes('withdraw')) return null;
  return isDeposits ? 'deposits' : 'withdrawals';
}

/** The detection with its way in the variant, or with a refusal that asks for it: `import/market-unclear`. */
export function withWay(detection: Detection, head: FileHead): Detection {
  const way = wayOf(head);
  // The way is part of what a row says, though it stands in none: as the market of market data is.
  if (way !== null) return { ...detection, variant: `${detection.variant}-${way}`, market: way };
  const { file } = head;
  const refusal = failure('import/market-unclear', { file, one: 'deposits', other: 'withdrawals' }, { file });
  return { ...detection, refusal };
}

export interface Move {
  readonly time: Instant;
  readonly coin: string;
  readonly amount: Quantity;
  readonly fee: Quantity;
  /** Hash or order. */
  readonly id: string;
  readonly note: string;
}

/** In: a row whose variant ends in its way. The fee is on top of what a withdrawal sends, and within a deposit. */
export function emitMove(row: TableRow, { time, coin, amount, fee, id, note }: Move): void {
  const asset = row.asset(coin, time);
  const isOut = row.variant.endsWith('withdrawals');
  row.emit({
    time,
    kind: isOut ? 'withdrawal' : 'deposit',
    legs: [...leg(row.account, asset, isOut ? negate(amount) : amount), ...costLeg(row.account, asset, fee)],
    ...(id !== '' && { externalId: id }),
    ...(note !== '' && { note }),
  });
}
