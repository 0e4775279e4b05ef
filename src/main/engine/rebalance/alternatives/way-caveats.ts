/** What the figures of the ways do not hold and could change the answer, each with the amounts that it touches. */
import { lotMethodWords } from '../../../../shared/domain/lot-method-words.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { assetClass } from '../../../../shared/domain/asset.ts';
import {
  absolute,
  clampToZero,
  compare,
  isNegative,
  isPositive,
  isZero,
  subtract,
  sum,
} from '../../../../shared/num/arithmetic.ts';
import { apportion, valueOf } from '../../../../shared/num/products.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { ExitCase, ExitFuture } from '../../exit/exit-case.ts';
import type { PricedSchedule } from '../../exit/priced-schedule.ts';
import { listText, moneyText, quantityText } from '../../words.ts';
import type { AlternativesCase, PricedWay } from './alternatives-case.ts';
import { coveredLots } from './covered-lots.ts';
import { firstDay } from './schedules.ts';

/** A rule that the figures do not hold, in a whole sentence. */
export interface WayCaveat {
  readonly code: string;
  readonly text: string;
  readonly law: string;
}

export interface CaveatFacts {
  readonly given: AlternativesCase;
  readonly selling: PricedWay | null;
  readonly hedging: PricedWay | null;
  /** Cost of the hedge as if its futures and the coins were taxed apart; null without a hedge. */
  readonly apart: Money | null;
}

/** Those that this case gives cause for; straddles first. */
export function wayCaveats(facts: CaveatFacts): readonly WayCaveat[] {
  const { given } = facts;
  const shorts = given.exit.futures.filter(({ side, isOpen }) => side === 'short' && !isOpen);
  return [
    ...straddleCaveats(facts),
    ...(facts.hedging === null
      ? []
      : [
          ...identificationCaveats(given, shorts),
          ...carryCaveats(given.exit, shorts, facts.hedging.priced),
          ...markCaveats(given.exit, facts.hedging.priced),
          ...unsettledCaveats(given.exit),
          ...coinSettledCaveats(given.exit),
          ...constructiveCaveats(given, shorts, facts.hedging.priced),
        ]),
    ...elsewhereCaveats(given),
    ...standingOrderCaveats(given),
    ...washCaveats(facts),
    ...parameterCaveats(facts),
  ];
}

function straddleCaveats({ given, hedging, apart }: CaveatFacts): readonly WayCaveat[] {
  if (hedging === null || apart === null) return [];
  const more = subtract(hedging.priced.cost, apart);
  if (isZero(more)) return [];
  const effect = isPositive(more) ? 'costs' : 'saves';
  return [
    {
      code: 'straddle',
      text: `Short and coins are a straddle, and its rules are in the figures: by them the hedge ${effect} ${moneyText(absolute(more), given.exit.currency)} more in today’s money than if both were taxed apart.`,
      law: '26 U.S.C. 1092',
    },
  ];
}

/** Where only a part of what is held is hedged, and the elections go by lots on record. */
function identificationCaveats(given: AlternativesCase, shorts: readonly ExitFuture[]): readonly WayCaveat[] {
  const partial = [...new Set(shorts.map(({ asset }) => asset))].filter((asset) => {
    const hedged = unitsOf(
      shorts
        .filter((one) => one.asset === asset)
        .flatMap((one) => coveredLots(one).map(({ quantity }) => quantity)),
    );
    const held = unitsOf(given.lots.filter((lot) => lot.asset === asset).map(({ quantity }) => quantity));
    return isPositive(hedged) && compare(hedged, held) < 0;
  });
  if (partial.length === 0) return [];
  return [
    {
      code: 'straddle-identification',
      text: `Only the lots named in the plan’s record of the same day count as hedged here; without it all ${listText(partial)} you hold might. No regulation says how a part is chosen.`,
      law: '26 U.S.C. 1092(c); PLR 199925044 (not authority)',
    },
  ];
}

function unitsOf(quantities: readonly Quantity[]): Quantity {
  return sum(quantities, zeroQuantity);
}

function carryCaveats(
  exit: ExitCase,
  shorts: readonly ExitFuture[],
  { carry }: PricedSchedule,
): readonly WayCaveat[] {
  const { funding } = exit.facts.straddles.elections;
  const hedges = shorts.some(({ offsets }) => offsets.length > 0);
  if (!hedges || !isPositive(carry) || funding === 'capitalise') return [];
  return [
    {
      code: 'straddle-carrying-cost',
      text: `Of ${moneyText(carry, exit.currency)} of carry, what the short pays may have to be added to the cost of the hedged coins instead of lowering gains at once.`,
      law: '26 U.S.C. 263(g)',
    },
  ];
}

function markCaveats(exit: ExitCase, { schedule }: PricedSchedule): readonly WayCaveat[] {
  const symbols = hedgesOf(exit).filter(({ terms }) => terms.section1256.status);
  const last = schedule.days.at(-1)?.date;
  if (symbols.length === 0 || last === undefined) return [];
  return [
    {
      code: 'year-end-mark',
      text: `${names(symbols)}: marked on the last business day of each year until ${dateText(last)}, so a gain counts before the hedge is left (a loss as far as it need not wait), at the settlement price of that day, which is not known yet.`,
      law: '26 U.S.C. 1256(a)(1)',
    },
  ];
}

function unsettledCaveats(exit: ExitCase): readonly WayCaveat[] {
  return distinctTerms(exit)
    .filter(({ section1256 }) => !section1256.settled)
    .map(({ symbol, section1256 }) => ({
      code: 'section-1256-unsettled',
      text: `${symbol} is counted ${section1256.status ? '' : 'not '}as a section 1256 contract, which is not settled. ${section1256.reason}`,
      law: '26 U.S.C. 1256(b)(2)(B), (g)',
    }));
}

/** What a contract pays out in coins is itself bought and sold: neither is in the taxes here. */
function coinSettledCaveats(exit: ExitCase): readonly WayCaveat[] {
  return distinctTerms(exit)
    .filter(({ settleAsset }) => assetClass(settleAsset, exit.currency) === 'coin')
    .map(({ symbol, settleAsset }) => ({
      code: 'settles-in-coin',
      text: `${symbol} settles in ${settleAsset}: what it loses is paid out of your lots, which is a sale of them, and what it earns opens new lots. Neither is computed here; the result counts in ${exit.currency}.`,
      law: '26 U.S.C. 1001, 1012',
    }));
}

function constructiveCaveats(
  given: AlternativesCase,
  shorts: readonly ExitFuture[],
  { schedule }: PricedSchedule,
): readonly WayCaveat[] {
  const { exit } = given;
  const builtIn = sum(
    shorts.flatMap((short) =>
      coveredLots(short).map(({ lot: id, quantity }) => {
        const lot = given.lots.find((one) => one.id === id);
        const price = lot === undefined ? null : exit.book.priceOn(lot.asset, firstDay(exit));
        if (lot === undefined || price === null) return zeroMoney;
        const cost = apportion(lot.costBasis, quantity, lot.quantity, 'half-even');
        return clampToZero(subtract(valueOf(quantity, price, 'half-even'), cost));
      }),
    ),
    zeroMoney,
  );
  const last = schedule.days.at(-1)?.date;
  if (!isPositive(builtIn) || last === undefined) return [];
  return [
    {
      code: 'constructive-sale',
      text: `Opening a short is no sale of coins today. If the rule for shares came to cover coins before ${dateText(last)} (H.R. 9172, proposed), ${moneyText(builtIn, exit.currency)} of gain in the hedged lots could be taxed at the opening.`,
      law: '26 U.S.C. 1259(b)(1); H.R. 9172 (not enacted)',
    },
  ];
}

/** Nobody can sell from a place that nobody knows. */
function elsewhereCaveats({ elsewhere, exit }: AlternativesCase): readonly WayCaveat[] {
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
function standingOrderCaveats({ exit, lotMethod }: AlternativesCase): readonly WayCaveat[] {
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

function washCaveats({ given, selling, hedging }: CaveatFacts): readonly WayCaveat[] {
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

function parameterCaveats({ selling, hedging }: CaveatFacts): readonly WayCaveat[] {
  const years = [selling, hedging].flatMap((way) =>
    way === null
      ? []
      : way.priced.years.years.filter(
          ({ assessment: { year, parametersYear } }) =>
            parametersYear !== year &&
            way.priced.taxByYear.some((one) => one.year === year && !isZero(one.added)),
        ),
  );
  if (years.length === 0) return [];
  const words = [
    ...new Set(
      years.map(
        ({ assessment: { year, parametersYear } }) => `${year} (those of ${parametersYear} are used)`,
      ),
    ),
  ];
  return [
    {
      code: 'parameters-unpublished',
      text: `The tax amounts are not published yet for ${listText(words)}.`,
      law: '26 U.S.C. 1(f), 1(j)',
    },
  ];
}

function hedgesOf({ futures }: ExitCase): readonly ExitFuture[] {
  return futures.filter(({ steps }) => steps > 0);
}

function distinctTerms(exit: ExitCase): readonly ExitFuture['terms'][] {
  const seen = new Map(hedgesOf(exit).map(({ terms }) => [terms.id, terms]));
  return [...seen.values()];
}

function names(futures: readonly ExitFuture[]): string {
  return listText([...new Set(futures.map(({ terms }) => terms.symbol))]);
}
