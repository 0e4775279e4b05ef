import type { CallAnswer, CallRequest } from '../../../../shared/contract/contract.ts';
import type { OpenLot } from '../../../../shared/domain/lot.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { priceOf, valueOf } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText, daysBetween } from '../../../../shared/time/local-date.ts';
import type { RestartedClock } from '../../../engine/tax/jurisdictions/us/straddles/restarted-clocks.ts';
import type { HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { sourcesOf } from './event-sources.ts';
import { choicesOf } from './filter-choices.ts';
import { lotIndexOf, sumsOf, termOf } from './lot-index.ts';
import { clockWords, longTermDateOf, lotClocksOf } from './lot-clocks.ts';
import { lotIssues } from './lot-issues.ts';
import type { LotGroup, LotIndex } from './lot-index.ts';
import { lengthOfRuns, pageOf, pageOfRuns } from './page-of.ts';
import { unknownCostOf } from './unknown-cost.ts';

type Answer = CallAnswer<'holdings.lots'>;
type Asked = CallRequest<'holdings.lots'>;

export const readLotsHandlers: HandlersOf<'holdings.lots'> = {
  'holdings.lots': async (asked, context) => {
    const derived = await derivedOf(context);
    return derived.ok ? ok(answerOf(asked, derived.value)) : derived;
  },
};

function answerOf(asked: Asked, derived: Derived): Answer {
  const index = lotIndexOf(derived);
  const groups = index.groups.filter((group) => isWanted(group, asked));
  const text = lotTexts(index, derived);
  return {
    asOf: dateText(derived.asOf),
    method: derived.lotMethod ?? 'mixed',
    total: lengthOfRuns(groups),
    sums: sumTexts(groups),
    unknownCost: unknownCostOf(derived),
    lots: placesOf(asked, groups, index).map(text),
    ...choicesOf(
      index.groups.map(({ asset }) => asset),
      index.groups.map(({ account }) => account),
      derived,
    ),
    issues: lotIssues(derived),
  };
}

function sumTexts(groups: readonly LotGroup[]): Answer['sums'] {
  const { costBasis, costWithoutPrice, value, gain, basisUnknown } = sumsOf(groups);
  const isPriced = groups.length === 0 || groups.some((group) => group.price !== null);
  return {
    costBasis: toText(costBasis),
    costWithoutPrice: toText(costWithoutPrice),
    value: isPriced ? toText(value) : null,
    gain: isPriced ? toText(gain) : null,
    basisUnknown,
  };
}

function isWanted({ asset, account, term }: LotGroup, asked: Asked): boolean {
  return (
    (asked.asset === undefined || asked.asset === asset) &&
    (asked.account === undefined || asked.account === account) &&
    (asked.term === undefined || asked.term === term) &&
    (asked.order !== 'countdown' || term === 'short')
  );
}

/** The places of the lots on the page, in the order asked for. */
function placesOf(asked: Asked, groups: readonly LotGroup[], index: LotIndex): readonly number[] {
  if (asked.order !== 'countdown') return pageOfRuns(groups, asked);
  const { asset, account, term } = asked;
  if (asset === undefined && account === undefined && term !== 'long')
    return pageOf(index.countdown(), asked);
  const wanted = new Set(groups.map((group) => `${group.asset} ${group.account}`));
  const places = index.countdown().filter((place) => {
    const lot = index.lots[place] as OpenLot;
    return wanted.has(`${lot.asset} ${lot.account}`);
  });
  return pageOf(places, asked);
}

/** What turns the lot at a place into the contract's shape. */
function lotTexts(index: LotIndex, derived: Derived): (place: number) => Answer['lots'][number] {
  const sourceOf = sourcesOf(derived);
  const { prices, at, asOf, accountName } = derived;
  const hedged = index.hedged();
  const clocks = lotClocksOf(derived);
  return (place) => {
    const lot = index.lots[place] as OpenLot;
    const price = prices.latest(lot.asset, at);
    const value = price === null ? null : valueOf(lot.quantity, price.price, 'half-even');
    const { file, line } = sourceOf(lot.event, lot.acquired);
    const longTermFrom = longTermDateOf(lot, clocks);
    return {
      lot: lot.id,
      asset: lot.asset,
      account: lot.account,
      accountName: accountName(lot.account),
      quantity: toText(lot.quantity),
      acquired: toIso(lot.acquired),
      acquiredDate: dateText(lot.acquiredDate),
      costBasis: toText(lot.costBasis),
      costPerUnit: toText(priceOf(lot.costBasis, lot.quantity, 'half-even')),
      value: value === null ? null : toText(value),
      gain: value === null ? null : toText(subtract(value, lot.costBasis)),
      longTermFrom: longTermFrom === null ? null : dateText(longTermFrom),
      term: termOf(lot, derived),
      daysToLongTerm: longTermFrom === null ? null : Math.max(0, daysBetween(asOf, longTermFrom)),
      clock: clockText(lot, clocks.get(lot.id)),
      basisUnknown: lot.basisUnknown,
      hedgedQuantity: toText(hedged[place] ?? zeroQuantity),
      event: lot.event,
      file,
      line,
      explain: `lot:${lot.id}@${lot.account}`,
    };
  };
}

function clockText(lot: OpenLot, clock: RestartedClock | undefined): Answer['lots'][number]['clock'] {
  if (clock === undefined) return null;
  return {
    quantity: toText(clock.quantity),
    words: clockWords(lot, clock),
    explain: `lot:${lot.id}@${lot.account}/clock`,
  };
}
