/** What the choice of lots leaves open: coins in no account, lots that have to be named, losses. */
import { lotMethodWords } from '../../../../shared/domain/lot-method-words.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { isNegative, isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion, valueOf } from '../../../../shared/num/products.ts';
import type { PricedSchedule } from '../../exit/priced-schedule.ts';
import { listText, quantityText } from '../../words.ts';
import type { AlternativesCase } from './alternatives-case.ts';
import type { CaveatFacts, WayCaveat } from './caveat-facts.ts';

/** Nobody can sell from a place that nobody knows. */
export function elsewhereCaveats({ elsewhere, exit }: AlternativesCase): readonly WayCaveat[] {
  const sold = new Set<AssetId>(exit.goals.filter(({ sell }) => isPositive(sell)).map(({ asset }) => asset));
  const lost = elsewhere.filter(({ asset }) => sold.has(asset));
  if (lost.length === 0) return [];
  const words = listText(lost.map(({ asset, quantity }) => quantityText(quantity, asset)));
  return [
    {
      code: 'lots-elsewhere',
      text: `${words} left your accounts and arrived in none that is known: left out of sale and hedge. If they lie in an account of yours, its lots belong here too.`,
      law: 'Reg. 1.1012-1(j)',
    },
  ];
}

/** The ways choose lots: that choice has to be on record, and known to a broker, before the sale. */
export function standingOrderCaveats({ exit, lotMethod }: AlternativesCase): readonly WayCaveat[] {
  const sold = exit.goals.filter(({ sell, lots }) => isPositive(sell) && lots.length > 1);
  if (sold.length === 0) return [];
  return [
    {
      code: 'lots-named',
      text: `The lots of ${listText(sold.map(({ asset }) => asset))} are chosen for the least cost. That counts only if they are named before the sale, at a broker to the broker; otherwise your order sells (${lotMethodWords[lotMethod]}). Basis counts by account: a lot is sold where it lies.`,
      law: 'Reg. 1.1012-1(j); Notices 2025-7, 2026-20',
    },
  ];
}

export function washCaveats({ given, selling, hedging }: CaveatFacts): readonly WayCaveat[] {
  const losing = [selling, hedging].flatMap((way) => (way === null ? [] : lossSales(given, way.priced)));
  if (losing.length === 0) return [];
  return [
    {
      code: 'wash-sale',
      text: `Lots are sold at a loss (${listText([...new Set(losing)])}). The wash-sale rule covers shares and securities, not coins; a bill would change that.`,
      law: '26 U.S.C. 1091; H.R. 9172 (not enacted)',
    },
  ];
}

function lossSales(given: AlternativesCase, { flows }: PricedSchedule): readonly AssetId[] {
  return flows.actions.flatMap((action) => {
    const lot = action.kind === 'sell' ? given.lots.find(({ id }) => id === action.lot) : undefined;
    if (lot === undefined || action.kind !== 'sell') return [];
    const cost = apportion(lot.costBasis, action.quantity, lot.quantity, 'half-even');
    return isNegative(subtract(valueOf(action.quantity, action.price, 'half-even'), cost)) ? [lot.asset] : [];
  });
}
