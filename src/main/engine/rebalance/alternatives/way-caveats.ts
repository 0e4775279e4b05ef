/** What the figures of the ways do not hold and could change the answer, each with the amounts that it touches. */
import { assetClass } from '../../../../shared/domain/asset.ts';
import {
  absolute,
  clampToZero,
  compare,
  isPositive,
  isZero,
  subtract,
  sum,
} from '../../../../shared/num/arithmetic.ts';
import { apportion, valueOf } from '../../../../shared/num/products.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { ExitCase, ExitFuture } from '../../exit/exit-case.ts';
import type { PricedSchedule } from '../../exit/priced-schedule.ts';
import { listText, moneyText } from '../../words.ts';
import type { AlternativesCase } from './alternatives-case.ts';
import { coveredLots } from './covered-lots.ts';
import type { CaveatFacts, WayCaveat } from './caveat-facts.ts';
import { elsewhereCaveats, standingOrderCaveats, washCaveats } from './lot-caveats.ts';
import { firstDay } from './schedules.ts';

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
