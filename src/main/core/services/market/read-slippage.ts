/** What an order would cost, at the size asked for and at round sizes beside it, and which market is deepest. */
import type { CallAnswer, CallRequest } from '../../../../shared/contract/contract.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { compare, isPositive } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, quantity } from '../../../../shared/num/parse.ts';
import { quantityFor, valueOf } from '../../../../shared/num/products.ts';
import type { Price } from '../../../../shared/num/types.ts';
import { coins } from '../../../engine/futures/units.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import { coinsOfOrder } from '../../../engine/market/coins-of-order.ts';
import { byDepth } from '../../../engine/market/by-depth.ts';
import { orderCost } from '../../../engine/market/order-cost.ts';
import type { MarketSide } from '../../../engine/market/order-cost.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { contractMarket } from './contract-market.ts';
import type { MarketSources } from './contract-market.ts';
import { booksKept } from './kept-book.ts';
import { observedOf } from './observed.ts';
import { rateText, textOrNull } from './texts.ts';
import { costWords, ticketOf } from './ticket.ts';

type Request = CallRequest<'market.slippage'>;
type Answer = CallAnswer<'market.slippage'>;

/** Sizes in quote money that stand beside the one that was asked for. */
const ROUND_SIZES = ['1000', '10000', '50000', '100000', '500000', '1000000'].map((text) => money(text));

/** Errors: `contracts/unknown`, `market/size-needed`, `market/no-price`. */
export const readSlippage: Handler<'market.slippage'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { facts } = derived.value;
  const terms = facts.termsOf(request.contract as ContractId);
  if (terms === undefined)
    return fail('contracts/unknown', { contract: request.contract }, { field: 'contract' });
  if ((request.quantity === undefined) === (request.notional === undefined))
    return fail('market/size-needed', {}, { field: 'quantity' });
  const sources = {
    derived: derived.value,
    observed: await observedOf(context.session, facts),
    now: context.now,
  };
  const { side, inputs, missing } = await contractMarket(terms, request.side, sources);
  const { mid } = side;
  if (mid === null) return fail('market/no-price', { contract: request.contract }, { field: 'contract' });
  const wanted = wantedCoins(request, terms, mid);
  if (!wanted.ok) return wanted;
  const venues = await venuesOf(request, wanted.value, terms, sources);
  const asked = ticketOf(
    wanted.value,
    terms,
    { ...side, mid },
    {
      asked: true,
      notional:
        request.notional === undefined ? valueOf(wanted.value, mid, 'half-even') : money(request.notional),
    },
  );
  return ok({
    contract: terms.id,
    side: request.side,
    sentence: `${request.side === 'buy' ? 'Buying' : 'Selling'} ${asked.quantity} of ${terms.symbol}: ${asked.words}`,
    mid: toText(mid),
    tickets: [asked, ...roundTickets(wanted.value, terms, { ...side, mid })].toSorted((a, b) =>
      compare(money(a.notional), money(b.notional)),
    ),
    inputs: [...inputs],
    missing: [...missing],
    venues: venues.map(({ text }) => text),
    deepest:
      venues.find(({ text, depth, volume }) => text.yours && (depth ?? volume) !== null)?.text.contract ??
      null,
  });
};

function wantedCoins(
  { quantity: order, notional }: Request,
  terms: ContractTerms,
  mid: Price,
): Result<Coins> {
  const wanted =
    order === undefined
      ? coins(quantityFor(money(notional ?? '0'), mid, 'half-even'))
      : coinsOfOrder(terms, quantity(order), mid);
  return isPositive(wanted) ? ok(wanted) : fail('market/size-needed', {}, { field: 'quantity' });
}

function roundTickets(
  wanted: Coins,
  terms: ContractTerms,
  market: MarketSide & { readonly mid: Price },
): Answer['tickets'] {
  return ROUND_SIZES.map((notional) => ({
    notional,
    size: coins(quantityFor(notional, market.mid, 'half-even')),
  }))
    .filter(({ size }) => isPositive(size) && compare(size, wanted) !== 0)
    .map(({ size, notional }) => ticketOf(size, terms, market, { asked: false, notional }));
}

interface Venue {
  readonly depth: Coins | null;
  readonly volume: Coins | null;
  readonly text: Answer['venues'][number];
}

/** Contracts on the same coin of which there are data, or that the user trades; the deepest first. */
async function venuesOf(
  { side }: Request,
  wanted: Coins,
  { underlying, id }: ContractTerms,
  sources: MarketSources,
): Promise<readonly Venue[]> {
  const { derived, observed } = sources;
  const traded = new Set(derived.positions.positions.map(({ contract }) => contract));
  const withData = new Set<string>([...observed.list.map(({ key }) => key.of), ...booksKept(derived.facts)]);
  const found: Venue[] = [];
  for (const contract of new Set<string>([id, ...withData, ...traded])) {
    const terms = derived.facts.termsOf(contract as ContractId);
    if (terms === undefined || terms.underlying !== underlying) continue;
    const market = (await contractMarket(terms, side, sources)).side;
    const cost = orderCost(wanted, market);
    found.push({
      depth: market.depth,
      volume: market.averageDailyVolume,
      text: {
        contract: terms.id,
        venue: terms.venue,
        yours: isYours(terms, traded, derived),
        usPersons: terms.usPersons,
        depth: textOrNull(market.depth),
        volume: textOrNull(market.averageDailyVolume),
        cost: rateText(cost.cost),
        words: costWords(cost),
      },
    });
  }
  return byDepth(found);
}

/** Whether the user has an account at the venue, or has traded the contract. */
function isYours({ id, venue }: ContractTerms, traded: ReadonlySet<string>, { facts }: Derived): boolean {
  if (traded.has(id)) return true;
  const [first = ''] = venue.split(' ');
  return [...facts.accounts.values()].some(
    (account) => account.venue !== null && account.venue.split(' ')[0] === first,
  );
}
