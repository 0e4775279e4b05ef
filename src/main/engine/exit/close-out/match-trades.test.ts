import { describe, expect, test } from 'vitest';
import { accountId } from '../../../../shared/domain/account.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import { toText } from '../../../../shared/num/format.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { matchTrades } from './match-trades.ts';
import type { StepToMatch, TradeIn } from './match-trades.ts';

const btc = assetId('BTC');
const kraken = accountId('kraken');

function step(id: string, date: string, size: string, of: Partial<StepToMatch> = {}): StepToMatch {
  return {
    id,
    date: localDate(date),
    account: kraken,
    side: 'sell',
    of: btc,
    quantity: quantity(size),
    ...of,
  };
}

function trade(event: string, date: string, size: string, of: Partial<TradeIn> = {}): TradeIn {
  return {
    event: event as EventId,
    date: localDate(date),
    account: kraken,
    side: 'sell',
    of: btc,
    quantity: quantity(size),
    ...of,
  };
}

interface Case {
  readonly name: string;
  readonly steps: readonly StepToMatch[];
  readonly trades: readonly TradeIn[];
  /** step: fills; filled; left */
  readonly matched: Readonly<Record<string, string>>;
  readonly outside?: readonly string[];
  readonly source: string;
}

const on = '2026-12-15';
const next = '2026-12-16';
const source = 'brief of issue 6: each fill belongs to one step at most; partial and split fills';

const cases: readonly Case[] = [
  {
    name: 'a trade that is all of a step',
    steps: [step('a', on, '1')],
    trades: [trade('t', on, '1')],
    matched: { a: 't; 1; 0' },
    source,
  },
  {
    name: 'two trades for one step',
    steps: [step('a', on, '1')],
    trades: [trade('t', on, '0.4'), trade('u', next, '0.6')],
    matched: { a: 't u; 1; 0' },
    source,
  },
  {
    name: 'one trade for two steps is the first one’s, and too much for it',
    steps: [step('a', on, '1'), step('b', next, '1')],
    trades: [trade('t', on, '2')],
    matched: { a: 't; 2; 0', b: '; 0; 1' },
    source,
  },
  {
    name: 'a trade in another account',
    steps: [step('a', on, '1')],
    trades: [trade('t', on, '1', { account: accountId('coinbase') })],
    matched: { a: '; 0; 1' },
    outside: ['t'],
    source,
  },
  {
    name: 'a purchase from any account where the step names none',
    steps: [step('a', on, '1', { side: 'buy', account: null })],
    trades: [trade('t', on, '1', { side: 'buy', account: accountId('coinbase') })],
    matched: { a: 't; 1; 0' },
    source,
  },
  {
    name: 'the other side',
    steps: [step('a', on, '1')],
    trades: [trade('t', on, '1', { side: 'buy' })],
    matched: { a: '; 0; 1' },
    outside: ['t'],
    source,
  },
  {
    name: 'another coin is none of the plan’s business',
    steps: [step('a', on, '1')],
    trades: [trade('t', on, '1', { of: assetId('ETH') })],
    matched: { a: '; 0; 1' },
    source,
  },
  {
    name: 'more than the step, and what comes after it is full',
    steps: [step('a', on, '1')],
    trades: [trade('t', on, '0.7'), trade('u', on, '0.7'), trade('v', on, '0.1')],
    matched: { a: 't u; 1.4; 0' },
    outside: ['v'],
    source,
  },
  {
    name: 'the nearest day, then the earlier',
    steps: [step('a', '2026-12-10', '1'), step('b', '2026-12-14', '1')],
    trades: [trade('t', '2026-12-13', '0.5'), trade('u', '2026-12-12', '0.5')],
    matched: { a: 'u; 0.5; 0.5', b: 't; 0.5; 0.5' },
    source,
  },
  {
    name: 'a full step leaves the next trade to the other one',
    steps: [step('a', on, '1'), step('b', next, '1')],
    trades: [trade('t', on, '1'), trade('u', on, '1')],
    matched: { a: 't; 1; 0', b: 'u; 1; 0' },
    source,
  },
  {
    name: 'too early and too late',
    steps: [step('a', on, '1')],
    trades: [trade('t', '2026-12-07', '1'), trade('u', '2027-01-15', '1')],
    matched: { a: '; 0; 1' },
    outside: ['t', 'u'],
    source,
  },
  {
    name: 'a fill in the contract into which the position was rolled',
    steps: [step('a', on, '2', { of: 'cme:MBTZ26' as ContractId, side: 'buy' })],
    trades: [trade('t', on, '2', { of: 'cme:MBTH27' as ContractId, side: 'buy' })],
    matched: { a: 't; 2; 0' },
    source,
  },
];

describe('which trades carried out which steps', () => {
  test.each(cases)('$name', ({ steps, trades, matched, outside = [] }) => {
    const found = matchTrades({
      steps,
      trades,
      isRolled: (traded, planned) => traded === 'cme:MBTH27' && planned === 'cme:MBTZ26',
    });
    const shown = [...found.steps].map(([id, one]) => [
      id,
      `${one.trades.map(({ event }) => event).join(' ')}; ${toText(one.filled)}; ${toText(one.left)}`,
    ]);
    expect(Object.fromEntries(shown)).toEqual(matched);
    expect(found.outside.map(({ event }) => event)).toEqual(outside);
  });
});
