import { describe, expect, test } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import { plainPolicy } from '../../../shared/domain/policy.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { toText } from '../../../shared/num/format.ts';
import { money, price, rate } from '../../../shared/num/parse.ts';
import { driftOf } from './drift.ts';
import type { TargetedExposure } from './drift.ts';

const exposure = (
  asset: string,
  target: string,
  spotValue: string,
  futuresValue = '0',
  isMoney = false,
): TargetedExposure => ({
  asset: assetId(asset),
  target: rate(target),
  price: price('1'),
  spotValue: money(spotValue),
  futuresValue: money(futuresValue),
  isMoney,
});

const policy = (absoluteBand: string | null, relativeBand: string | null): Policy =>
  plainPolicy({
    targets: [],
    absoluteBand: absoluteBand === null ? null : rate(absoluteBand),
    relativeBand: relativeBand === null ? null : rate(relativeBand),
  });

const sixtyFive = [exposure('BTC', '0.5', '65000'), exposure('ETH', '0.5', '35000')];

describe('drift', () => {
  test('is effective weight less target', () => {
    const drift = driftOf(sixtyFive, policy('0.1', null));
    expect(
      drift?.rows.map((row) => [row.asset, toText(row.drift), toText(row.driftValue), row.outside]),
    ).toEqual([
      ['BTC', '0.15', '15000', true],
      ['ETH', '-0.15', '-15000', true],
    ]);
  });

  test('counts futures: a hedged portfolio is on target though its coins are not', () => {
    const hedged = [exposure('BTC', '0.5', '65000', '-15000'), exposure('ETH', '0.5', '35000', '15000')];
    const drift = driftOf(hedged, policy('0.1', null));
    expect(drift?.rows.map((row) => [toText(row.spotWeight), toText(row.effectiveWeight)])).toEqual([
      ['0.65', '0.5'],
      ['0.35', '0.5'],
    ]);
    expect(drift?.triggers).toEqual([]);
  });

  // 80 000 BTC and 20 000 cash, short 20 000: 60 000 of BTC, and the short has turned 20 000 into money: 40 000.
  test('a short turns coins into money where money has a target', () => {
    const drift = driftOf(
      [exposure('BTC', '0.6', '80000', '-20000'), exposure('USD', '0.4', '20000', '0', true)],
      policy('0.05', null),
    );
    expect(drift?.rows.map((row) => toText(row.effectiveWeight))).toEqual(['0.6', '0.4']);
    expect(toText(drift?.value ?? money('0'))).toBe('100000');
  });

  test('nothing held is no drift', () => {
    expect(driftOf([exposure('BTC', '1', '0')], policy('0.1', null))).toBeNull();
  });
});

describe('bands', () => {
  // Target 10 %: 5 points allow 5 to 15 %, a quarter of it 7.5 to 12.5 %: the narrower counts.
  test('the narrower band counts, and each rule that fired is said', () => {
    const small = [exposure('BTC', '0.9', '87000'), exposure('SOL', '0.1', '13000')];
    const drift = driftOf(small, policy('0.05', '0.25'));
    const sol = drift?.rows[1];
    expect([sol?.bandLow, sol?.bandHigh].map((edge) => toText(edge ?? rate('0')))).toEqual([
      '0.075',
      '0.125',
    ]);
    expect(sol?.outside).toBe(true);
    expect(drift?.triggers).toEqual([
      'SOL stands at 13 %, 3 points above its target of 10 %: more than 25 % of the target.',
    ]);
  });

  test('the edge itself is inside', () => {
    const drift = driftOf(sixtyFive, policy('0.15', null));
    expect(drift?.rows.map(({ outside }) => outside)).toEqual([false, false]);
    expect(drift?.triggers).toEqual([]);
  });

  test('without a band nothing triggers', () => {
    const drift = driftOf(sixtyFive, policy(null, null));
    expect(drift?.rows.every(({ outside }) => !outside)).toBe(true);
  });
});
