import { compare, isPositive, isZero, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../../../shared/num/parse.ts';
import { moneyTimes } from '../../../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { dateText } from '../../../../../../shared/time/local-date.ts';
import { listText, moneyText, percentText } from '../../../../words.ts';
import type { ClosedEffect } from './closed-effect.ts';
import type { LotEffect } from './lot-effect.ts';

export interface HedgeVerdict {
  readonly kind: 'free' | 'small' | 'costly' | 'unknown';
  readonly sentence: string;
  /** Tax that the hedge adds on the worst of the days at today's prices, the coins sold; never negative. */
  readonly cost: Money | null;
  readonly sellingNow: Money | null;
  readonly reasons: readonly string[];
}

/** Up to a tenth of what selling now would cost, a hedge's own tax is small. */
const SMALL = rate('0.1');

/** Whether a hedge is worth its tax effect, in words. */
export function hedgeVerdict(closed: readonly ClosedEffect[], lots: readonly LotEffect[]): HedgeVerdict {
  const reasons = reasonsOf(closed, lots);
  const flat = closed.filter(({ change }) => isZero(change));
  const added = flat.flatMap((effect) => {
    const { taxSold, taxSoldWithout } = effect;
    return taxSold === null || taxSoldWithout === null
      ? []
      : [{ effect, cost: subtract(taxSold, taxSoldWithout) }];
  });
  const [worst] = added.toSorted((a, b) => compare(b.cost, a.cost));
  const sellingNow = flat.find(({ closing }) => closing.when === 'today')?.taxSoldWithout ?? null;
  if (worst === undefined || sellingNow === null) {
    const unpriced = lots.find(({ value }) => value === null)?.covered.lot.asset;
    const why =
      unpriced === undefined
        ? 'is not known without your tax details.'
        : `cannot be told, because nobody knows what ${unpriced} costs today.`;
    return {
      kind: 'unknown',
      sentence: `What this hedge costs in tax ${why} ${reasons[0] ?? ''}`.trim(),
      cost: null,
      sellingNow: null,
      reasons,
    };
  }
  if (!isPositive(worst.cost)) {
    const catches = catchesOf(closed, lots);
    const judged =
      catches.length === 0
        ? 'It is worth its tax effect.'
        : `But ${catches.join('; and ')}. Weigh that against what the hedge protects.`;
    return {
      kind: catches.length === 0 ? 'free' : 'small',
      sentence: `At today’s prices this hedge adds no tax of its own; selling the same coins today would cost ${moneyText(sellingNow, 'USD')}. ${judged}`,
      cost: zeroMoney,
      sellingNow,
      reasons,
    };
  }
  const isSmall = compare(worst.cost, moneyTimes(sellingNow, SMALL, 'half-even')) <= 0;
  const because = lots.some(({ clock }) => clock === 'restarts')
    ? `the clock of ${restarted(lots)} starts anew, and their gain would be short-term`
    : 'its results are taxed otherwise than the coins they offset';
  const judged = isSmall
    ? 'Against that it is worth its tax effect.'
    : 'Hedge older coins, or wait until these are long-term, unless the protection is worth that to you.';
  return {
    kind: isSmall ? 'small' : 'costly',
    sentence: `This hedge costs you ${moneyText(worst.cost, 'USD')} more tax, if it is closed and the coins are sold on ${dateText(worst.effect.closing.date)} at today’s prices, because ${because}. Selling the same coins today would cost ${moneyText(sellingNow, 'USD')}. ${judged}`,
    cost: worst.cost,
    sellingNow,
    reasons,
  };
}

/** What unchanged prices do not show: clocks that start anew, and tax on a hedge whose losses wait. */
function catchesOf(closed: readonly ClosedEffect[], lots: readonly LotEffect[]): readonly string[] {
  const clocks = lots.some(({ clock }) => clock === 'restarts')
    ? [`the clock of ${restarted(lots)} starts anew, so that more of later gains is short-term`]
    : [];
  const [dearest] = closed
    .flatMap((effect) => {
      const { taxKept, waits } = effect;
      const isDear = taxKept !== null && waits !== null && isPositive(waits) && isPositive(taxKept);
      return isDear ? [{ effect, taxKept }] : [];
    })
    .toSorted((a, b) => compare(b.taxKept, a.taxKept));
  if (dearest === undefined) return clocks;
  const { effect, taxKept } = dearest;
  const change = percentText(effect.change);
  return [
    ...clocks,
    `if prices change by ${change}, losses of ${moneyText(effect.waits ?? taxKept, 'USD')} wait while the gains are taxed: ${moneyText(taxKept, 'USD')} of tax on a hedge that brings ${moneyText(effect.futuresProfit, 'USD')}`,
  ];
}

const MOST_NAMED = 3;

function restarted(lots: readonly LotEffect[]): string {
  const names = lots
    .filter(({ clock }) => clock === 'restarts')
    .map(({ covered }) => `the ${covered.lot.asset} of ${dateText(covered.lot.acquiredDate)}`);
  return names.length > MOST_NAMED ? `${names.length} lots` : listText(names);
}

function reasonsOf(closed: readonly ClosedEffect[], lots: readonly LotEffect[]): readonly string[] {
  const clocks = lots
    .filter(({ clock }) => clock === 'restarts')
    .toSorted((a, b) => compare(b.unrecognisedGain ?? zeroMoney, a.unrecognisedGain ?? zeroMoney))
    .map(({ clockWords }) => clockWords);
  const waiting = closed
    .filter(({ waits }) => waits !== null && isPositive(waits))
    .toSorted((a, b) => compare(b.waits ?? b.futuresProfit, a.waits ?? a.futuresProfit));
  const gains = closed.find(
    ({ futuresProfit, taxKept }) => isPositive(futuresProfit) && taxKept !== null && isPositive(taxKept),
  );
  return [
    ...clocks.slice(0, MOST_NAMED),
    ...(clocks.length > MOST_NAMED
      ? [`${clocks.length - MOST_NAMED} more lots lose their clock in the same way.`]
      : []),
    ...waiting.slice(0, 1).map(({ sentence }) => sentence),
    ...(gains === undefined ? [] : [gains.sentence]),
  ];
}
