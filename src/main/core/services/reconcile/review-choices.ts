/** What a row that nobody knows can be said to be: kinds that its amounts allow. */
import type { EventKind, IncomeReason, LedgerEvent } from '../../../../shared/domain/event.ts';
import { tradeKind } from '../../../../shared/domain/trade-kind.ts';
import { isNegative } from '../../../../shared/num/arithmetic.ts';

export interface KindChoice {
  readonly kind: EventKind;
  readonly words: string;
  readonly reason: IncomeReason | null;
}

const income = (reason: IncomeReason, words: string): KindChoice => ({ kind: 'income', words, reason });
const plain = (kind: EventKind, words: string): KindChoice => ({ kind, words, reason: null });

const arrived: readonly KindChoice[] = [
  plain('deposit', 'A deposit: it came from another account or from a bank'),
  income('staking', 'Income from staking'),
  income('interest', 'Interest'),
  income('airdrop', 'An airdrop'),
  income('reward', 'A reward or bonus'),
  income('referral', 'A referral reward'),
  income('other', 'Other income'),
  plain('rebate', 'Fees that were given back'),
  plain('gift-received', 'A gift'),
];
const left: readonly KindChoice[] = [
  plain('withdrawal', 'A withdrawal: it went to another account or to a bank'),
  plain('fee', 'A fee'),
  plain('spend', 'Spent on goods or services'),
  plain('gift-sent', 'A gift to somebody'),
  plain('donation', 'A donation'),
  plain('loss', 'Lost or stolen'),
];

/** None where a row moves more than one asset each way: that takes a row in a Hedgerow CSV. */
export function choicesFor({ legs }: Pick<LedgerEvent, 'legs'>): readonly KindChoice[] {
  const main = legs.filter(({ role }) => role !== 'fee');
  const came = main.filter(({ quantity }) => !isNegative(quantity));
  const went = main.filter(({ quantity }) => isNegative(quantity));
  const [received, given] = [came[0], went[0]];
  if (came.length > 1 || went.length > 1 || legs.length - main.length > 1) return [];
  if (received !== undefined && given !== undefined)
    return [plain(tradeKind(received.asset, given.asset, 'buy'), 'A trade of the one for the other')];
  if (legs.length > main.length)
    return received === undefined ? left.filter(({ kind }) => kind !== 'fee') : arrived.slice(0, 1);
  return received === undefined ? left : arrived;
}
