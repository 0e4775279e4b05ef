/** What straddle rules do in the comparison, and what it does not compute and could change its answer, with the amounts. */
import { assetClass } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import {
  absolute,
  add,
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
import { listText, moneyText } from '../../words.ts';
import { hedgedLotsWords } from '../hedged-lots.ts';
import type { Alternative } from './alternative.ts';
import type { Caveat } from './caveat.ts';
import type { ComparisonCase } from './comparison-case.ts';
import { lotCaveats } from './lot-caveats.ts';
import type { DeferredLoss, StraddleReading } from './straddle-reading.ts';

export interface CaveatFacts {
  readonly given: ComparisonCase;
  readonly sellNow: Alternative;
  readonly hedge: Alternative;
  readonly reading: StraddleReading;
  /** The hedge alternative as if short and coins were taxed apart. */
  readonly apart: Alternative;
  /** What the restarted clocks alone would add to the tax. */
  readonly restartTax: Money;
  /** The straddle reading where every price rises by `exampleRise`, for cases in which no short loses. */
  readonly example: StraddleReading;
  readonly exampleRise: string;
}

/** The caveats that this case gives cause for; straddles first. */
export function caveatsOf(facts: CaveatFacts): Caveat[] {
  return [
    ...strictCaveats(facts),
    ...clockCaveats(facts),
    ...deferralCaveats(facts),
    ...longTermLossCaveats(facts),
    ...identificationCaveats(facts),
    ...carryCaveats(facts),
    ...markCaveats(facts),
    ...unsettledCaveats(facts),
    ...coinSettledCaveats(facts),
    ...lotCaveats(facts.given),
    ...proposalCaveats(facts),
    ...parameterCaveats(facts),
  ];
}

/** What the straddle rules do to the answer in all. */
function strictCaveats({ given, apart, hedge }: CaveatFacts): Caveat[] {
  const more = subtract(hedge.presentCost, apart.presentCost);
  if (isZero(more)) return [];
  const effect = isPositive(more) ? 'costs' : 'saves';
  return [
    {
      code: 'straddle',
      text: `Short and coins are a straddle, and its rules are in the figures: by them hedging ${effect} ${moneyText(absolute(more), given.currency)} more in today's money than if both were taxed apart.`,
      law: '26 U.S.C. 1092',
    },
  ];
}

function clockCaveats({ given, reading, restartTax }: CaveatFacts): Caveat[] {
  const lots = given.hedgedLots.filter(({ clockRestarts }) => clockRestarts);
  if (lots.length === 0) return [];
  const gain = reading.restarted.reduce((total, sale) => add(total, sale.gain), zeroMoney);
  const effect = isZero(gain)
    ? 'At this exit nothing of it would be sold long-term anyway.'
    : `Their gain of ${moneyText(gain, given.currency)} at the exit is short-term, not long-term: ${moneyText(restartTax, given.currency)} more tax.`;
  return [
    {
      code: 'straddle-clock',
      text: `Hedged before they are long-term: ${hedgedLotsWords(lots)}. Their holding period starts anew when the short is closed on ${dateText(given.exit)}. ${effect}`,
      law: '26 U.S.C. 1092(b); Reg. 1.1092(b)-2T(a)',
    },
  ];
}

function deferralCaveats({ given, reading, example, exampleRise }: CaveatFacts): Caveat[] {
  const law = '26 U.S.C. 1092(a)(1); Reg. 1.1092(b)-1T';
  if (given.hedgedLots.length === 0) return [];
  if (reading.losses.length > 0) {
    const left = stillWaiting(reading.leftDeferred, given.currency);
    const text = `Losses of a short wait while the hedged coins have an unrealised gain at the year's end. ${lossWords(reading.losses, given.currency)}.${left} The figures count each loss in the year in which it is free.`;
    return [{ code: 'straddle-deferral', text, law }];
  }
  const text =
    example.losses.length === 0
      ? 'At the prices assumed no short loses, so no loss would be deferred.'
      : `At the prices assumed no short loses, so no loss would be deferred. If prices rose ${exampleRise} by the exit, losses: ${lossWords(example.losses, given.currency)}.${stillWaiting(example.leftDeferred, given.currency)}`;
  return [{ code: 'straddle-deferral', text, law }];
}

function stillWaiting(left: Money, currency: string): string {
  return isZero(left)
    ? ''
    : ` ${moneyText(left, currency)} still waits after the exit, because other lots are sold than those hedged: naming the hedged lots for the sale would free it.`;
}

/** "BTC 2026: 1,647.89 USD, 1,647.89 USD of it waits; BTC 2027 (with what waited): 3,000.00 USD, 0.00 USD of it waits". */
function lossWords(losses: readonly DeferredLoss[], currency: string): string {
  return losses
    .map(({ asset, year, loss, carried, deferred }) => {
      const when = isZero(carried) ? `${asset} ${year}` : `${asset} ${year} (with what waited)`;
      return `${when}: ${moneyText(loss, currency)}, ${moneyText(deferred, currency)} of it waits`;
    })
    .join('; ');
}

function longTermLossCaveats({ given, reading }: CaveatFacts): Caveat[] {
  if (reading.longTermLosses.length === 0) return [];
  const words = listText(
    reading.longTermLosses.map(
      ({ asset, amount }) => `${moneyText(amount, given.currency)} of the ${asset} short`,
    ),
  );
  return [
    {
      code: 'straddle-long-term-loss',
      text: `Because long-term coins are hedged, losses of the short count as wholly long-term: ${words}. For section 1256 contracts that is a reading of the text, and a choice of yours.`,
      law: 'Reg. 1.1092(b)-2T(b)(1)',
    },
  ];
}

function identificationCaveats({ given }: CaveatFacts): Caveat[] {
  const assets = [...new Set(given.hedgedLots.map(({ asset }) => asset))];
  const partial = assets.filter((asset) => {
    const hedged = unitsOf(given.hedgedLots, asset);
    return compare<Quantity>(hedged, unitsOf(given.lots, asset)) < 0;
  });
  if (partial.length === 0) return [];
  return [
    {
      code: 'straddle-identification',
      text: `Only the lots named in the plan's record of the same day count as hedged here; without it all ${listText(partial)} you hold might. No regulation says how a part is chosen.`,
      law: '26 U.S.C. 1092(c); PLR 199925044 (not authority)',
    },
  ];
}

function unitsOf(
  parts: readonly { readonly asset: AssetId; readonly quantity: Quantity }[],
  asset: AssetId,
): Quantity {
  return sum(
    parts.filter((part) => part.asset === asset).map(({ quantity }) => quantity),
    zeroQuantity,
  );
}

function carryCaveats({ given, hedge }: CaveatFacts): Caveat[] {
  if (given.hedgedLots.length === 0 || !isPositive(hedge.carry)) return [];
  return [
    {
      code: 'straddle-carrying-cost',
      text: `Of ${moneyText(hedge.carry, given.currency)} of carry, what the short pays may have to be added to the cost of the hedged coins instead of lowering gains at once.`,
      law: '26 U.S.C. 263(g)',
    },
  ];
}

function markCaveats({ given, apart }: CaveatFacts): Caveat[] {
  const symbols = given.legs.filter(({ terms }) => terms.section1256.status).map(({ terms }) => terms.symbol);
  const years = apart.taxes.filter(({ section1256Gain }) => !isZero(section1256Gain)).slice(0, -1);
  if (symbols.length === 0 || years.length === 0) return [];
  const words = listText(
    years.map(({ year, section1256Gain }) => `${moneyText(section1256Gain, given.currency)} in ${year}`),
  );
  return [
    {
      code: 'year-end-mark',
      text: `${listText(symbols)}: marked on the last business day of each year, so ${words} counts before the legs are closed (a loss, as far as it need not wait), at the settlement price of that day, which is not known yet.`,
      law: '26 U.S.C. 1256(a)(1)',
    },
  ];
}

function unsettledCaveats({ given }: CaveatFacts): Caveat[] {
  return given.legs
    .filter(({ terms }) => !terms.section1256.settled)
    .map(({ terms }) => ({
      code: 'section-1256-unsettled',
      text: `${terms.symbol} is counted ${terms.section1256.status ? '' : 'not '}as a section 1256 contract, which is not settled. ${terms.section1256.reason}`,
      law: '26 U.S.C. 1256(b)(2)(B), (g)',
    }));
}

/** What a contract pays out in coins is itself bought and sold: neither is in the taxes here. */
function coinSettledCaveats({ given }: CaveatFacts): Caveat[] {
  return given.legs
    .filter(({ terms }) => assetClass(terms.settleAsset, given.currency as AssetId) === 'coin')
    .map(({ terms }) => ({
      code: 'settles-in-coin',
      text: `${terms.symbol} settles in ${terms.settleAsset}: what it loses is paid out of your lots, which is a sale of them, and what it earns opens new lots. Neither is computed here; the result counts in ${given.currency}.`,
      law: '26 U.S.C. 1001, 1012',
    }));
}

function proposalCaveats({ given, sellNow, hedge }: CaveatFacts): Caveat[] {
  const builtIn = unrealisedToday(given);
  const losses = [...sellNow.sales, ...hedge.sales].filter(({ gain }) => isNegative(gain));
  const constructive: Caveat = {
    code: 'constructive-sale',
    text: `Opening a short is no sale of coins today. If the rule for shares came to cover coins before ${dateText(given.exit)} (H.R. 9172, proposed), ${moneyText(builtIn, given.currency)} of gain in the hedged lots could be taxed at the opening.`,
    law: '26 U.S.C. 1259(b)(1); H.R. 9172 (not enacted)',
  };
  const wash: Caveat = {
    code: 'wash-sale',
    text: `Lots are sold at a loss (${listText([...new Set(losses.map(({ asset }) => asset))])}). The wash-sale rule covers shares and securities, not coins; the same bill would change that.`,
    law: '26 U.S.C. 1091; H.R. 9172 (not enacted)',
  };
  return [...(isPositive(builtIn) ? [constructive] : []), ...(losses.length > 0 ? [wash] : [])];
}

/** Gain in the hedged parts of lots at today's prices, lots with a loss left out. */
function unrealisedToday({ hedgedLots, trades }: ComparisonCase): Money {
  return hedgedLots.reduce((total, { asset, lot, quantity }) => {
    const trade = trades.find((one) => one.asset === asset);
    if (trade === undefined) return total;
    const cost = apportion(lot.costBasis, quantity, lot.quantity, 'half-even');
    return add(total, clampToZero(subtract(valueOf(quantity, trade.price, 'half-even'), cost)));
  }, zeroMoney);
}

function parameterCaveats({ hedge }: CaveatFacts): Caveat[] {
  const unpublished = hedge.taxes.filter(
    (year) => year.with.parametersYear !== year.year && !isZero(year.tax),
  );
  if (unpublished.length === 0) return [];
  const words = unpublished.map(
    ({ year, with: assessed }) => `${year} (those of ${assessed.parametersYear} are used)`,
  );
  return [
    {
      code: 'parameters-unpublished',
      text: `The tax amounts are not published yet for ${listText(words)}.`,
      law: '26 U.S.C. 1(f), 1(j)',
    },
  ];
}
