import { add, compare, subtract } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { rateTimes } from '../../../../shared/num/products.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';

const HALF = rate('0.5');

/** A function of a rate whose sign is looked for; null where it cannot be told there. */
export type DifferenceAt = (at: Rate) => Promise<Money | null>;

/**
 * Where a difference changes its sign first, going through marks in their order: halved until the two sides are no further
 * apart than `within`. Out: the side on which the sign has turned; null where it never turns at the marks.
 * A difference of zero counts as positive.
 */
export async function firstTurn(
  difference: DifferenceAt,
  marks: readonly Rate[],
  within: Rate,
): Promise<Rate | null> {
  let before: { readonly at: Rate; readonly isNegative: boolean } | null = null;
  for (const at of marks) {
    const here = await signAt(difference, at);
    if (here === null) return null;
    if (before !== null && before.isNegative !== here)
      return await narrowed(difference, before.at, at, here, within);
    before = { at, isNegative: here };
  }
  return null;
}

async function narrowed(
  difference: DifferenceAt,
  from: Rate,
  to: Rate,
  turned: boolean,
  within: Rate,
): Promise<Rate | null> {
  let [near, far] = [from, to];
  while (compare(apart(near, far), within) > 0) {
    const middle = rateTimes(add(near, far), HALF, 'half-even');
    const here = await signAt(difference, middle);
    if (here === null) return null;
    if (here === turned) far = middle;
    else near = middle;
  }
  return far;
}

async function signAt(difference: DifferenceAt, at: Rate): Promise<boolean | null> {
  const found = await difference(at);
  return found === null ? null : compare(found, zeroMoney) < 0;
}

function apart(a: Rate, b: Rate): Rate {
  return compare(a, b) > 0 ? subtract(a, b) : subtract(b, a);
}
