/** Whatever kinds of events move coins, with whatever fees: lots add up to the balance. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVENT_KINDS } from '../../../shared/domain/event.ts';
import type { EventKind, LedgerEvent } from '../../../shared/domain/event.ts';
import { assetId } from '../../../shared/domain/asset.ts';
import { add, isNegative, isZero } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { price } from '../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { instantFromIso } from '../../../shared/time/instant.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { event } from '../events/event.fixture.ts';
import { ownMovementsOf } from '../events/own-movements.ts';
import { longTermFrom } from '../tax/jurisdictions/us/long-term-from.ts';
import { priceBookOf } from '../valuation/price-book.ts';
import { matchLots } from './match-lots.ts';

const coins = ['BTC', 'ETH', 'SOL'] as const;
const marks = coins.map((coin) => ({
  of: assetId(coin),
  time: instantFromIso('2024-01-01T00:00:00Z'),
  price: price('10'),
  source: 'test',
}));

/** Legs that rows of a kind have; an amount of the first coin, of the second, and of a fee. */
const legsOf = (
  kind: EventKind,
  [first, second, third]: readonly string[],
  sizes: readonly number[],
): string[] => {
  const [one = 1, other = 1, cost = 0] = sizes;
  const fee = cost === 0 ? [] : [`a ${third} -${cost} fee`];
  const came = `a ${first} ${one}`;
  const went = `a ${first} -${one}`;
  switch (kind) {
    case 'buy':
      return [came, `a USD -${other}`, ...fee];
    case 'sell':
      return [went, `a USD ${other}`, ...fee];
    case 'swap':
      return [went, `a ${second === first ? 'DOGE' : second} ${other}`, ...fee];
    case 'transfer':
      return [went, `b ${first} ${one}`, ...fee];
    case 'withdrawal':
    case 'spend':
    case 'gift-sent':
    case 'donation':
    case 'loss':
      return [went, ...fee];
    case 'fee':
      return [`${went} fee`];
    case 'futures-fee':
      return [`f ${first} -${one} fee`];
    case 'futures-fill':
    case 'funding':
    case 'realised-profit':
    case 'settlement':
    case 'liquidation':
    case 'closed-position':
      return [`f ${first} ${one} profit`, ...(cost === 0 ? [] : [`f ${third} -${cost} fee`])];
    case 'insurance':
      return [`f ${first} ${one} insurance`];
    case 'rebate':
      return [`f ${first} ${one} rebate`];
    case 'balance-change':
      return [other % 2 === 0 ? came : went, ...fee];
    case 'deposit':
    case 'income':
    case 'gift-received':
      return [came, ...fee];
  }
};

const stories = fc.array(
  fc.record({
    kind: fc.constantFrom(...EVENT_KINDS),
    names: fc.tuple(fc.constantFrom(...coins), fc.constantFrom(...coins), fc.constantFrom(...coins)),
    sizes: fc.tuple(
      fc.integer({ min: 3, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 2 }),
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

type Balances = Map<string, Quantity>;

const after = (balances: Balances, { legs }: LedgerEvent): Balances => {
  const next = new Map(balances);
  for (const { account, asset, quantity } of legs) {
    if (asset === 'USD') continue;
    const place = `${account} ${asset}`;
    next.set(place, add(next.get(place) ?? zeroQuantity, quantity));
  }
  return next;
};

test('lots add up to the balance of each coin in each account, after events of every kind', () => {
  fc.assert(
    fc.property(stories, (story) => {
      let balances: Balances = new Map();
      const events: LedgerEvent[] = [];
      for (const [place, { kind, names, sizes }] of story.entries()) {
        const time = `2025-01-${String(place + 1).padStart(2, '0')}`;
        const one = event(`e${place}`, kind, time, legsOf(kind, names, sizes));
        const next = after(balances, one);
        // What was never there cannot leave lots.
        if ([...next.values()].some(isNegative)) continue;
        balances = next;
        events.push(one);
      }
      const { openLots } = matchLots(events, {
        methodAt: () => 'fifo',
        scope: 'account',
        longTermFrom,
        timeZone: utc,
        prices: priceBookOf(assetId('USD'), marks),
        movements: ownMovementsOf(events).movements,
        futuresAccounts: new Set(),
      });
      const lots: Balances = new Map();
      for (const { account, asset, quantity } of openLots) {
        const place = `${account} ${asset}`;
        lots.set(place, add(lots.get(place) ?? zeroQuantity, quantity));
      }
      const shown = (all: Balances): string[] =>
        [...all].flatMap(([place, sum]) => (isZero(sum) ? [] : [`${place} ${toText(sum)}`])).sort();
      // Coins that left for outside the files wait there for their arrival.
      expect(shown(lots).filter((line) => !line.startsWith('elsewhere'))).toEqual(shown(balances));
    }),
    { numRuns: 500 },
  );
});
