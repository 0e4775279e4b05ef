/** What saved plans do with futures after today: open, roll, close. */
import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import { apportion } from '../../../../shared/num/products.ts';
import type { Price, Quantity } from '../../../../shared/num/types.ts';
import { isPositive } from '../../../../shared/num/arithmetic.ts';
import { addDays, dateText, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { rollDates } from '../../rebalance/roll-dates.ts';
import { listText, quantityText } from '../../words.ts';
import type { PlannedAction, PlannedOffset } from '../jurisdictions/us/actions/planned-action.ts';
import { offsetsOfPlanned } from '../jurisdictions/us/offsets/offsets-of-planned.ts';
import type { TaxPositionId } from '../jurisdictions/us/straddles/straddle-case.ts';
import { heldByExits } from './exit-ahead.ts';
import type { PlannedInput, PlannedLeg, PlannedStep } from './planned-step.ts';
import { priceWords } from './step-words.ts';

const DAYS_BEFORE_EXPIRY = 10;

/** A leg's part in one contract, from today or its opening to the exit. */
interface Held {
  readonly leg: PlannedLeg;
  readonly position: TaxPositionId;
  readonly spec: ContractSpec;
  readonly coins: Quantity;
  readonly part: { readonly quantity: Quantity; readonly outOf: Quantity } | null;
  readonly from: LocalDate;
  readonly offsets: readonly PlannedOffset[];
}

/** The steps with futures of one plan. In: its legs, at least one. */
export function futuresSteps(legs: readonly PlannedLeg[], given: PlannedInput): readonly PlannedStep[] {
  const [first] = legs;
  if (first === undefined) return [];
  const { plan } = first;
  const openOn = given.moves.get(`${plan}:open`) ?? later(first.openOn, given.asOf);
  const closeOn = given.moves.get(`${plan}:close`) ?? later(first.exit, given.asOf);
  const opened = legs.flatMap((leg) => openedOf(leg, openOn, given));
  const held = [...legs.flatMap((leg) => heldOf(leg, given)), ...opened];
  const rolled = held.map((one) => rolls(one, closeOn, given));
  const closes = rolled.flatMap(({ last }) => closing(last, closeOn, given) ?? []);
  const [opening, closingStep] = [
    openingStep(opened, openOn, given),
    closeStepOf(closes, held, closeOn, given),
  ];
  return [
    ...(opening === null ? [] : [{ ...opening, id: `${plan}:open`, plan }]),
    ...rolled.flatMap(({ steps }) => steps),
    ...(closingStep === null ? [] : [{ ...closingStep, id: `${plan}:close`, plan }]),
  ];
}

/** Contracts of no plan that end before the horizon does: they are closed on that day at the assumed price. */
export function expirySteps(given: PlannedInput): readonly PlannedStep[] {
  const ofPlans = new Set([
    ...given.legs.flatMap(({ open }) => open.map(({ position }) => position)),
    ...heldByExits(given.exits),
  ]);
  return [...given.facts.stretches.values()].flatMap(({ id, spec, open }): PlannedStep[] => {
    const { expiry } = spec;
    if (open === null || expiry === null || ofPlans.has(id)) return [];
    if (expiry < given.asOf || yearOf(expiry) > given.lastYear) return [];
    const price = given.prices.contractPriceOn(spec, expiry);
    if (price === null) return [];
    const text = `${spec.symbol} ends and is settled ${priceWords(price, given.currency)}.`;
    return [
      {
        id: `${id}:expiry`,
        plan: null,
        date: expiry,
        kind: 'close',
        text,
        actions: [{ kind: 'close', date: expiry, position: id, price }],
      },
    ];
  });
}

function heldOf(leg: PlannedLeg, { facts, asOf }: PlannedInput): Held[] {
  return leg.open.map(({ position, spec, coins, size, outOf }) => {
    const part = size === outOf ? null : { quantity: size, outOf };
    const shareOf = (quantity: Quantity): Quantity =>
      part === null ? quantity : apportion(quantity, part.quantity, part.outOf, 'half-even');
    const offsets = facts.straddles.offsets
      .filter(({ short, until }) => short === position && until === null)
      .map(({ long, quantity, regime, by }) => ({ long, quantity: shareOf(quantity), regime, by }));
    return { leg, position, spec, coins, part, from: asOf, offsets };
  });
}

function openedOf(leg: PlannedLeg, from: LocalDate, given: PlannedInput): Held[] {
  const { notOpened } = leg;
  if (notOpened === null || yearOf(from) > given.lastYear) return [];
  const { spec, coins } = notOpened;
  const position = `${spec.id}@${leg.plan}#${leg.leg.id}` as TaxPositionId;
  const { side, asset, lots } = leg.leg;
  const { facts, heldLots } = given;
  const by = { elections: facts.straddles.elections, heldLots, crossCounts: facts.crossCounts };
  const offsets = side === 'buy' ? [] : offsetsOfPlanned({ asset, spec, coins, lots }, by);
  return [{ leg, position, spec, coins, part: null, from, offsets }];
}

function openingStep(
  opened: readonly Held[],
  date: LocalDate,
  { prices, currency }: PlannedInput,
): Omit<PlannedStep, 'id' | 'plan'> | null {
  const actions: PlannedAction[] = [];
  const words: string[] = [];
  for (const one of opened) {
    const price = prices.contractPriceOn(one.spec, date);
    if (price === null) continue;
    actions.push(opening(one, date, price));
    const side = one.leg.leg.side === 'buy' ? 'long' : 'short';
    words.push(
      `${quantityText(one.coins, one.spec.underlying)} ${side} with ${one.spec.symbol} ${priceWords(price, currency)}`,
    );
  }
  if (actions.length === 0) return null;
  return { date, kind: 'open', text: `Open ${listText(words)}.`, actions };
}

function opening(
  { position, spec, leg, coins, offsets }: Held,
  date: LocalDate,
  price: Price,
): PlannedAction {
  const side = leg.leg.side === 'buy' ? 'long' : 'short';
  return { kind: 'open', date, position, spec, side, coins, price, offsets };
}

function closing(
  { position, spec, part }: Held,
  date: LocalDate,
  { prices }: PlannedInput,
): PlannedAction | null {
  const price = prices.contractPriceOn(spec, date);
  if (price === null) return null;
  return { kind: 'close', date, position, price, ...(part === null ? {} : { part }) };
}

/** A dated contract is rolled ten days before it ends, into one that ends three months later, at the same price. */
function rolls(
  held: Held,
  closeOn: LocalDate,
  given: PlannedInput,
): { readonly steps: readonly PlannedStep[]; readonly last: Held } {
  const steps: PlannedStep[] = [];
  let last = held;
  for (const [times, expiry] of rollDates(held.spec, closeOn).entries()) {
    const id = `${held.leg.leg.id}:roll:${times + 1}`;
    const date = given.moves.get(id) ?? later(addDays(expiry, -DAYS_BEFORE_EXPIRY), last.from);
    const price = given.prices.contractPriceOn(held.spec, date);
    const closed = closing(last, date, given);
    if (price === null || closed === null || yearOf(date) > given.lastYear) break;
    last = {
      ...last,
      position: `${held.position}/roll${times + 1}` as TaxPositionId,
      part: null,
      from: date,
    };
    const text = `Roll ${held.spec.symbol}, which ends on ${dateText(expiry)}, ${priceWords(price, given.currency)}.`;
    steps.push({
      id,
      plan: held.leg.plan,
      date,
      kind: 'roll',
      text,
      actions: [closed, opening(last, date, price)],
    });
  }
  return { steps, last };
}

function closeStepOf(
  actions: readonly PlannedAction[],
  held: readonly Held[],
  date: LocalDate,
  { prices, currency, lastYear }: PlannedInput,
): Omit<PlannedStep, 'id' | 'plan'> | null {
  if (actions.length === 0 || yearOf(date) > lastYear) return null;
  const words = held.flatMap(({ spec, coins }) => {
    const price = prices.contractPriceOn(spec, date);
    return price === null || !isPositive(coins)
      ? []
      : [`${spec.symbol} (${quantityText(coins, spec.underlying)}) ${priceWords(price, currency)}`];
  });
  return { date, kind: 'close', text: `Close ${listText(words)}.`, actions };
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
