/** The words for methods, and for why a sale used just these units. Pure. */
import type { Disposal, LotMethod, MatchReason } from '../../../shared/domain/lot.ts';
import { wordsOfKind } from '../../ui/event-words.ts';
import type { TermId } from '../../ui/glossary.ts';

export interface MethodWords {
  readonly name: string;
  /** What a sale does under it, as the end of "A sale uses …". */
  readonly uses: string;
  /** Its entry in the glossary, if it has one. */
  readonly term: TermId | null;
}

export const methodWords: Readonly<Record<LotMethod, MethodWords>> = {
  fifo: { name: 'First in, first out', uses: 'the oldest lots first', term: 'fifo' },
  lifo: { name: 'Last in, first out', uses: 'the newest lots first', term: 'lifo' },
  hifo: { name: 'Highest cost first', uses: 'the lots that cost the most first', term: 'hifo' },
  lofo: { name: 'Lowest cost first', uses: 'the lots that cost the least first', term: 'lofo' },
  'lowest-tax': {
    name: 'Lowest tax first',
    uses: 'the lots first whose sale is taxed the least',
    term: 'lowest-tax',
  },
  specific: {
    name: 'Lots you name',
    uses: 'the lots that you named for it, and else the oldest first',
    term: 'specific-identification',
  },
  average: { name: 'Average cost', uses: 'coins at the average cost of all', term: 'average-cost' },
  'section-104': {
    name: 'Same day, 30 days, pool',
    uses: 'coins of the same day, then of the 30 days after, then of the pool',
    term: null,
  },
};

const otherReasons: Readonly<Record<Exclude<MatchReason, LotMethod>, string>> = {
  identified: 'You named this lot before the sale',
  'same-day': 'Bought on the day of the sale: those come first',
  'thirty-days': 'Bought within 30 days after the sale: those come next',
  pool: 'Taken from the pool, at its average cost',
  'zero-cost': 'Units were missing: a cost of zero is assumed',
};

const methodReasons: Readonly<Record<LotMethod, string>> = {
  fifo: 'First in, first out: the oldest left',
  lifo: 'Last in, first out: the newest left',
  hifo: 'Highest cost first',
  lofo: 'Lowest cost first',
  'lowest-tax': 'Lowest tax first',
  specific: 'No lot was named: the oldest left',
  average: 'Average cost of all units',
  'section-104': 'Same day, 30 days, pool',
};

const reasons: Readonly<Partial<Record<string, string>>> = { ...methodReasons, ...otherReasons };

/** Why just this lot left; what is not known stands as the core says it. */
export function wordsOfReason(reason: string): string {
  return reasons[reason] ?? reason;
}

const causes: Readonly<Record<Disposal['cause'], string>> = {
  sale: 'Sale',
  swap: 'Swap of coins',
  fee: 'Paid a fee',
  spend: 'Payment',
  'transfer-fee': 'Fee of a transfer',
  gift: 'Gift given',
  donation: 'Donation',
  loss: 'Loss or theft',
};

/** How the units left; older words of the core are kinds of events. */
export function wordsOfCause(cause: string): string {
  return (causes as Readonly<Partial<Record<string, string>>>)[cause] ?? wordsOfKind(cause);
}

/** The words of a method by the name that the core gives; null for "mixed" and what is not known. */
export function wordsOfMethod(method: string): MethodWords | null {
  return (methodWords as Readonly<Partial<Record<string, MethodWords>>>)[method] ?? null;
}
