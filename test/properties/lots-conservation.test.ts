/** What holds of lots whatever the events: nothing is lost, nothing is made, and what changes nothing changes nothing. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalcEvent, CalcGainsInput, CalcGainsOutput } from '../../src/shared/contract/calc-gains.ts';
import { engineGains } from './engine-lots.fixture.ts';
import { type Fraction, cmp, isNear, minus, parse, plus, textOf, total, zero } from './fraction.fixture.ts';
import { lotEvents } from './lot-events.fixture.ts';
import { METHODS, allocations, circumstances } from './lot-requests.fixture.ts';
import { plainLawOf } from './plain-law.fixture.ts';
import { stepsOf } from './plain-lot-steps.fixture.ts';
import { orderedOf } from './plain-lots-gains.fixture.ts';
import { runs } from '../runs.ts';

const timeout = 300_000;
const ways = fc.constantFrom(
  ...METHODS.map((lotMethod) => ({ jurisdiction: 'us', lotMethod })),
  { jurisdiction: 'uk', lotMethod: 'section-104' as const },
  { jurisdiction: 'ca', lotMethod: 'average' as const },
);

/** A ledger and how it is asked about, network fees being disposals: what goes into basis leaves without a row. */
const requests: fc.Arbitrary<CalcGainsInput> = fc
  .tuple(lotEvents, circumstances, ways, allocations, fc.nat({ max: 4 }))
  .map(([events, around, way, divided, scope]) => ({
    currency: 'USD',
    ...around,
    ...way,
    elections: { ...around.elections, transferFee: 'disposal' },
    basisScope: (['account', 'universal', ...divided] as const)[scope] ?? 'account',
    events,
  }));

const totalOf = (texts: readonly string[]): Fraction => total(texts.map(parse));
const isMissing = ({ lot }: { lot: string }): boolean => lot.startsWith('missing:');

/** Units that came in and what they cost, by asset. */
function cameIn(request: CalcGainsInput): Map<string, { units: Fraction; cost: Fraction }> {
  const sums = new Map<string, { units: Fraction; cost: Fraction }>();
  for (const { event } of orderedOf(request)) {
    for (const step of stepsOf(event, request.timeZone ?? 'UTC', plainLawOf(request.jurisdiction))) {
      if (step.type !== 'in') continue;
      const { units, cost } = sums.get(step.asset) ?? { units: zero, cost: zero };
      sums.set(step.asset, { units: plus(units, step.quantity), cost: plus(cost, step.cost ?? zero) });
    }
  }
  return sums;
}

/** Gifts without their value: a loss on them would count from another cost than they came with. */
function withoutGiftValue(events: readonly CalcEvent[]): CalcEvent[] {
  return events.map((event) => {
    if (event.kind !== 'gift-received') return event;
    const { value: _, ...rest } = event;
    return rest;
  });
}

describe('whatever the events', () => {
  test('quantities in are quantities out and left', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const { disposals, openLots } = await engineGains(request);
        for (const [asset, { units }] of cameIn(request)) {
          const out = disposals.filter((one) => one.asset === asset && !isMissing(one));
          const left = openLots.filter((lot) => lot.asset === asset);
          expect(textOf(totalOf([...out, ...left].map(({ quantity }) => quantity)))).toBe(textOf(units));
        }
      }),
      { numRuns: runs(1000, 4) },
    );
  });

  test('cost in, and denied losses, are cost out and left, fees in basis or not', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(requests, fc.boolean(), async (asked, isIntoBasis) => {
        const request: CalcGainsInput = {
          ...asked,
          events: withoutGiftValue(asked.events),
          elections: { ...asked.elections, transferFee: isIntoBasis ? 'into-basis' : 'disposal' },
        };
        const { disposals, openLots, years } = await engineGains(request);
        for (const [asset, { cost }] of cameIn(request)) {
          if (request.jurisdiction === 'ca') continue;
          const rows = [...disposals, ...openLots].filter((one) => one.asset === asset);
          expect(textOf(totalOf(rows.map(({ costBasis }) => costBasis)))).toBe(textOf(cost));
        }
        const all = total([...cameIn(request).values()].map(({ cost }) => cost));
        const denied = totalOf(years.map(({ disallowedLoss }) => disallowedLoss ?? '0'));
        const rows = totalOf([...disposals, ...openLots].map(({ costBasis }) => costBasis));
        expect(textOf(rows)).toBe(textOf(plus(all, denied)));
      }),
      { numRuns: runs(1000, 4) },
    );
  });

  test('proceeds are what sales brought, where nothing is missing or left at cost', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const { disposals } = await engineGains({
          ...request,
          elections: { missingUnits: 'zero-cost', unknownCost: 'zero-cost' },
        });
        for (const { event } of orderedOf(request)) {
          const zone = request.timeZone ?? 'UTC';
          for (const step of stepsOf(event, zone, plainLawOf(request.jurisdiction))) {
            if (step.type !== 'out' || step.net === null || step.asset !== event.asset) continue;
            const same = stepsOf(event, zone, plainLawOf(request.jurisdiction));
            if (same.filter((one) => one.type === 'out' && one.asset === step.asset).length > 1) continue;
            const rows = disposals.filter((one) => one.event === event.id && one.asset === step.asset);
            expect(textOf(totalOf(rows.map(({ proceeds }) => proceeds)))).toBe(textOf(step.net));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('every method disposes of the same quantities at every event', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (asked) => {
        const basisScope = typeof asked.basisScope === 'string' ? asked.basisScope : 'account';
        const found = await Promise.all(
          METHODS.map((lotMethod) => engineGains({ ...asked, jurisdiction: 'us', lotMethod, basisScope })),
        );
        const [first, ...others] = found.map(quantitiesByEvent);
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });
});

function quantitiesByEvent({ disposals }: CalcGainsOutput): Record<string, string> {
  const rows = Map.groupBy(disposals, ({ event, asset, account }) => `${event} ${asset} ${account}`);
  return Object.fromEntries(
    [...rows].map(([key, all]) => [key, textOf(totalOf(all.map(({ quantity }) => quantity)))]),
  );
}

function isSameGain(a: CalcGainsOutput, b: CalcGainsOutput): boolean {
  const gain = (of: CalcGainsOutput): Fraction => totalOf(of.disposals.map((one) => one.gain));
  const cost = (of: CalcGainsOutput): Fraction => totalOf(of.openLots.map((one) => one.costBasis));
  return isNear(textOf(gain(a)), gain(b)) && isNear(textOf(cost(a)), cost(b));
}

/** Without names of lots: they would name one half of what was split. */
function unnamed(events: readonly CalcEvent[]): CalcEvent[] {
  return events.map((event) => {
    if (event.kind !== 'sell' && event.kind !== 'swap') return event;
    const { lots: _, identifiedAt: __, ...rest } = event;
    return rest;
  });
}

describe('what changes nothing', () => {
  test('a purchase may come in two halves', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(requests, fc.nat(), async (asked, at) => {
        const events = unnamed(asked.events);
        const bought = events.filter((event) => event.kind === 'buy' && event.feeAsset === undefined);
        const half = bought[at % Math.max(1, bought.length)];
        if (half === undefined || half.kind !== 'buy') return;
        const place = events.indexOf(half);
        const twice = (text: string): string => textOf(plus(parse(text), parse(text)));
        const whole = {
          ...half,
          quantity: twice(half.quantity),
          total: twice(half.total),
          fee: twice(half.fee ?? '0'),
        };
        const basisScope = typeof asked.basisScope === 'string' ? asked.basisScope : 'universal';
        const request = { ...asked, basisScope };
        const together = await engineGains({ ...request, events: events.with(place, whole) });
        const apart = events.toSpliced(place, 1, half, { ...half, id: `${half.id}-second` });
        expect(isSameGain(together, await engineGains({ ...request, events: apart }))).toBe(true);
      }),
      { numRuns: runs(500, 4) },
    );
  });

  test('all coins may go to another account and back', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(requests, fc.nat(), async (asked, at) => {
        const inOrder = orderedOf({ ...asked, asOf: undefined }).map(({ event, time }) => ({
          ...event,
          time: new Date(time).toISOString(),
        }));
        const { asOf: _, ...request } = asked;
        const before = inOrder.slice(0, at % (inOrder.length + 1));
        const { openLots } = await engineGains({ ...request, events: before });
        const time = before.at(-1)?.time ?? '2021-01-01T00:00:00.000Z';
        const there = journeys(openLots, time, 'there', (account) => [account, `cold ${account}`]);
        const back = journeys(openLots, time, 'back', (account) => [`cold ${account}`, account]);
        const moved = [...before, ...there, ...back, ...inOrder.slice(before.length)];
        const stayed = await engineGains({ ...request, events: inOrder });
        expect(isSameGain(stayed, await engineGains({ ...request, events: moved }))).toBe(true);
      }),
      { numRuns: runs(500, 4) },
    );
  });
});

/** All that an account holds of an asset, sent somewhere. */
function journeys(
  lots: CalcGainsOutput['openLots'],
  time: string,
  word: string,
  way: (account: string) => [string, string],
): CalcEvent[] {
  const held = Map.groupBy(lots, ({ asset, account }) => JSON.stringify([asset, account]));
  return [...held].map(([key, all], number) => {
    const [asset = '', place = ''] = JSON.parse(key) as string[];
    const [account, toAccount] = way(place);
    const quantity = textOf(totalOf(all.map((lot) => lot.quantity)));
    return {
      id: `${word}-${number}`,
      time,
      kind: 'transfer',
      account,
      toAccount,
      asset,
      quantity,
      received: quantity,
    };
  });
}

describe('nothing is lost to rounding', () => {
  test('selling all of a lot in parts takes all of its cost', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...METHODS),
        async (parts, lotMethod) => {
          const own = { account: 'A', asset: 'BTC' };
          const quantity = String(parts.reduce((sum, part) => sum + part, 0));
          const bought: CalcEvent = {
            ...own,
            id: 'b',
            time: '2025-01-01',
            kind: 'buy',
            quantity,
            total: '1000.01',
          };
          const sales = parts.map((part, number): CalcEvent => {
            const id = `s${number}`;
            return { ...own, id, time: '2025-02-01', kind: 'sell', quantity: String(part), total: '77.7' };
          });
          const request = { jurisdiction: 'us', currency: 'USD', lotMethod, events: [bought, ...sales] };
          const { disposals, openLots } = await engineGains(request);
          expect(openLots).toEqual([]);
          expect(cmp(minus(totalOf(disposals.map((one) => one.costBasis)), parse('1000.01')), zero)).toBe(0);
        },
      ),
    );
  });
});
