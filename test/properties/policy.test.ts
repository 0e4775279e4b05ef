import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assetId } from '../../src/shared/domain/asset.ts';
import { add, compare, sum } from '../../src/shared/num/arithmetic.ts';
import { money, price } from '../../src/shared/num/parse.ts';
import { oneRate, zeroMoney, zeroRate } from '../../src/shared/num/types.ts';
import { driftOf, effectiveValues } from '../../src/main/engine/rebalance/drift.ts';
import { parsePolicy } from '../../src/main/engine/rebalance/policy/parse-policy.ts';
import { policyExposures, wholePortfolio } from '../../src/main/engine/rebalance/policy/policy-exposures.ts';
import type { Portfolio } from '../../src/main/engine/rebalance/policy/policy-exposures.ts';
import { policyFaults } from '../../src/main/engine/rebalance/policy/policy-faults.ts';
import { policyText } from '../../src/main/engine/rebalance/policy/policy-text.ts';
import { goalWeights, wayBack } from '../../src/main/engine/rebalance/policy/way-back.ts';
import { policies } from './policies.fixture.ts';

test('a policy in words is read back as the same policy', () => {
  let usable = 0;
  fc.assert(
    fc.property(policies, (policy) => {
      if (policyFaults(policy).length > 0) return;
      usable += 1;
      expect(parsePolicy(policyText(policy))).toEqual({ ok: true, policy });
    }),
    { numRuns: 500 },
  );
  expect(usable).toBeGreaterThan(150);
});

test('case, blanks and line breaks do not matter', () => {
  const plain = policies.filter((policy) => policyFaults(policy).length === 0 && policy.groups.length === 0);
  fc.assert(
    fc.property(plain, (policy) => {
      const text = policyText(policy);
      expect(parsePolicy(text.toUpperCase())).toEqual({ ok: true, policy });
      expect(parsePolicy(text.replaceAll(' and ', ',\n  ').replaceAll('. ', '.\n\n'))).toEqual({
        ok: true,
        policy,
      });
      expect(parsePolicy(text.replaceAll(' %', '%'))).toEqual({ ok: true, policy });
    }),
    { numRuns: 150 },
  );
});

test('anything typed is read or has its problems inside the text; nothing throws', () => {
  const words = fc.constantFrom(
    ...'Hold 50 % BTC , . and ( ) " -5 points target off by more than 25 1e9 ½ cash Rebalance when any at most once a month not if tax above 2 000 everything else to the band edge'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 40 }).map((all) => all.join(' ')),
      ),
      (text) => {
        const parsed = parsePolicy(text, new Set([assetId('BTC')]));
        if (parsed.ok) return;
        expect(parsed.problems.length).toBeGreaterThan(0);
        for (const { from, to, message, instead } of parsed.problems) {
          expect(from >= 0 && from <= to && to <= text.length).toBe(true);
          expect(message.length * instead.length).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 500 },
  );
});

const value = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }).map((units) => money(`${units}e-18`));
const spot = fc.bigInt({ min: 0n, max: 10n ** 24n }).map((units) => money(`${units}e-18`));
const portfolios = (assets: readonly string[]): fc.Arbitrary<Portfolio> =>
  fc
    .tuple(
      ...[...new Set([...assets, 'USD', 'USDT', 'DOGE'])].map((asset) =>
        fc.tuple(fc.constant(asset), spot, value),
      ),
    )
    .map((all) => ({
      currency: assetId('USD'),
      held: all
        .filter(([asset]) => asset !== 'CASH')
        .map(([asset, spotValue, futuresValue]) => ({
          asset: assetId(asset),
          spotValue,
          futuresValue: asset === 'USD' || asset === 'USDT' ? zeroMoney : futuresValue,
        })),
      priceOf: () => price('1'),
    }));
const standing = policies
  .filter((policy) => policyFaults(policy).length === 0)
  .chain((policy) =>
    fc.tuple(
      fc.constant(policy),
      portfolios([
        ...policy.targets.map(({ asset }) => asset),
        ...policy.groups.flatMap(({ members }) => members.map(({ asset }) => asset)),
      ]),
    ),
  );

test('weights add up to 100 % exactly: by asset, by line, at the goal, and of everything held', () => {
  fc.assert(
    fc.property(standing, ([policy, portfolio]) => {
      const { targeted } = policyExposures(policy, portfolio);
      expect(
        sum(
          targeted.map(({ target }) => target),
          zeroRate,
        ),
      ).toBe(oneRate);
      const drift = driftOf(targeted, policy);
      if (drift !== null) {
        for (const rows of [drift.rows, drift.lines])
          expect(
            sum(
              rows.map(({ effectiveWeight }) => effectiveWeight),
              zeroRate,
            ),
          ).toBe(oneRate);
        const way = wayBack(drift.lines, policy.returnTo);
        const goals = goalWeights(drift.lines, way);
        expect(sum(goals, zeroRate)).toBe(oneRate);
        if (policy.returnTo !== 'target' && compare(way, zeroRate) > 0)
          expect(compare(way, oneRate)).not.toBe(1);
        for (const line of drift.lines) {
          const members = sum(
            line.members.map(({ effectiveWeight }) => effectiveWeight),
            zeroRate,
          );
          if (line.members.length > 0) expect(members).toBe(line.effectiveWeight);
        }
      }
      // Collateral is in what is held, once; futures move value between coins and cash, so the whole is what is held.
      const whole = effectiveValues(wholePortfolio(portfolio));
      const held = portfolio.held.reduce((total, one) => add(total, one.spotValue), zeroMoney);
      expect(sum(whole, zeroMoney)).toBe(held);
    }),
    { numRuns: 200 },
  );
});
