/** `hedgerow calc`: one document in, one out, whatever is wrong named. The figures themselves: test/cases. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '../../src/shared/contract/contract.ts';
import { documentOf, hedgerow, temporaryFolder } from './hedgerow.ts';

const kinds = Object.keys(contract)
  .filter((name) => name.startsWith('calc.'))
  .map((name) => name.slice('calc.'.length));
const linear = {
  payoff: 'linear',
  kind: 'perpetual',
  multiplier: '1',
  quantityUnit: 'base',
  quantityStep: '0.001',
  settleAsset: 'USDT',
};
/** The mission's own example. */
const overlay = {
  portfolio: [
    { asset: 'BTC', quantity: '1.3', price: '50000' },
    { asset: 'ETH', quantity: '14', price: '2500' },
  ],
  targets: { BTC: '0.5', ETH: '0.5' },
  contracts: { BTC: linear, ETH: linear },
  rounding: 'nearest',
};

describe('calc', () => {
  it('turns 65/35 of 100 000 into 50/50 with 15 000 short and 15 000 long', async () => {
    const ran = await hedgerow(['calc', 'overlay'], { stdin: JSON.stringify(overlay) });
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const answer = contract['calc.overlay'].output.parse(documentOf(ran));
    expect(answer.value).toBe('100000');
    expect(answer.legs.map(({ asset, side, notional }) => `${side} ${notional} ${asset}`)).toEqual([
      'short 15000 BTC',
      'long 15000 ETH',
    ]);
    expect(answer.effectiveWeights).toEqual({ BTC: '0.5', ETH: '0.5' });
  });

  it('reads a file as well, and --json changes nothing', async () => {
    const file = join(temporaryFolder(), 'overlay.json');
    writeFileSync(file, JSON.stringify(overlay));
    const fromFile = await hedgerow(['calc', 'overlay', file]);
    const asJson = await hedgerow(['calc', 'overlay', '--json'], { stdin: JSON.stringify(overlay) });
    expect(fromFile.code).toBe(0);
    expect(asJson.stdout).toBe(fromFile.stdout);
  });

  it.each(kinds)('prints the JSON Schema of %s', async (kind) => {
    const ran = await hedgerow(['calc', kind, '--schema']);
    expect(ran.code).toBe(0);
    expect(documentOf(ran)).toMatchObject({ input: { type: 'object' }, output: { type: 'object' } });
  });

  it.each([
    ['a missing field', { ...overlay, rounding: undefined }, 'rounding'],
    ['an unknown field', { ...overlay, leverage: 100 }, 'leverage'],
    ['a number that is no text', { ...overlay, cash: 5 }, 'cash'],
    [
      'a field inside',
      { ...overlay, contracts: { BTC: { ...linear, multiplier: '-1' } } },
      'contracts.BTC.multiplier',
    ],
  ])('refuses %s by name', async (_, input, field) => {
    const ran = await hedgerow(['calc', 'overlay', '--json'], { stdin: JSON.stringify(input) });
    expect(ran.code).toBe(2);
    expect(documentOf(ran)).toMatchObject({ code: 'call/invalid-input', where: { field } });
  });

  it.each(['', 'not json', '{"a":'])('refuses %j', async (stdin) => {
    const ran = await hedgerow(['calc', 'overlay'], { stdin });
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain('input');
  });

  it('ends with 1 where the law or the data refuses', async () => {
    const input = { ...overlay, contracts: { BTC: 'mars:BTC', ETH: linear } };
    const ran = await hedgerow(['calc', 'overlay', '--json'], { stdin: JSON.stringify(input) });
    expect(ran.code).toBe(1);
    expect(documentOf(ran)).toMatchObject({ code: 'contracts/unknown' });
  });
});
