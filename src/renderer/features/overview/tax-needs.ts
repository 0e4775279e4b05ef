/** What tax asks of a person: what must be on record before the day ends, losses that wait, the end of the year. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { daysBetween } from '../../ui/date-format.ts';
import { formatMoney, signOf } from '../../ui/number-format.ts';
import type { Need } from './needs.ts';

type Ending = CallAnswer<'elections.read'>['endingToday'];
type Projection = CallAnswer<'plan.projection'>;

export interface TaxNeedsInput {
  readonly endingToday: Ending;
  readonly projection: Projection | undefined;
  readonly today: string;
}

/** From so many days before it the end of the year is said. */
const yearEndWithin = 60;

export function taxNeeds(input: TaxNeedsInput): readonly Need[] {
  return [...endingNeeds(input), ...waitingNeeds(input), ...yearEndNeeds(input)];
}

/** Each with its own line: the day ends for all of them, and none may be overlooked. */
function endingNeeds({ endingToday }: TaxNeedsInput): readonly Need[] {
  return endingToday.map(({ kind, leg, position, contractName, words }) => ({
    key: `ending ${kind} ${leg ?? position ?? contractName}`,
    severity: 'error',
    message: words,
    fix:
      kind === 'unlinked'
        ? 'Make these futures a hedge and name the lots today: after midnight it no longer counts.'
        : 'Say today what kind of hedge this is: after midnight it no longer counts.',
    more: 0,
    way:
      kind === 'unlinked'
        ? {
            screen: 'monitor',
            params: leg === null ? {} : { leg },
            words: 'Open the monitor',
          }
        : { screen: 'elections', params: {}, words: 'Open Tax choices' },
  }));
}

function running(projection: Projection | undefined): Projection['years'][number] | undefined {
  return projection?.years.find(({ status }) => status === 'running');
}

function waitingNeeds({ projection }: TaxNeedsInput): readonly Need[] {
  const year = running(projection);
  const view = year?.planned ?? year?.realised;
  if (year === undefined || view === null || view === undefined) return [];
  if (signOf(view.deferredTotal) === 'flat') return [];
  return [
    {
      key: 'losses wait',
      severity: 'note',
      message: `Losses of ${formatMoney(view.deferredTotal, 'USD')} will wait at the end of ${year.year}: the coins that they hedged have gains that are not taxed yet.`,
      fix: 'See which gain holds each of them back, and what would free it.',
      more: 0,
      way: { screen: 'plan', params: { tab: 'years' }, words: 'See the tax years' },
    },
  ];
}

function yearEndNeeds({ projection, today }: TaxNeedsInput): readonly Need[] {
  const year = running(projection);
  if (year === undefined) return [];
  const days = daysBetween(today, `${year.year}-12-31`);
  if (days < 0 || days > yearEndWithin) return [];
  return [
    {
      key: 'year end',
      severity: 'note',
      message:
        days === 0
          ? `The tax year ${year.year} ends today.`
          : `The tax year ${year.year} ends in ${days} ${days === 1 ? 'day' : 'days'}.`,
      fix: 'Try what a sale or a close before then would change in tax.',
      more: 0,
      way: { screen: 'plan', params: { tab: 'what-if' }, words: 'Try it' },
    },
  ];
}
