import { negate } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../../exit/exit-case.ts';
import { percentText } from '../../words.ts';
import { firstTurn } from './bisect.ts';
import { yearsWithout } from '../../exit/exit-years.ts';
import { taxToday } from './full-cost.ts';
import { costsIn, differenceOf, meetingTrace } from './turn-question.ts';
import type { Turn, TurnQuestion } from './turn-question.ts';

const FALLS = ['0', '-0.1', '-0.3', '-0.5', '-0.7', '-0.9'].map((text) => rate(text));
const RISES = ['0', '0.1', '0.3', '0.6', '1', '2', '4'].map((text) => rate(text));
const PRICE_WITHIN = rate('0.001');

/** Changes of all prices by the horizon at which both ways cost the same: the nearest fall and the nearest rise. */
export async function priceTurn(
  question: TurnQuestion,
): Promise<Turn & { readonly fall: Rate | null; readonly rise: Rate | null }> {
  const { given } = question;
  const caseAt = (change: Rate): ExitCase => ({ ...given.exit, book: given.bookAt(change) });
  const costsAt = costsIn(question, caseAt);
  const at = differenceOf(costsAt);
  const fall = await firstTurn(at, FALLS, PRICE_WITHIN);
  const rise = await firstTurn(at, RISES, PRICE_WITHIN);
  const nearest = fall ?? rise;
  const day = dateText(given.horizon);
  const said = [
    ...(fall === null ? [] : [`a fall of all prices by ${percentText(negate(fall))}`]),
    ...(rise === null ? [] : [`a rise by ${percentText(rise)}`]),
  ];
  return {
    fall,
    rise,
    words:
      said.length === 0
        ? `None of the falls (down to −90 %) and rises (up to 400 %) by ${day} that were tried turns the answer round.`
        : `The answer turns round with ${said.join(' or ')} by ${day}: there the taxes on coins and futures make both cost the same.`,
    trace:
      nearest === null
        ? null
        : meetingTrace(
            await costsAt(nearest),
            taxToday(caseAt(nearest), yearsWithout(caseAt(nearest))),
            `Selling less hedging where prices change by ${percentText(nearest)}`,
            given.exit.currency,
          ),
  };
}
