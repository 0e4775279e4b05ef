/**
 * Taking up an earlier matching after edits that reach back: deposits and withdrawals that are paired by time, prices,
 * another account, another time, a day in the past, a method that changes. The same as matching all anew.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareEvents } from '../../src/shared/domain/event-order.ts';
import { accountId } from '../../src/shared/domain/account.ts';
import { assetId } from '../../src/shared/domain/asset.ts';
import type { EventId, EventKind, LedgerEvent, Leg } from '../../src/shared/domain/event.ts';
import type { PriceMark } from '../../src/shared/domain/price-mark.ts';
import { price, quantity } from '../../src/shared/num/parse.ts';
import { epochMs, instantFromEpochMs } from '../../src/shared/time/instant.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import { utc } from '../../src/shared/time/time-zone.ts';
import { ownMovementsOf } from '../../src/main/engine/events/own-movements.ts';
import type { BasisScope, LotMatching } from '../../src/main/engine/lots/lot-matching.ts';
import { matchLots } from '../../src/main/engine/lots/match-lots.ts';
import { longTermFrom } from '../../src/main/engine/tax/jurisdictions/us/long-term-from.ts';
import { priceBookOf } from '../../src/main/engine/valuation/price-book.ts';
import { runs } from '../runs.ts';
import { saidBy } from './engine-lots.fixture.ts';

const MINUTE = 60_000;
/** Twelve days around the day of division. */
const start = Date.UTC(2024, 11, 27);
const minute = fc.nat(12 * 24 * 60);
const coin = fc.constantFrom('BTC', 'ETH');
const account = fc.constantFrom('A', 'B', 'C');
const amount = fc.constantFrom('1', '0.5', '2', '0.333', '3');
const cash = fc.constantFrom('100', '7', '333');

interface Draft {
  readonly kind: EventKind;
  readonly minute: number;
  readonly legs: readonly string[];
}

/** "A BTC -1 fee" as a leg. */
function legOf(text: string): Leg {
  const [where = '', what = '', units = '0', role = 'principal'] = text.split(' ');
  return {
    account: accountId(where),
    asset: assetId(what),
    quantity: quantity(units),
    role: role as Leg['role'],
  };
}

const trade: fc.Arbitrary<Draft[]> = fc
  .tuple(minute, account, coin, amount, cash, fc.boolean(), fc.constantFrom('', 'BTC', 'ETH'))
  .map(([at, a, c, q, usd, buys, feeCoin]) => [
    {
      kind: buys ? 'buy' : 'sell',
      minute: at,
      legs: [
        `${a} ${c} ${buys ? '' : '-'}${q}`,
        `${a} USD ${buys ? '-' : ''}${usd}`,
        ...(feeCoin === '' ? [] : [`${a} ${feeCoin} -0.01 fee`]),
      ],
    },
  ]);
const pair: fc.Arbitrary<Draft[]> = fc
  .tuple(
    minute,
    account,
    account,
    coin,
    amount,
    fc.integer({ min: -55, max: 240 }),
    fc.constantFrom(1, 0.99, 0.98),
  )
  .map(([at, a, b, c, q, later, rest]) => [
    { kind: 'withdrawal', minute: at, legs: [`${a} ${c} -${q}`] },
    { kind: 'deposit', minute: at + later, legs: [`${b} ${c} ${(Number(q) * rest).toFixed(6)}`] },
  ]);
const transfer: fc.Arbitrary<Draft[]> = fc
  .tuple(minute, account, coin, amount)
  .map(([at, a, c, q]) => [
    { kind: 'transfer', minute: at, legs: [`${a} ${c} -${q}`, `D ${c} ${q}`, `${a} ${c} -0.01 fee`] },
  ]);
const drafts = fc.oneof({ weight: 4, arbitrary: trade }, { weight: 3, arbitrary: pair }, transfer);
const mark = fc.tuple(coin, minute, fc.constantFrom('10', '20', '55.5'));

type Edit =
  | { readonly add: readonly Draft[] }
  | { readonly remove: number }
  | { readonly move: number; readonly to: string }
  | { readonly retime: number; readonly by: number }
  | { readonly mark: readonly [string, number, string] }
  | { readonly unmark: true }
  | { readonly until: number | null }
  | { readonly flip: 'fifo' | 'hifo' | 'lofo' };
const edit: fc.Arbitrary<Edit> = fc.oneof(
  drafts.map((add) => ({ add })),
  fc.nat(60).map((remove) => ({ remove })),
  fc.tuple(fc.nat(60), fc.constantFrom('A', 'B', 'C', 'D')).map(([move, to]) => ({ move, to })),
  fc.tuple(fc.nat(60), fc.integer({ min: -200, max: 200 })).map(([retime, by]) => ({ retime, by })),
  mark.map((one) => ({ mark: one })),
  fc.constant({ unmark: true as const }),
  fc.option(minute).map((until) => ({ until })),
  fc.constantFrom('fifo' as const, 'hifo' as const, 'lofo' as const).map((flip) => ({ flip })),
);

class Ledger {
  events: LedgerEvent[] = [];
  marks: PriceMark[] = [];
  until = Infinity;
  flip: 'fifo' | 'hifo' | 'lofo' = 'fifo';
  readonly scope: BasisScope;
  readonly fee: 'disposal' | 'into-basis';
  #count = 0;

  constructor(scope: BasisScope, fee: 'disposal' | 'into-basis') {
    this.scope = scope;
    this.fee = fee;
  }

  add({ kind, minute: at, legs }: Draft): void {
    this.#count += 1;
    const source = { file: 'f', line: this.#count, format: 'test' };
    const time = instantFromEpochMs(start + at * MINUTE);
    const id = `e${this.#count}` as EventId;
    this.events.push({ id, time, sequence: this.#count, kind, legs: legs.map(legOf), source });
  }

  edit(what: Edit): void {
    if ('add' in what) for (const draft of what.add) this.add(draft);
    else if ('remove' in what) this.events = this.events.filter((_, at) => at !== what.remove);
    else if ('move' in what)
      this.#change(what.move, (one) => ({
        legs: one.legs.map((leg) => ({ ...leg, account: accountId(what.to) })),
      }));
    else if ('retime' in what)
      this.#change(what.retime, (one) => ({
        time: instantFromEpochMs(epochMs(one.time) + what.by * MINUTE),
      }));
    else if ('mark' in what) this.#mark(what.mark);
    else if ('unmark' in what) this.marks = this.marks.slice(1);
    else if ('until' in what) this.until = what.until === null ? Infinity : start + what.until * MINUTE;
    else this.flip = what.flip;
  }

  #change(at: number, to: (one: LedgerEvent) => Partial<LedgerEvent>): void {
    const one = this.events[at];
    if (one !== undefined)
      this.events = this.events.with(at, { ...one, ...to(one), id: `${one.id}'` as EventId });
  }

  #mark([of, at, amountText]: readonly [string, number, string]): void {
    const time = instantFromEpochMs(start + at * MINUTE);
    this.marks = [...this.marks, { of: assetId(of), time, price: price(amountText), source: 'test' }];
  }

  matched(previous?: LotMatching): LotMatching {
    const events = this.events.filter(({ time }) => epochMs(time) <= this.until).toSorted(compareEvents);
    const halfway = start + 6 * 24 * 60 * MINUTE;
    const options = {
      methodAt: (_: unknown, time: LedgerEvent['time']) =>
        epochMs(time) > halfway ? this.flip : ('fifo' as const),
      scope: this.scope,
      longTermFrom,
      timeZone: utc,
      movements: ownMovementsOf(events).movements,
      prices: priceBookOf(assetId('USD'), this.marks),
      elections: { transferFee: this.fee },
    };
    return matchLots(events, options, previous);
  }
}

const until2025 = (allocation: Extract<BasisScope, object>['allocation']): BasisScope => ({
  universalUntil: localDate('2025-01-01'),
  allocation,
});
const scope = fc.constantFrom<BasisScope>(
  'account',
  'universal',
  until2025(null),
  until2025({ kind: 'global', accounts: ['C', 'A', 'D'].map(accountId), order: 'hifo' }),
);

test('after any edits the matching is as if made anew', () => {
  fc.assert(
    fc.property(
      scope,
      fc.constantFrom('disposal' as const, 'into-basis' as const),
      fc.array(drafts, { minLength: 4, maxLength: 30, size: 'max' }),
      fc.array(edit, { minLength: 1, maxLength: 6, size: 'max' }),
      (where, fee, first, edits) => {
        const ledger = new Ledger(where, fee);
        for (const draft of first.flat()) ledger.add(draft);
        let before = ledger.matched();
        for (const what of edits) {
          ledger.edit(what);
          const after = ledger.matched(before);
          expect(saidBy(after)).toBe(saidBy(ledger.matched()));
          before = after;
        }
      },
    ),
    { numRuns: runs(1500) },
  );
});
