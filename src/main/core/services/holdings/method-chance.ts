import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { lotMethodWords } from '../../../../shared/domain/lot-method-words.ts';
import type { Disposal, LotMethod } from '../../../../shared/domain/lot.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import { brokerMustBeToldFrom } from '../../../engine/lots/records/broker-identification.ts';
import { lotLaws } from '../../../engine/lots/law/lot-laws.ts';
import type { Derived } from '../../derived.ts';

type Chance = Pick<CallAnswer<'holdings.methods'>['rows'][number], 'possible' | 'why' | 'law'>;

/**
 * Whether a year's sales can still go by a method.
 * Law: Reg. 1.1012-1(j)(2), (3): what is identified by the time of the sale counts, nothing afterwards.
 */
export function chanceOf(
  method: LotMethod | 'recorded',
  year: number,
  recorded: readonly Disposal[],
  derived: Derived,
): Chance {
  const law = 'Reg. 1.1012-1(j)(3)';
  if (method === 'recorded') {
    const why =
      'What counts: the orders and the named lots on record, and first in, first out where there are none.';
    return { possible: 'recorded', why, law: 'Reg. 1.1012-1(j)(1), (2)' };
  }
  const jurisdiction = derived.facts.profile?.jurisdiction ?? 'us';
  if (!lotLaws[jurisdiction].methods.rule.includes(method)) {
    const why = 'Average cost is allowed for shares of funds, not for coins. It stands here only to compare.';
    return { possible: 'no', why, law: '26 U.S.C. 1012(c); Reg. 1.1012-1(e)' };
  }
  if (isInForce(method, year, recorded, derived)) {
    return { possible: 'recorded', why: `${year} goes by this method: it is in force.`, law };
  }
  if (year < yearOf(derived.asOf)) {
    const why = `Sales of ${year} are past: an order counts only for sales after it was made.`;
    return { possible: 'no', why, law };
  }
  return { possible: 'from-now', why: fromNow(method, year), law };
}

function fromNow(method: LotMethod, year: number): string {
  const told =
    year < yearOf(brokerMustBeToldFrom)
      ? ''
      : ' A broker who holds the coins has to be told of it before the sale.';
  return `Sales still to come in ${year} can go ${lotMethodWords[method]} once you record an order; sales already made stay as they are.${told}`;
}

/** Whether the method decided every sale of the year, and decides the next ones where the year is not over. */
function isInForce(
  method: LotMethod,
  year: number,
  recorded: readonly Disposal[],
  { ofLots, lotMethod, asOf }: Derived,
): boolean {
  const { methodAt, chosenLots } = ofLots.options;
  const decided = recorded.every(
    ({ account, disposed, event }) =>
      methodAt(account, disposed) === method && chosenLots?.has(event) !== true,
  );
  return decided && (year < yearOf(asOf) ? recorded.length > 0 : lotMethod === method);
}
