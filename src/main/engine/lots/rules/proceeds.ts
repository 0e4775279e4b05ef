import { subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import type { Gone, MatchedPart } from './asset-units.ts';
import { shareOf } from './take-from.ts';

/** What the matched parts of a disposal brought, each with its share; where units are missing, so is their share. */
export function proceedsOf(gone: Gone): readonly Money[] {
  let left = gone.gross === null ? zeroMoney : subtract(gone.gross, gone.fee);
  let open = gone.quantity;
  return gone.parts.map((part) => {
    // A part that is left out of the gains takes its share along: it is no other part's.
    const share = shareOf(left, part.quantity, open);
    left = subtract(left, share);
    open = subtract(open, part.quantity);
    return isAtCost(gone, part) ? part.costBasis : share;
  });
}

/** Units leave at cost, without gain or loss, where nothing was received for them or nobody knows what, or what they cost. */
function isAtCost({ gross, leavesUnknownOut }: Gone, { basisUnknown, reason }: MatchedPart): boolean {
  // That missing units cost nothing is an election of its own.
  return gross === null || (leavesUnknownOut && basisUnknown && reason !== 'zero-cost');
}

/** What is left of the proceeds after the cost of the matched units. */
export function gainOf(gone: Gone): Money {
  const proceeds = sum(proceedsOf(gone), zeroMoney);
  return subtract(
    proceeds,
    sum(
      gone.parts.map(({ costBasis }) => costBasis),
      zeroMoney,
    ),
  );
}
