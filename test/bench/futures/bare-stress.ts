/** The least that a stress test costs: mark, value, profit and margin of every leg at every step, over bare bigints. */
import type { StressScenario } from '../../../src/main/engine/futures/stress/scenario.ts';
import type { StressPortfolio } from '../../../src/main/engine/futures/stress/stress-portfolio.ts';

const ONE = 10n ** 18n;
const HALF = ONE / 2n;

export interface BareLeg {
  readonly pool: number;
  readonly isInverse: boolean;
  readonly isShort: boolean;
  readonly size: bigint;
  readonly entryValue: bigint;
  readonly mark: bigint;
  readonly caps: readonly (bigint | null)[];
  readonly rates: readonly bigint[];
  readonly deductions: readonly bigint[];
}

export function bareLegs({ pools }: StressPortfolio): readonly BareLeg[] {
  return pools.flatMap(({ legs }, pool) =>
    legs.map(({ terms, side, size, entryValue, at }) => {
      const tiers = terms.margin?.kind === 'tiers' ? terms.margin.tiers : [];
      return {
        pool,
        isInverse: terms.payoff === 'inverse',
        isShort: side === 'short',
        size: bare(size),
        entryValue: bare(entryValue),
        mark: bare(at.price),
        caps: tiers.map(({ cap }) => (cap === null ? null : bare(cap))),
        rates: tiers.map(({ maintenanceRate }) => bare(maintenanceRate)),
        deductions: tiers.map(({ deduction }) => bare(deduction)),
      };
    }),
  );
}

/** So many pools, scenarios and steps: what is left of equity after margin, added up so that nothing is thought away. */
export function bareStress(
  legs: readonly BareLeg[],
  pools: number,
  factors: readonly (readonly bigint[])[],
): bigint {
  let checksum = 0n;
  for (const steps of factors) {
    for (const factor of steps) {
      const buffers = Array.from({ length: pools }, () => 0n);
      for (const leg of legs) {
        const mark = (leg.mark * factor + HALF) / ONE;
        const value = leg.isInverse ? (leg.size * ONE + mark / 2n) / mark : (leg.size * mark + HALF) / ONE;
        const gain = leg.isInverse === leg.isShort ? value - leg.entryValue : leg.entryValue - value;
        let place = 0;
        for (const cap of leg.caps) {
          if (cap === null || value <= cap) break;
          place += 1;
        }
        const asked = (value * (leg.rates[place] ?? 0n) + HALF) / ONE - (leg.deductions[place] ?? 0n);
        buffers[leg.pool] = (buffers[leg.pool] ?? 0n) + gain - asked;
      }
      for (const buffer of buffers) checksum += buffer;
    }
  }
  return checksum;
}

/** One plus the move of each step, for every coin alike. */
export function bareFactors(scenarios: readonly StressScenario[]): readonly (readonly bigint[])[] {
  return scenarios.map(({ steps }) => steps.map(({ coins }) => ONE + bare(coins.get('*') ?? 0n)));
}

function bare(amount: unknown): bigint {
  return amount as bigint;
}
