import { isNegative, negate } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import type { ExitCase } from '../../exit/exit-case.ts';
import { percentText } from '../../words.ts';
import { firstTurn } from './bisect.ts';
import { carryAt } from './carry-at.ts';
import { differencesIn, meetingTrace } from './turn-question.ts';
import type { Turn, TurnQuestion } from './turn-question.ts';

/** From no carry on, both ways. */
const DEARER = ['0', '0.1', '0.3', '1', '2'].map((text) => rate(text));
const CHEAPER = ['0', '-0.1', '-0.3', '-1'].map((text) => rate(text));
const WITHIN = rate('0.00001');

/** The yearly carry to a short at which both ways cost the same, as a share of notional. */
export async function fundingTurn(question: TurnQuestion): Promise<Turn & { readonly at: Rate | null }> {
  const { exit } = question.given;
  const caseAt = (at: Rate): ExitCase => carryAt(exit, at);
  const difference = differencesIn(question, caseAt);
  const at = (await firstTurn(difference, DEARER, WITHIN)) ?? (await firstTurn(difference, CHEAPER, WITHIN));
  if (at === null) {
    const words = `No yearly carry between ${percentText(rate('-1'))} and ${percentText(rate('2'))} of the notional turns the answer round.`;
    return { at, words, trace: null };
  }
  const shown = roundTo(at, 4, 'half-even');
  const side = isNegative(shown)
    ? `the short would receive ${percentText(negate(shown))} of the notional a year`
    : `the short would pay ${percentText(shown)} of the notional a year`;
  return {
    at,
    words: `Both cost the same where ${side} (and a long the reverse).`,
    trace: meetingTrace(
      question,
      caseAt(at),
      `Selling less hedging at a carry of ${percentText(shown)} a year`,
    ),
  };
}
