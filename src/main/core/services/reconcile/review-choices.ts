/** What a row that nobody knows can be said to be: kinds that its amounts allow. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { EventKind, IncomeReason, LedgerEvent } from '../../../../shared/domain/event.ts';
import { tradeKind } from '../../../../shared/domain/trade-kind.ts';
import { isNegative } from '../../../../shared/num/arithmetic.ts';

type Asks = CallAnswer<'imports.review'>['rows'][number]['choices'][number]['asks'];

export interface KindChoice {
  /** 'trade': several rows are one. */
  readonly kind: EventKind | 'trade';
  readonly words: string;
  readonly reason: IncomeReason | null;
  readonly asks: Asks;
}

const income = (reason: IncomeReason, words: string): KindChoice => ({
  kind: 'income',
  words,
  reason,
  asks: 'nothing',
});
const plain = (kind: EventKind, words: string): KindChoice => ({
  kind,
  words,
  reason: null,
  asks: 'nothing',
});
const withOthers: KindChoice = {
  kind: 'trade',
  words: 'A part of one trade, together with other rows',
  reason: null,
  asks: 'others',
};

const arrived: readonly KindChoice[] = [
  plain('deposit', 'A deposit: it came from another account or from a bank'),
  { kind: 'buy', words: 'Bought for money that was paid outside', reason: null, asks: 'money' },
  income('staking', 'Income from staking'),
  income('interest', 'Interest'),
  income('airdrop', 'An airdrop'),
  income('reward', 'A reward or bonus'),
  income('referral', 'A referral reward'),
  income('other', 'Other income'),
  plain('rebate', 'Fees that were given back'),
  plain('gift-received', 'A gift'),
  withOthers,
];
const left: readonly KindChoice[] = [
  plain('withdrawal', 'A withdrawal: it went to another account or to a bank'),
  { kind: 'sell', words: 'Sold for money that was paid outside', reason: null, asks: 'money' },
  plain('fee', 'A fee'),
  plain('spend', 'Spent on goods or services'),
  plain('gift-sent', 'A gift to somebody'),
  plain('donation', 'A donation'),
  plain('loss', 'Lost or stolen'),
  withOthers,
];

/** What rows can hold that have a fee beside what came. */
const withFee: ReadonlySet<string> = new Set(['deposit', 'buy', 'trade']);

/** Where a row moves more than one asset each way: only a part of a trade; else it takes a row in a Hedgerow CSV. */
export function choicesFor({ legs }: Pick<LedgerEvent, 'legs'>): readonly KindChoice[] {
  const main = legs.filter(({ role }) => role !== 'fee');
  const came = main.filter(({ quantity }) => !isNegative(quantity));
  const went = main.filter(({ quantity }) => isNegative(quantity));
  const [received, given] = [came[0], went[0]];
  if (came.length > 1 || went.length > 1 || legs.length - main.length > 1) return [withOthers];
  if (main.length === 0) return [plain('fee', 'A fee'), withOthers];
  if (received !== undefined && given !== undefined)
    return [
      plain(tradeKind(received.asset, given.asset, 'buy'), 'A trade of the one for the other'),
      withOthers,
    ];
  if (legs.length > main.length)
    return received === undefined
      ? left.filter(({ kind }) => kind !== 'fee')
      : arrived.filter(({ kind }) => withFee.has(kind));
  return received === undefined ? left : arrived;
}
