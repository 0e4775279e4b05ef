import { absolute, isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../../../engine/exit/exit-case.ts';
import { exposureAfter, wantedOf } from '../../../engine/exit/exposure-after.ts';
import { quantityText } from '../../../engine/words.ts';

/** Where the plan may not trade today: what stands outside its band until it may. No limit can mend that, so it is said. */
export function waitingNotes(given: ExitCase): string[] {
  const { asOf, dates, goals, futures } = given;
  const [first] = dates;
  if (first === undefined || first.date <= asOf) return [];
  const hedges = futures.flatMap(({ position, steps, isOpen }) => (isOpen ? [{ position, steps }] : []));
  const today = exposureAfter(given, { regime: null, days: [{ date: asOf, sells: [], buys: [], hedges }] });
  const off = goals.flatMap((goal) => {
    const coins = today.find(({ asset }) => asset === goal.asset)?.coins;
    if (coins === undefined) return [];
    const away = subtract(coins, wantedOf(goal));
    const far = absolute<Quantity>(away);
    if (far <= goal.tolerance) return [];
    const [size, allowed] = [far, goal.tolerance].map((one) =>
      quantityText(roundTo<Quantity>(one, 8, 'half-even'), goal.asset),
    );
    return [
      `${goal.asset} stands ${size} ${isPositive(away) ? 'above' : 'below'} what is wanted (allowed: ${allowed})`,
    ];
  });
  const until = `Nothing can be traded before ${dateText(first.date)}`;
  return off.length === 0 ? [`${until}.`] : [`${until}: until then ${off.join('; ')}.`];
}
