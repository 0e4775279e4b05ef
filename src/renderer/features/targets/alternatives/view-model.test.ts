import { describe, expect, test } from 'vitest';
import { answer, way } from './alternatives.fixture.ts';
import {
  bestOf,
  differenceFrom,
  isAnywhere,
  nearestClose,
  risksToShow,
  stacksOf,
  traceOf,
  wealthByPath,
} from './view-model.ts';

const selling = way('sell-now', { cost: '1300', tax: '1200', fees: '100' });
const hedging = way('hedge', { cost: '900', tax: '1200', fees: '20', carry: '-320' });

describe('differences', () => {
  test('are against the best way', () => {
    const best = bestOf(answer([selling, hedging], 'hedge'));
    expect(best?.kind).toBe('hedge');
    expect(differenceFrom(selling, best, 'cost')).toEqual({ than: 'more', by: '400' });
    expect(differenceFrom(selling, best, 'tax')).toBe('same');
    expect(differenceFrom(way('mixed', { fees: '5' }), best, 'fees')).toEqual({ than: 'less', by: '15' });
  });

  test('of the best with itself, and of what is not known, there is none', () => {
    expect(differenceFrom(hedging, hedging, 'cost')).toBeNull();
    expect(differenceFrom(way('mixed', { cost: null }), hedging, 'cost')).toBeNull();
    expect(differenceFrom(selling, undefined, 'cost')).toBeNull();
  });
});

describe('how a figure is computed', () => {
  const trace = {
    label: 'Selling now: cost in today’s money',
    value: '1300',
    unit: 'USD',
    op: 'sum',
    parts: [
      { label: 'Tax of 2026', value: '1200', unit: 'USD', op: 'sum', parts: [] },
      { label: 'Fees', value: '100', unit: 'USD', op: 'sum', parts: [] },
    ],
  } as unknown as NonNullable<ReturnType<typeof way>['trace']>;

  test('the cost has the whole trace, a part its own', () => {
    const traced = { ...selling, trace };
    expect(traceOf(traced, 'cost')).toBe(trace);
    expect(traceOf(traced, 'fees')?.label).toBe('Fees');
    expect(traceOf(traced, 'carry')).toBeNull();
    expect(traceOf(selling, 'cost')).toBeNull();
  });
});

test('bars only of what can be done', () => {
  expect(stacksOf([selling, way('new-money', { possible: false })]).map(({ name }) => name)).toEqual([
    'Sell now',
  ]);
});

test('a row that is nothing in every way is none; one that is not known is one', () => {
  expect(isAnywhere([selling, hedging], 'slippage')).toBe(false);
  expect(isAnywhere([selling, hedging], 'carry')).toBe(true);
  expect(isAnywhere([way('hedge', { slippage: null })], 'slippage')).toBe(true);
});

test('wealth path by path, with the best of each', () => {
  const [flat] = wealthByPath(answer([selling, hedging], 'hedge'), 'wealth');
  expect(flat?.rows.map(({ kind, isBest }) => [kind, isBest])).toEqual([
    ['sell-now', true],
    ['hedge', true],
  ]);
});

test('the nearest forced close: a known one before one that nobody can tell', () => {
  const close = (distance: string | null, asset: string): ReturnType<typeof way>['liquidation'][number] => ({
    asset,
    contract: 'x',
    side: 'short',
    price: null,
    distance,
    words: '',
  });
  expect(
    nearestClose(
      way('hedge', { liquidation: [close(null, 'BTC'), close('0.4', 'ETH'), close('0.3', 'SOL')] }),
    )?.asset,
  ).toBe('SOL');
  expect(nearestClose(way('hedge', { liquidation: [close(null, 'BTC')] }))?.asset).toBe('BTC');
  expect(nearestClose(selling)).toBeNull();
});

test('a risk does not repeat its heading', () => {
  const risks = [
    { kind: 'margin' as const, text: 'Margin: when prices move, cash is needed.' },
    { kind: 'basis' as const, text: 'What a contract costs changes.' },
    { kind: 'complexity' as const, text: 'Complexity: 4 legs to watch.' },
  ];
  expect(risksToShow({ risks }).map(({ text }) => text)).toEqual([
    'When prices move, cash is needed.',
    'What a contract costs changes.',
    '4 legs to watch.',
  ]);
});
