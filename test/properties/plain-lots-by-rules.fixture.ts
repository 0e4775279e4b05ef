/** The rows of laws with pools and rules about days. */
import type { CalcGainsInput } from '../../src/shared/contract/calc-gains.ts';
import { type Fraction, isPositive, minus, share, total, zero } from './fraction.fixture.ts';
import { type PlainLaw, plainLawOf } from './plain-law.fixture.ts';
import { type PlainDisposal, type PlainGains, orderedOf } from './plain-lots-gains.fixture.ts';
import {
  type AssetBook,
  type MatchedPart,
  type Went,
  averageCost,
  booksOf,
  section104,
  shortOf,
} from './plain-lots-pooled.fixture.ts';

/** Whether the request is matched by rules: the same day and the thirty days after, or Canada's average cost. */
export function isByRules({ jurisdiction, lotMethod }: CalcGainsInput): boolean {
  const method = lotMethod ?? plainLawOf(jurisdiction).method;
  return method === 'section-104' || (jurisdiction === 'ca' && method === 'average');
}

export function gainsByRules(input: CalcGainsInput): PlainGains {
  const isCanada = input.jurisdiction === 'ca' && input.lotMethod !== 'section-104';
  const law = plainLawOf(input.jurisdiction);
  const books = booksOf(input, orderedOf(input));
  for (const book of books) {
    if (isCanada) averageCost(book, (went) => total(went.parts.map((part) => gainOf(part, went, input))));
    else section104(book);
  }
  const went = books.flatMap((book) => book.went.map((one) => ({ book, one })));
  went.sort((a, b) => a.one.place - b.one.place);
  return {
    disposals: went.flatMap(({ book, one }) => rowsOf(book, one, input, law)),
    open: books.flatMap((book) => openOf(book, law)),
    insufficient: books.flatMap(shortOf),
    notIdentified: [],
    deniesLosses: isCanada,
  };
}

const isTaxed = ({ cause }: Went): boolean => cause !== 'gift' && cause !== 'donation' && cause !== 'loss';

/** Units leave at cost where there is no gain by law, nobody knows the price, or nobody knows the cost and it is left out. */
function proceedsOf(part: MatchedPart, went: Went, { elections }: CalcGainsInput): Fraction {
  const isLeftOut = part.isUnknown && elections?.unknownCost === 'left-out';
  if (went.net === null || !isTaxed(went) || isLeftOut) return part.cost;
  return share(went.net, part.quantity, went.quantity);
}

const gainOf = (part: MatchedPart, went: Went, input: CalcGainsInput): Fraction =>
  minus(proceedsOf(part, went, input), part.cost);

function rowsOf(book: AssetBook, went: Went, input: CalcGainsInput, law: PlainLaw): PlainDisposal[] {
  // A fee that goes into the basis of what is left is no disposal.
  if (went.costStays) return [];
  const base = {
    event: went.event,
    asset: book.asset,
    account: went.account,
    disposed: went.day,
    isTaxed: isTaxed(went),
  };
  const termOf = (acquired: string): PlainDisposal['term'] =>
    law.longTermFrom === null || !isTaxed(went)
      ? null
      : went.day >= law.longTermFrom(acquired)
        ? 'long'
        : 'short';
  const rows = went.parts.map((part, place): PlainDisposal => {
    const { lot, acquired, quantity, cost, reason } = part;
    const isAssumed = part.isUnknown && isTaxed(went);
    const denied = place === 0 && isPositive(went.denied) ? { denied: went.denied } : {};
    const proceeds = proceedsOf(part, went, input);
    return {
      ...base,
      lot,
      acquired,
      quantity,
      proceeds,
      cost,
      reason,
      term: termOf(acquired),
      isAssumed,
      ...denied,
    };
  });
  const isIntoBasis = went.cause === 'transfer-fee' && input.elections?.transferFee === 'into-basis';
  if (!isPositive(went.left) || isIntoBasis || input.elections?.missingUnits !== 'zero-cost') return rows;
  const proceeds = went.net === null || !isTaxed(went) ? zero : share(went.net, went.left, went.quantity);
  const missing = {
    lot: `missing:${went.event}`,
    acquired: went.day,
    reason: 'zero-cost',
    isAssumed: isTaxed(went),
  };
  const term = termOf(went.day);
  return [...rows, { ...base, ...missing, quantity: went.left, proceeds, cost: zero, term }];
}

function openOf({ asset, pool }: AssetBook, law: PlainLaw): PlainGains['open'] {
  if (!isPositive(pool.quantity)) return [];
  const { since, quantity, cost } = pool;
  return [
    {
      lot: `pool:${asset}`,
      asset,
      account: 'all accounts',
      time: 0,
      place: 0,
      acquired: since,
      longTermFrom: law.longTermFrom?.(since) ?? null,
      isAssumed: pool.isUnknown,
      quantity,
      cost,
    },
  ];
}
