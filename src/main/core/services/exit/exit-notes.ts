/** What is said with an exit plan about what it rests on: assumed prices and income, and whole sentences. */
import { lotMethodWords } from '../../../../shared/domain/lot-method-words.ts';
import { add, isPositive } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../../../engine/exit/exit-case.ts';
import { netPriceOf } from '../../../engine/exit/net-off.ts';
import { neededInAll } from '../../../engine/exit/paid-by-sales.ts';
import type { PriceChange } from '../../../engine/tax/projection/assumed-prices.ts';
import { moneyText, percentText, quantityText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import type { WantedGoals } from './exit-goals.ts';
import type { Assumed, ExitRequest } from './exit-setup.ts';
import { waitingNotes } from './waiting-notes.ts';

/** The band of all coins together, prices, income and money for purchases. In: where the band comes from. */
export function assumedOfCase(
  given: ExitCase,
  { income = [], carryOnTop }: ExitRequest,
  changes: readonly PriceChange[],
  netFrom: string,
): readonly Assumed[] {
  const fresh = moneyForPurchases(given);
  const { netTolerance } = given;
  return [
    ...(netTolerance === null
      ? []
      : [
          {
            id: 'bandTogether',
            label: 'How far all coins together may stand off what is wanted',
            value: toText(roundTo(netTolerance, 2, 'half-even')),
            unit: given.currency,
            from: netFrom,
          },
        ]),
    ...changes.map(({ asset, to, by }) => ({
      id: `price:${asset}`,
      label: `Price of ${asset}${by === null ? '' : ` on ${dateText(by)}`}, in a straight line from today’s`,
      value: toText(to),
      unit: given.currency,
      from: 'yours',
    })),
    ...income.map(({ year, ordinaryIncome }) => ({
      id: `income:${year}`,
      label: `Ordinary income of ${year}`,
      value: ordinaryIncome,
      unit: 'money',
      from: 'yours',
    })),
    ...(carryOnTop === undefined
      ? []
      : [
          {
            id: 'carryOnTop',
            label: 'What holding the shorts costs a year on top',
            value: percentText(rate(carryOnTop)),
            unit: 'share',
            from: 'yours',
          },
        ]),
    ...(fresh === null
      ? []
      : [
          {
            id: 'purchaseMoney',
            label: 'Money for purchases beside what the sales bring',
            value: toText(roundTo(fresh, 2, 'half-even')),
            unit: given.currency,
            from: 'what all purchases need beyond all sales, at the prices of the first day (“cash” says otherwise)',
          },
        ]),
  ];
}

/** null where nothing is bought or the cash is given. */
function moneyForPurchases(given: ExitCase): Money | null {
  const [first] = given.dates;
  if (given.limits.cash !== null || first === undefined) return null;
  return given.goals.some(({ buy }) => isPositive(buy)) ? neededInAll(given, first.date) : null;
}

/** Whole sentences: what binds the plan, and what it takes for granted. */
export function notesOf(
  given: ExitCase,
  {
    derived,
    request,
    from,
  }: { readonly derived: Derived; readonly request: ExitRequest; readonly from: WantedGoals['from'] },
): readonly string[] {
  const { goals, futures } = given;
  const notes = [
    from === 'targets'
      ? 'The goals are what brings the coins themselves to the targets, with the hedges of these coins closed at the end.'
      : 'The goals are the ones that you named.',
  ];
  if (!(request.prices ?? []).length) notes.push('Prices are taken to stay as they are today.');
  notes.push(...waitingNotes(given));
  if (goals.some(({ sell }) => isPositive(sell))) notes.push(lotNote(derived, request));
  notes.push(...purchaseNotes(given));
  for (const { asset, tolerance } of goals) {
    const hedged = futures.some((future) => future.asset === asset);
    const within = quantityText(roundTo<Quantity>(tolerance, 8, 'half-even'), asset);
    notes.push(
      hedged
        ? `Spot and futures of ${asset} together stay within ${within} of what is wanted, on every day.`
        : `Nothing hedges ${asset}: until it is traded it stands off by up to ${within}.`,
    );
  }
  notes.push(...netNotes(given));
  const ratio = request.overlay?.ratio;
  if (ratio !== undefined && ratio !== 'naive')
    notes.push('An exit plan hedges coin for coin: the hedge ratio that you chose is not used in it.');
  if (futures.some(({ terms }) => terms.expiry !== null))
    notes.push(
      'Contracts with an end are rolled ten days before it, into ones that end three months later; their distance from the coin’s price shrinks by the day.',
    );
  if (request.band !== undefined) notes.push(`The band is ${percentText(rate(request.band))}, as you chose.`);
  return notes;
}

/** Of one coin alone it says nothing new, unless it is narrower than the coin's own band. */
function netNotes(given: ExitCase): string[] {
  const { netTolerance, goals, currency } = given;
  if (netTolerance === null) return [];
  const widest = goals.reduce(
    (total, { asset, tolerance }) => add(total, valueOf(tolerance, netPriceOf(given, asset), 'half-even')),
    zeroMoney,
  );
  if (widest <= netTolerance) return [];
  const amount = moneyText(netTolerance, currency);
  return [
    goals.length === 1
      ? `At today’s prices that is never more than ${amount} (“band together”), so that the plan is not paid for holding more or less than you want.`
      : `All of them together stay within ${amount} of what is wanted, at today’s prices (“band together”): one coin may stand above as far as another stands below, so that the plan is not paid for holding more or less in all than you want.`,
  ];
}

function purchaseNotes(given: ExitCase): readonly string[] {
  const fresh = moneyForPurchases(given);
  if (fresh === null) return [];
  const amount = moneyText(fresh, given.currency);
  if (!given.goals.some(({ sell }) => isPositive(sell)))
    return [`Nothing is sold: the purchases take ${amount} from elsewhere, fees included.`];
  const but = isPositive(fresh)
    ? `, but for ${amount} that all purchases take beyond what all sales bring, fees included`
    : '';
  return [
    `Purchases are paid by the sales made until then${but}. If there is more money for them, say how much (“cash”).`,
  ];
}

/** Reg. 1.1012-1(j): units are chosen by identifying them before the sale, or by a standing order. */
function lotNote(derived: Derived, { lotChoice }: ExitRequest): string {
  const { lotMethod } = derived;
  const method = lotMethod === null ? 'the methods of the accounts' : lotMethodWords[lotMethod];
  return lotChoice === 'method'
    ? `Lots leave in the order of the method in force (${method}), account by account; the plan cannot choose among them.`
    : `The plan chooses the lots. Each sale has to be identified before it is made (the close-out sheet records it, and your broker has to be told); else ${method} decides which units left (Reg. 1.1012-1(j)).`;
}
