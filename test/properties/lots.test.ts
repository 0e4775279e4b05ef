/** What holds of lots whatever the events, and a second, plain implementation that agrees. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calcGainsHandlers } from '../../src/main/core/services/calc/calc-gains.ts';
import type { CalcEvent, CalcGainsInput, CalcGainsOutput } from '../../src/shared/contract/calc-gains.ts';
import { noLedger } from '../cases/no-ledger.fixture.ts';
import { cmp, isNear, minus, parse, plus, zero } from './fraction.fixture.ts';
import type { Fraction } from './fraction.fixture.ts';
import { lotEvents } from './lot-events.fixture.ts';
import { plainGains } from './plain-lots.fixture.ts';
import type { PlainGains } from './plain-lots.fixture.ts';

type Choice = Pick<CalcGainsInput, 'basisScope'> & { lotMethod: 'fifo' | 'hifo' };
const choices: readonly Choice[] = [
  { lotMethod: 'fifo', basisScope: 'account' },
  { lotMethod: 'fifo', basisScope: 'universal' },
  { lotMethod: 'hifo', basisScope: 'account' },
  { lotMethod: 'hifo', basisScope: 'universal' },
];

async function gains(events: CalcEvent[], choice: Choice): Promise<CalcGainsOutput> {
  const request: CalcGainsInput = { jurisdiction: 'us', currency: 'USD', timeZone: 'UTC', ...choice, events };
  const result = await calcGainsHandlers['calc.gains'](request, noLedger);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const total = (texts: readonly string[]): Fraction =>
  texts.reduce((sum, text) => plus(sum, parse(text)), zero);
const equal = (a: Fraction, b: Fraction): boolean => cmp(a, b) === 0;

function differences(engine: CalcGainsOutput, plain: PlainGains): string[] {
  const found: string[] = [];
  if (engine.disposals.length !== plain.disposals.length) found.push('another number of disposals');
  for (const [place, one] of plain.disposals.entries()) {
    const ours = engine.disposals[place];
    const same =
      ours !== undefined &&
      ours.event === one.event &&
      ours.asset === one.asset &&
      ours.account === one.account &&
      ours.lot === one.lot &&
      ours.term === one.term &&
      equal(parse(ours.quantity), one.quantity) &&
      isNear(ours.proceeds, one.proceeds) &&
      isNear(ours.costBasis, one.cost) &&
      isNear(ours.gain, minus(one.proceeds, one.cost));
    if (!same) found.push(`disposal ${place} of ${one.event}`);
  }
  for (const lot of engine.openLots) {
    const parts = plain.open.filter((one) => one.id === lot.lot && one.account === lot.account);
    const quantity = parts.reduce((sum, one) => plus(sum, one.quantity), zero);
    const cost = parts.reduce((sum, one) => plus(sum, one.cost), zero);
    if (!equal(parse(lot.quantity), quantity) || !isNear(lot.costBasis, cost))
      found.push(`open lot ${lot.lot}`);
  }
  if (
    !equal(
      total(engine.openLots.map((lot) => lot.quantity)),
      plain.open.reduce((sum, lot) => plus(sum, lot.quantity), zero),
    )
  ) {
    found.push('another quantity left');
  }
  const insufficient = engine.issues
    .filter(({ code }) => code === 'lots/insufficient')
    .map(({ event }) => event);
  if (JSON.stringify(insufficient) !== JSON.stringify(plain.insufficient)) found.push('other shortages');
  return found;
}

describe('a second implementation', () => {
  test.each(choices)('agrees on $lotMethod, $basisScope', async (choice) => {
    const options = { method: choice.lotMethod, scope: choice.basisScope };
    await fc.assert(
      fc.asyncProperty(lotEvents, async (events) => {
        expect(differences(await gains(events, choice), plainGains(events, options))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

/** Coins that events bring in, by asset: what is bought, received in swaps, earned, less what was withheld as a fee. */
function broughtIn(events: readonly CalcEvent[]): ReadonlyMap<string, Fraction> {
  const sums = new Map<string, Fraction>();
  const put = (asset: string, amount: Fraction): void => {
    if (cmp(amount, zero) > 0) sums.set(asset, plus(sums.get(asset) ?? zero, amount));
  };
  for (const event of events) {
    const got = event.kind === 'swap' ? event.toAsset : event.asset;
    if (event.kind !== 'buy' && event.kind !== 'swap' && event.kind !== 'income') continue;
    const units = parse(event.kind === 'swap' ? event.toQuantity : event.quantity);
    const withheld =
      event.kind !== 'income' && event.feeAsset === got ? parse(event.feeQuantity ?? '0') : zero;
    put(got, minus(units, withheld));
  }
  return sums;
}

describe('whatever the events', () => {
  test('quantities in are quantities out and left, and so is their cost', async () => {
    await fc.assert(
      fc.asyncProperty(lotEvents, fc.constantFrom(...choices), async (events, choice) => {
        const { disposals, openLots } = await gains(events, choice);
        for (const [asset, came] of broughtIn(events)) {
          const out = disposals.filter((one) => one.asset === asset).map((one) => one.quantity);
          const left = openLots.filter((lot) => lot.asset === asset).map((lot) => lot.quantity);
          expect(equal(plus(total(out), total(left)), came)).toBe(true);
        }
        const paid = plainGains(events, { method: choice.lotMethod, scope: choice.basisScope });
        const cost = [...paid.disposals, ...paid.open].reduce((sum, one) => plus(sum, one.cost), zero);
        const ours = total([...disposals, ...openLots].map((one) => one.costBasis));
        expect(cmp(minus(ours, cost), parse('0.000000000001'))).toBeLessThan(0);
      }),
      { numRuns: 200 },
    );
  });

  test('nothing is lost to rounding: selling all of a lot in parts takes all of its cost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 12 }),
        async (parts) => {
          const whole = parts.reduce((sum, part) => sum + part, 0);
          const own = { account: 'A', asset: 'BTC' };
          const bought = {
            ...own,
            id: 'b',
            time: '2025-01-01',
            kind: 'buy' as const,
            quantity: String(whole),
            total: '1000.01',
          };
          const sales = parts.map((part, number) => ({
            ...own,
            id: `s${number}`,
            time: '2025-02-01',
            kind: 'sell' as const,
            quantity: String(part),
            total: '77.7',
          }));
          const { disposals, openLots } = await gains([bought, ...sales], {
            lotMethod: 'fifo',
            basisScope: 'account',
          });
          expect(openLots).toEqual([]);
          expect(equal(total(disposals.map((one) => one.costBasis)), parse('1000.01'))).toBe(true);
        },
      ),
    );
  });

  test('the gain is the same when a purchase is split in two equal ones', async () => {
    await fc.assert(
      fc.asyncProperty(lotEvents, fc.constantFrom(...choices), fc.nat(), async (events, choice, at) => {
        const bought = events.filter((event) => event.kind === 'buy' && event.feeAsset === undefined);
        const split = bought[at % Math.max(1, bought.length)];
        if (split === undefined || split.kind !== 'buy') return;
        const half = {
          ...split,
          quantity: halfOf(split.quantity),
          total: halfOf(split.total),
          fee: halfOf(split.fee ?? '0'),
        };
        const place = events.indexOf(split);
        const apart = [
          ...events.slice(0, place),
          half,
          { ...half, id: `${half.id}-second` },
          ...events.slice(place + 1),
        ];
        expect(isSameGain(await gains(events, choice), await gains(apart, choice))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('the gain is the same when all coins go to another account and back', async () => {
    await fc.assert(
      fc.asyncProperty(lotEvents, fc.constantFrom(...choices), fc.nat(), async (events, choice, at) => {
        const before = events.slice(0, at % (events.length + 1));
        const after = events.slice(before.length);
        const { openLots } = await gains(before, choice);
        const time = before.at(-1)?.time ?? '2021-01-01T00:00:00.000Z';
        const there = movesOf(openLots, time, 'there', (account) => [account, `cold ${account}`]);
        const back = movesOf(openLots, time, 'back', (account) => [`cold ${account}`, account]);
        const moved = await gains([...before, ...there, ...back, ...after], choice);
        expect(isSameGain(await gains(events, choice), moved)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

function halfOf(text: string): string {
  return (Number(text) / 2).toFixed(4);
}

function isSameGain(a: CalcGainsOutput, b: CalcGainsOutput): boolean {
  const gain = (of: CalcGainsOutput): Fraction => total(of.disposals.map((one) => one.gain));
  const cost = (of: CalcGainsOutput): Fraction => total(of.openLots.map((one) => one.costBasis));
  const near = (x: Fraction, y: Fraction): boolean => {
    const gap = minus(x, y);
    return cmp(gap.n < 0n ? minus(zero, gap) : gap, parse('0.000000000001')) < 0;
  };
  return near(gain(a), gain(b)) && near(cost(a), cost(b));
}

/** Each lot that is held, moved as it is. */
function movesOf(
  lots: CalcGainsOutput['openLots'],
  time: string,
  word: string,
  way: (account: string) => [string, string],
): CalcEvent[] {
  return lots.map(({ asset, account, quantity }, number) => {
    const [from, to] = way(account);
    return {
      id: `${word}-${number}`,
      time,
      kind: 'transfer',
      account: from,
      toAccount: to,
      asset,
      quantity,
      received: quantity,
    };
  });
}

describe('order', () => {
  test('events of one instant may come in any order of the list if their sequence says which is first', async () => {
    const { matchLots } = await import('../../src/main/engine/lots/match-lots.ts');
    const { orderedEvents } = await import('../../src/main/engine/events/ordered-events.ts');
    const { ledgerEventsOf } = await import('../../src/main/core/services/calc/calc-gains-events.ts');
    const { priceBookOf } = await import('../../src/main/engine/valuation/price-book.ts');
    const { longTermFrom } = await import('../../src/main/engine/tax/jurisdictions/us/long-term-from.ts');
    const { ownMovementsOf } = await import('../../src/main/engine/events/own-movements.ts');
    const { utc } = await import('../../src/shared/time/time-zone.ts');
    const { assetId } = await import('../../src/shared/domain/asset.ts');
    await fc.assert(
      fc.asyncProperty(
        lotEvents.chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray(
              events.map((_, place) => place),
              { minLength: events.length },
            ),
          ),
        ),
        async ([events, permutation]) => {
          const request = {
            jurisdiction: 'us',
            lotMethod: 'fifo',
            basisScope: 'account',
            currency: 'USD',
            events,
          } as const;
          const inOrder = ledgerEventsOf({ ...request, events: [...events] }, utc);
          const shuffled = permutation.flatMap((place) => inOrder[place] ?? []);
          const matched = [inOrder, shuffled].map((list) => {
            const ordered = orderedEvents(list);
            return matchLots(ordered, {
              methodOf: () => 'fifo',
              scope: 'account',
              longTermFrom,
              timeZone: utc,
              prices: priceBookOf(assetId('USD'), []),
              movements: ownMovementsOf(ordered).movements,
            });
          });
          expect(matched[1]).toEqual(matched[0]);
        },
      ),
      { numRuns: 100 },
    );
  });
});
