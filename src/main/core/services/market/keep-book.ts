import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { isPositive } from '../../../../shared/num/arithmetic.ts';
import { coins } from '../../../engine/futures/units.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import { coinsOfOrder } from '../../../engine/market/coins-of-order.ts';
import { halfSpread } from '../../../engine/market/half-spread.ts';
import { depthOf } from '../../../engine/market/walk-book.ts';
import type { BookLevel } from '../../../engine/market/walk-book.ts';
import type { HandlersOf } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import type { Facts } from '../../facts.ts';
import { bookDocument, bookSetting, bookText, keptBookOf, timeGiven } from './kept-book.ts';
import type { KeptBook } from './kept-book.ts';
import { parseBook } from './parse-book.ts';
import type { PastedLevel } from './parse-book.ts';
import { percentWords, roundedText } from './texts.ts';

export const bookHandlers: HandlersOf<'market.book' | 'market.saveBook' | 'market.dropBook'> = {
  'market.book': async ({ contract }, context) => {
    const facts = await factsOf(context.session);
    if (!facts.ok) return facts;
    const book = keptBookOf(facts.value, contract);
    return ok({ book: book === null ? null : bookText(book, context.now) });
  },
  /** Errors: `contracts/unknown` for sizes in contracts, those of `parseBook`, and the ledger's. */
  'market.saveBook': async ({ contract, unit, text, time }, context) => {
    const { ledger } = context.session;
    const facts = await factsOf(context.session);
    if (!facts.ok) return facts;
    if (ledger === null) return fail('ledger/locked', {});
    const at = timeGiven(time, context.now);
    if (!at.ok) return at;
    const pasted = parseBook(text);
    if (!pasted.ok) return pasted;
    const toCoins = converterOf(contract, unit, facts.value);
    if (!toCoins.ok) return toCoins;
    const levels = (list: readonly PastedLevel[]): readonly BookLevel[] =>
      list.map(toCoins.value).filter(({ size }) => isPositive(size));
    const book: KeptBook = {
      contract,
      time: at.value,
      source: 'typed',
      bids: levels(pasted.value.bids),
      asks: levels(pasted.value.asks),
    };
    const saved = await ledger.write.saveSetting(bookSetting(contract), bookDocument(book), context.clock);
    return saved.ok ? ok({ book: bookText(book, context.now), echo: echoOf(book) }) : saved;
  },
  'market.dropBook': async ({ contract }, context) => {
    const { ledger } = context.session;
    if (ledger === null) return fail('ledger/locked', {});
    const removed = await ledger.write.saveSetting(bookSetting(contract), null, context.clock);
    return removed.ok ? ok({}) : removed;
  },
};

/** Contracts become coins by the multiplier, and contracts of fixed dollars by their level's price too. */
function converterOf(
  contract: string,
  unit: 'coins' | 'contracts',
  { termsOf }: Facts,
): Result<(level: PastedLevel) => BookLevel> {
  if (unit === 'coins') return ok(({ price, size }) => ({ price, size: coins(size) }));
  const terms = termsOf(contract as ContractId);
  if (terms === undefined) return fail('contracts/unknown', { contract }, { field: 'contract' });
  return ok(({ price, size }) => ({ price, size: coinsOfOrder(terms, size, price) }));
}

/** What was understood, so that a wrong unit shows at once. */
function echoOf({ bids, asks, contract }: KeptBook): string[] {
  const side = (name: string, levels: readonly BookLevel[]): string[] => {
    const [best] = levels;
    if (best === undefined) return [`No ${name} of ${contract}: an order that takes them cannot be costed.`];
    const count = levels.length === 1 ? '1 level' : `${levels.length} levels`;
    return [
      `${count} of ${name}, ${amountWords(depthOf(levels))} coins in all, the best at ${roundedText(best.price, 8)}.`,
    ];
  };
  const [bid] = bids;
  const [ask] = asks;
  const spread =
    bid === undefined || ask === undefined
      ? []
      : [
          `Half the spread is ${percentWords(halfSpread(bid.price, ask.price), 4)}: the least that an order at once costs.`,
        ];
  return [...side('bids', bids), ...side('asks', asks), ...spread];
}

function amountWords(amount: Coins): string {
  return roundedText(amount, 4);
}
