import { isNegative, negate } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { carryOnTop, legsAtStake } from '../../exit/carry-on-top.ts';
import type { ExitCase } from '../../exit/exit-case.ts';
import { yearsWithout } from '../../exit/exit-years.ts';
import { percentText } from '../../words.ts';
import { firstTurn } from './bisect.ts';
import { taxToday } from './full-cost.ts';
import { costsIn, differenceOf, meetingTrace } from './turn-question.ts';
import type { Turn, TurnQuestion } from './turn-question.ts';

/** From what is assumed on, both ways. */
const DEARER = ['0', '0.05', '0.15', '0.4', '1', '2'].map((text) => rate(text));
const CHEAPER = ['0', '-0.05', '-0.15', '-0.4', '-1'].map((text) => rate(text));
const WITHIN = rate('0.00001');

/**
 * How much more a year than assumed, as a share of notional, holding the shorts would have to cost for both ways to cost the same;
 * long legs stay as they are assumed (they are what changes where there is no short).
 */
export async function fundingTurn(question: TurnQuestion): Promise<Turn & { readonly at: Rate | null }> {
  const { exit } = question.given;
  const side = legsAtStake(exit)[0]?.side ?? 'short';
  const caseAt = (at: Rate): ExitCase => carryOnTop(exit, at);
  const costsAt = costsIn(question, caseAt);
  const difference = differenceOf(costsAt);
  const at = (await firstTurn(difference, DEARER, WITHIN)) ?? (await firstTurn(difference, CHEAPER, WITHIN));
  if (at === null) {
    const words = `Holding the ${side} may cost up to ${percentText(rate('2'))} of the notional a year more than assumed, or 100 % less: nothing of that turns the answer round.`;
    return { at, words, trace: null };
  }
  const shown = roundTo(at, 4, 'half-even');
  const [size, less] = isNegative(shown) ? [negate(shown), 'less'] : [shown, 'more'];
  const changed = caseAt(at);
  return {
    at,
    words: `Both cost the same where holding the ${side} costs ${percentText(size)} of its notional a year ${less} than assumed${otherLegs(exit, side)}. Option carry-on-top of “rebalance” puts that back.`,
    trace: meetingTrace(
      await costsAt(at),
      taxToday(changed, yearsWithout(changed)),
      `Selling less hedging where the ${side} costs ${percentText(size)} a year ${less}`,
      exit.currency,
    ),
  };
}

function otherLegs({ futures }: ExitCase, side: string): string {
  return futures.some((future) => future.side !== side) ? ', with the long futures as assumed' : '';
}
