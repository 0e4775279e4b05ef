import type { OwnBand, Policy } from '../../../../shared/domain/policy.ts';
import { add, larger, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { rateTimes } from '../../../../shared/num/products.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroRate } from '../../../../shared/num/types.ts';

export type Bands = Pick<OwnBand, 'absolute' | 'relative'>;

const noBand: Bands = { absolute: null, relative: null };

/** The bands of a line: its own, else those of any line. */
export function bandsOfLine(of: string, policy: Policy): Bands {
  return (
    policy.ownBands.find((band) => band.of === of) ?? {
      absolute: policy.absoluteBand,
      relative: policy.relativeBand,
    }
  );
}

/** The bands of a member of a group: only those given to it by name. */
export function bandsOfMember(of: string, policy: Policy): Bands {
  return policy.ownBands.find((band) => band.of === of) ?? noBand;
}

/** The narrower of the two bands; the whole range where there is none. Rounds half-even to 18 decimals. */
export function bandOf(
  target: Rate,
  { absolute, relative }: Bands,
): { readonly low: Rate; readonly high: Rate } {
  const share = relative === null ? null : rateTimes(target, relative, 'half-even');
  const width = absolute === null ? share : share === null ? absolute : smaller(absolute, share);
  if (width === null) return { low: zeroRate, high: oneRate };
  return { low: larger(subtract(target, width), zeroRate), high: smaller(add(target, width), oneRate) };
}
