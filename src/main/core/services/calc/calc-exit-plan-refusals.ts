import type { CalcExitPlanInput } from '../../../../shared/contract/calc-exit-plan.ts';
import type { Failure } from '../../../../shared/errors/failure.ts';
import { absolute, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { quantity, rate } from '../../../../shared/num/parse.ts';
import { oneRate, zeroQuantity, zeroRate } from '../../../../shared/num/types.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { invalidField } from './calc-gains-invalid-field.ts';

/** What of a document cannot be computed with, by its field. undefined: nothing. */
export function refusedExitPlan(input: CalcExitPlanInput): Failure | undefined {
  return (
    refusedLots(input) ??
    refusedGoals(input) ??
    refusedDates(input) ??
    refusedYears(input) ??
    refusedShares(input) ??
    refusedOverlay(input) ??
    refusedNames(input)
  );
}

function refusedLots({ lots, candidateDates, asOf }: CalcExitPlanInput): Failure | undefined {
  const seen = new Set<string>();
  const today = asOf ?? candidateDates.toSorted()[0] ?? '';
  for (const [place, { lot, acquired }] of lots.entries()) {
    if (seen.has(lot)) return invalidField(`lots.${place}.lot`, `"${lot}" is named twice`);
    seen.add(lot);
    if (acquired > today) return invalidField(`lots.${place}.acquired`, 'after today: it is not held yet');
  }
  return undefined;
}

function refusedGoals({ dispose, buy, targets, prices, lots }: CalcExitPlanInput): Failure | undefined {
  const asked = [...Object.keys(dispose ?? {}), ...Object.keys(buy ?? {})];
  if (targets !== undefined && asked.length > 0)
    return invalidField('targets', 'give targets, or coins to dispose of and to buy, not both');
  if (targets === undefined && asked.length === 0)
    return invalidField('dispose', 'missing: name coins to sell or to buy, or targets');
  const both = Object.keys(dispose ?? {}).find((asset) => buy?.[asset] !== undefined);
  if (both !== undefined) return invalidField(`buy.${both}`, 'it is to be sold as well');
  if (targets !== undefined) {
    const total = sum(
      Object.values(targets).map((weight) => rate(weight)),
      zeroRate,
    );
    if (total > oneRate) return invalidField('targets', 'they add up to more than 1');
  }
  const needed = [...asked, ...Object.keys(targets ?? {}), ...lots.map((lot) => lot.asset)];
  const missing = needed.find((asset) => prices[asset] === undefined);
  return missing === undefined ? undefined : invalidField(`prices.${missing}`, 'missing');
}

function refusedDates({ asOf, candidateDates, prices, lastYear }: CalcExitPlanInput): Failure | undefined {
  const sorted = candidateDates.toSorted();
  const [first = ''] = sorted;
  const today = asOf ?? first;
  const early = candidateDates.findIndex((date) => date < today);
  if (early !== -1) return invalidField(`candidateDates.${early}`, `before today (${today})`);
  for (const [asset, list] of Object.entries(prices))
    if (list.every(({ date }) => date > today))
      return invalidField(`prices.${asset}`, `no price on ${today} or before`);
  const last = Number((sorted.at(-1) ?? '').slice(0, 4));
  return lastYear !== undefined && lastYear < last
    ? invalidField('lastYear', 'before the last candidate date')
    : undefined;
}

/** Years after one that is given go on as it is; before the first nobody knows the income, and a tax of 0 would be a guess. */
function refusedYears({ asOf, candidateDates, profile }: CalcExitPlanInput): Failure | undefined {
  const needed = Number((asOf ?? candidateDates.toSorted()[0] ?? '').slice(0, 4));
  const first = Math.min(...profile.years.map(({ year }) => year));
  return first <= needed
    ? undefined
    : invalidField('profile.years', `${needed} is missing: the plan begins in it, and the first is ${first}`);
}

const MOST_COST = rate('0.5');
const MOST_A_YEAR = rate('2');

/** A share above so much is almost surely a percentage without its sign. */
function refusedShares({ costs = {}, discountRate, overlay = [] }: CalcExitPlanInput): Failure | undefined {
  const shares: readonly (readonly [field: string, text: string | undefined, most: Rate])[] = [
    ['costs.spotFee', costs.spotFee, MOST_COST],
    ['costs.spotSlippage', costs.spotSlippage, MOST_COST],
    ['costs.marginCostPerYear', costs.marginCostPerYear, MOST_A_YEAR],
    ['discountRate', discountRate, MOST_A_YEAR],
    ...overlay.flatMap(
      ({ fee, slippage }, place) =>
        [
          [`overlay.${place}.fee`, fee, MOST_COST],
          [`overlay.${place}.slippage`, slippage, MOST_COST],
        ] as const,
    ),
  ];
  const found = shares.find(([, text, most]) => text !== undefined && absolute<Rate>(rate(text)) > most);
  if (found === undefined) return undefined;
  const [field, text = '', most] = found;
  return invalidField(field, `${text} is more than ${toText(most)}: shares are such as 0.002 for 0.2 %`);
}

function refusedOverlay({
  overlay = [],
  lots,
  candidateDates,
  asOf,
  prices,
  constraints,
}: CalcExitPlanInput): Failure | undefined {
  const seen = new Set<string>();
  const today = asOf ?? candidateDates.toSorted()[0] ?? '';
  const byId = new Map(lots.map((lot) => [lot.lot, lot]));
  for (const [place, hedge] of overlay.entries()) {
    const path = `overlay.${place}`;
    if (seen.has(hedge.position))
      return invalidField(`${path}.position`, `"${hedge.position}" is named twice`);
    seen.add(hedge.position);
    if ((hedge.opened === undefined) !== (hedge.openPrice === undefined))
      return invalidField(`${path}.openPrice`, 'it goes with opened: give both or neither');
    if (hedge.opened !== undefined && hedge.opened > today)
      return invalidField(`${path}.opened`, 'after today');
    if (constraints?.cash !== undefined && hedge.margin === undefined)
      return invalidField(`${path}.margin`, 'missing: the cash for margin is to be watched');
    if (prices[hedge.asset] === undefined) return invalidField(`prices.${hedge.asset}`, 'missing');
    for (const [at, named] of (hedge.lots ?? []).entries()) {
      const lot = byId.get(named.lot);
      const field = `${path}.lots.${at}`;
      if (lot === undefined) return invalidField(`${field}.lot`, `there is no lot "${named.lot}"`);
      if (quantity(named.quantity) > quantity(lot.quantity))
        return invalidField(`${field}.quantity`, 'more than the lot holds');
    }
  }
  return undefined;
}

/** Limits on assets and lots that are nowhere in the document are most likely mistyped. */
function refusedNames(input: CalcExitPlanInput): Failure | undefined {
  const assets = new Set([
    ...input.lots.map(({ asset }) => asset),
    ...Object.keys({ ...input.dispose, ...input.buy, ...input.targets }),
  ]);
  const { band = {}, perDay = {}, minTicket = {}, keepLots = [] } = input.constraints ?? {};
  for (const [name, limits] of Object.entries({ band, perDay, minTicket }))
    for (const asset of Object.keys(limits))
      if (!assets.has(asset))
        return invalidField(`constraints.${name}.${asset}`, 'no such asset is in the plan');
  const known = new Set(input.lots.map(({ lot }) => lot));
  const stray = keepLots.findIndex((lot) => !known.has(lot));
  if (stray !== -1)
    return invalidField(`constraints.keepLots.${stray}`, `there is no lot "${keepLots[stray] ?? ''}"`);
  for (const asset of Object.keys(input.dispose ?? {})) {
    const held = sum(
      input.lots.filter((lot) => lot.asset === asset).map((lot) => quantity(lot.quantity)),
      zeroQuantity,
    );
    if (held === zeroQuantity) return invalidField(`dispose.${asset}`, 'there is no lot of it');
  }
  return undefined;
}
