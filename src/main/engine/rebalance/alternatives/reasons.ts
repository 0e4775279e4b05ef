/** Why one way is cheaper than the other: three sentences with their amounts, and the honest one where hedging is not worth it. */
import {
  absolute,
  add,
  compare,
  isNegative,
  isPositive,
  isZero,
  subtract,
  sum,
} from '../../../../shared/num/arithmetic.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { PricedSchedule } from '../../exit/priced-schedule.ts';
import { listText, moneyText, percentText } from '../../words.ts';
import type { AlternativesCase, AlternativeKind, PricedWay } from './alternatives-case.ts';
import type { GainsAdded } from './gains-added.ts';
import type { StraddleEffect } from './straddle-words.ts';

/** Selling now and the hedge, with what the law makes of each. */
export interface Compared {
  readonly given: AlternativesCase;
  readonly selling: PricedWay;
  readonly hedging: PricedWay;
  readonly gains: { readonly selling: readonly GainsAdded[]; readonly hedging: readonly GainsAdded[] };
  /** Of the hedge. */
  readonly straddle: StraddleEffect;
  /** Cost of the hedge as if its futures and the coins were taxed apart; and left on the day that would then be best. */
  readonly apart: Money;
  readonly apartAtBest: Money;
}

interface Driver {
  /** What it makes the hedge dearer, in money; negative where it makes it cheaper. */
  readonly dearer: Money;
  readonly text: string;
  /** A clause after "because". */
  readonly because: string;
}

/** Three sentences, those with the largest amounts first; fewer amounts leave room for what would have mattered. */
export function reasonsOf(compared: Compared): readonly string[] {
  const moved = driversOf(compared)
    .filter(({ dearer }) => !isZero(dearer))
    .toSorted((a, b) => compare(absolute(b.dearer), absolute(a.dearer)))
    .map(({ text }) => text);
  return [...moved, ...fillers(compared)].slice(0, 3);
}

/** "Hedging is not worth it here: …, because …"; null where the hedge is cheaper. */
export function notWorthIt(compared: Compared): string | null {
  const { given, selling, hedging, straddle, apartAtBest } = compared;
  const more = subtract(hedging.priced.cost, selling.priced.cost);
  if (!isPositive(more)) return null;
  const { currency } = given.exit;
  const drivers = driversOf(compared)
    .filter(({ dearer }) => isPositive(dearer))
    .toSorted((a, b) => compare(b.dearer, a.dearer))
    .map(({ because }) => because);
  const straddled =
    apartAtBest < selling.priced.cost
      ? ['straddle rules turn it round: without them the hedge would be cheaper']
      : [];
  const clock = isPositive(straddle.turnedShort)
    ? [
        `the hedge starts holding periods anew, so ${moneyText(straddle.turnedShort, currency)} of gain is short-term`,
      ]
    : [];
  const waits = isPositive(hedging.priced.lossesWaiting)
    ? [
        `${moneyText(hedging.priced.lossesWaiting, currency)} of its losses still waits at the end and lowers no tax`,
      ]
    : [];
  const because = [...new Set([...straddled, ...clock, ...waits, ...drivers])].slice(0, 3);
  const why = because.length === 0 ? 'it saves no tax that would pay for it' : listText(because);
  return `Hedging is not worth it here: it costs ${moneyText(more, currency)} more than selling now, because ${why}.`;
}

/** The sentence on top. */
export function answerSentence(given: AlternativesCase, best: PricedWay, other: PricedWay | null): string {
  const { currency } = given.exit;
  const name = wayName(best, true);
  if (other === null) return `${name} is the only way that can be gone here.`;
  const saved = subtract(other.priced.cost, best.priced.cost);
  return isZero(roundedToCents(saved))
    ? `${name} and ${wayName(other, false)} cost the same.`
    : `${name} is cheapest: it costs ${moneyText(saved, currency)} less than ${wayName(other, false)}, in today’s money.`;
}

/** Below half a cent nothing is cheaper. */
function roundedToCents(amount: Money): Money {
  return roundTo(amount, 2, 'half-even');
}

/** "Hedging now and leaving on 2027-01-15". */
function wayName(
  { kind, priced }: { readonly kind: AlternativeKind; readonly priced: PricedSchedule },
  first: boolean,
): string {
  const last = priced.schedule.days.at(-1)?.date;
  const until = last === undefined ? '' : ` and leaving on ${dateText(last)}`;
  const names = {
    nothing: 'doing nothing',
    'sell-now': 'selling now',
    hedge: `hedging now${until}`,
    mixed: 'the mix',
    'new-money': 'new money',
  } as const satisfies Record<AlternativeKind, string>;
  const name = names[kind];
  return first ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
}

function driversOf(compared: Compared): readonly Driver[] {
  return [
    taxDriver(compared),
    timeDriver(compared),
    carryDriver(compared),
    tradeDriver(compared),
    marginDriver(compared),
  ];
}

function taxDriver({ given, selling, hedging, gains }: Compared): Driver {
  const { currency } = given.exit;
  const dearer = subtract(hedging.priced.tax, selling.priced.tax);
  const [sold, hedged] = [selling, hedging].map(({ priced }) => moneyText(priced.tax, currency));
  const compare = isPositive(dearer) ? 'more' : 'less';
  return {
    dearer,
    text: `Tax: selling now adds ${sold ?? ''} (${gainWords(gains.selling, currency)}), the hedge ${hedged ?? ''} (${gainWords(gains.hedging, currency)}): ${moneyText(absolute(dearer), currency)} ${compare} with the hedge.`,
    because: `it brings ${moneyText(dearer, currency)} more tax`,
  };
}

/** What tax is worth less because it falls due later. */
function timeDriver({ given, selling, hedging }: Compared): Driver {
  const { currency, costs } = given.exit;
  const off = ({ priced }: PricedWay): Money =>
    sum(
      priced.taxByYear.map(({ added, addedToday }) => subtract(added, addedToday)),
      zeroMoney,
    );
  const dearer = subtract(off(selling), off(hedging));
  const [first, last] = [selling, hedging].map(
    ({ priced }) => priced.taxByYear.filter(({ added }) => isPositive(added)).at(-1)?.due,
  );
  const when =
    first === undefined || last === undefined || first === last
      ? 'Tax falls due at other times'
      : `Most of the tax falls due by ${dateText(last)} in place of ${dateText(first)}`;
  const effect = isPositive(dearer) ? 'costs' : 'is worth';
  return {
    dearer,
    text: `Time: ${when.charAt(0).toLowerCase()}${when.slice(1)}; at ${percentText(costs.discountPerYear)} a year that ${effect} ${moneyText(absolute(dearer), currency)}.`,
    because: `tax falls due earlier, which costs ${moneyText(dearer, currency)}`,
  };
}

function carryDriver({ given, selling, hedging }: Compared): Driver {
  const { currency, futures } = given.exit;
  const dearer = subtract(hedging.priced.carry, selling.priced.carry);
  const sources = [...new Set(futures.map(({ carryWords }) => carryWords))].join(' ');
  const effect = isPositive(dearer) ? 'costs' : 'brings';
  const until = hedging.priced.schedule.days.at(-1)?.date;
  return {
    dearer,
    text: `Carry: holding the hedge${until === undefined ? '' : ` until ${dateText(until)}`} ${effect} ${moneyText(absolute(dearer), currency)}. ${sources}`.trim(),
    because: `holding it costs ${moneyText(dearer, currency)} of carry`,
  };
}

function tradeDriver({ given, selling, hedging }: Compared): Driver {
  const { currency } = given.exit;
  const of = ({ priced }: PricedWay): Money => add(priced.fees, priced.slippage);
  const dearer = subtract(of(hedging), of(selling));
  return {
    dearer,
    text: `Fees and slippage: ${moneyText(of(selling), currency)} when selling now, ${moneyText(of(hedging), currency)} with the hedge, which is traded besides the coins.`,
    because: `its fees and slippage are ${moneyText(dearer, currency)} more`,
  };
}

function marginDriver({ given, selling, hedging }: Compared): Driver {
  const { currency, costs } = given.exit;
  const dearer = subtract(hedging.priced.marginCost, selling.priced.marginCost);
  const { lockedMargin } = hedging.priced;
  const locked = lockedMargin === null ? 'what is known of it' : moneyText(lockedMargin, currency);
  return {
    dearer,
    text: `Locked margin: ${locked} lies ready for the hedge; it would have earned ${percentText(costs.marginCostPerYear)} a year elsewhere: ${moneyText(absolute(dearer), currency)}.`,
    because: `the margin that it locks would have earned ${moneyText(dearer, currency)}`,
  };
}

/** What did not move the answer, where less than three amounts did. */
function fillers({ straddle, selling, hedging }: Compared): readonly string[] {
  const sold = yearsTaxed(selling.priced);
  const hedged = yearsTaxed(hedging.priced);
  return [
    ...straddle.words,
    ...(isZero(hedging.priced.carry)
      ? [
          'Carry: holding the hedge costs and brings nothing by what is known; a carry that is known could change the answer.',
        ]
      : []),
    ...(sold === hedged
      ? [`Tax falls into the same years (${sold === '' ? 'none' : sold}), so time changes nothing.`]
      : []),
    'Exposure is the same either way: what prices do to coins and hedge is no cost of either; only the tax on it is.',
  ];
}

function yearsTaxed({ taxByYear }: PricedSchedule): string {
  return listText(taxByYear.filter(({ added }) => !isZero(added)).map(({ year }) => String(year)));
}

function gainWords(gains: readonly GainsAdded[], currency: string): string {
  const words = gains.flatMap((year) => {
    const parts: readonly (readonly [Money, string])[] = [
      [year.shortTermGain, 'short-term'],
      [year.longTermGain, 'long-term'],
      [year.section1256Gain, '60/40'],
    ];
    return parts
      .filter(([amount]) => !isZero(amount))
      .map(([amount, name]) => {
        const kind = isNegative(amount) ? 'loss' : 'gain';
        return `${moneyText(absolute(amount), currency)} ${name} ${kind} in ${year.year}`;
      });
  });
  return words.length === 0 ? 'no gain' : listText(words);
}
