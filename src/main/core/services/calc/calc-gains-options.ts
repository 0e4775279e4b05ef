import type { CalcGainsInput } from '../../../../shared/contract/calc-gains.ts';
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import type { AllocationWay, LotChoice, StandingOrder } from '../../../../shared/domain/lot-records.ts';
import type { LotId, LotMethod } from '../../../../shared/domain/lot.ts';
import { quantity, rate } from '../../../../shared/num/parse.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { endOfDay, localDateOf } from '../../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../../shared/time/time-zone.ts';
import type { LotLaw } from '../../../engine/lots/law/lot-law.ts';
import { taxYearOf } from '../../../engine/lots/law/tax-year-of.ts';
import type { BasisScope, LotElections, MatchOptions, TermRates } from '../../../engine/lots/lot-matching.ts';
import { orderTimelines } from '../../../engine/lots/records/order-timeline.ts';
import type { RuleSequence } from '../../../engine/lots/rules/asset-units.ts';
import { instantOf } from './calc-gains-times.ts';
import { namedInTime, namesLots } from './calc-gains-named-lots.ts';

/** Where a law knows no terms: no lot ever turns. */
const NEVER = localDate('9999-12-31');

/** Every method that the request names, or the law's default. */
export function methodsNamed(
  { lotMethod, standingOrders = [] }: CalcGainsInput,
  law: LotLaw,
): readonly LotMethod[] {
  const named = typeof lotMethod === 'object' ? Object.values(lotMethod) : [lotMethod ?? law.defaultMethod];
  return [...new Set([...named, ...standingOrders.map(({ method }) => method)])];
}

/** The rules that stand in place of a method; undefined where units leave lot by lot. */
export function sequenceOf(request: CalcGainsInput, law: LotLaw): RuleSequence | undefined {
  const [method] = methodsNamed(request, law);
  return method === undefined ? undefined : law.sequences[method];
}

export function electionsOf({ elections }: CalcGainsInput): Partial<LotElections> {
  const { transferFee, unknownCost, missingUnits } = elections ?? {};
  return {
    ...(transferFee === undefined ? {} : { transferFee }),
    ...(unknownCost === undefined ? {} : { unknownCost }),
    ...(missingUnits === undefined ? {} : { missingUnits }),
  };
}

/** What decides which units leave, where they leave lot by lot. */
export function matchOptionsOf(request: CalcGainsInput, law: LotLaw, timeZone: TimeZone): MatchOptions {
  const holding = law.holding;
  return {
    methodAt: methodAtOf(request, law, timeZone),
    scope: scopeOf(request, law),
    ...(request.asOf === undefined ? {} : { at: endOfDay(localDate(request.asOf), timeZone) }),
    longTermFrom: holding === null ? (): LocalDate => NEVER : holding.longTermFrom,
    timeZone,
    chosenLots: chosenLotsOf(request, timeZone),
    ratesOf: ratesOf(request, law),
    elections: electionsOf(request),
  };
}

function methodAtOf(request: CalcGainsInput, law: LotLaw, timeZone: TimeZone): MatchOptions['methodAt'] {
  const orders = (request.standingOrders ?? []).map(({ account, method, from }): StandingOrder => {
    const since = instantOf(from, timeZone);
    const onRecord = { recordedAt: since, toldBroker: true, keptElsewhere: false };
    return { account: (account ?? null) as AccountId | null, method, from: since, ...onRecord };
  });
  const orderAt = orderTimelines(orders, { kindOf: () => undefined, timeZone });
  const methodOf = methodOfYear(request.lotMethod ?? law.defaultMethod);
  return (account, time) =>
    orderAt(account, time)?.order?.method ?? methodOf(taxYearOf(localDateOf(time, timeZone), law.taxYear));
}

function methodOfYear(lotMethod: NonNullable<CalcGainsInput['lotMethod']>): (year: number) => LotMethod {
  return typeof lotMethod === 'string' ? () => lotMethod : (year) => ofYear(lotMethod, year) ?? 'fifo';
}

/** A year without a value of its own has that of the year before it; years before the first, the first. */
function ofYear<Value>(byYear: Readonly<Record<string, Value>>, year: number): Value | undefined {
  const years = Object.keys(byYear).toSorted();
  const known = years.findLast((one) => Number(one) <= year) ?? years[0];
  return known === undefined ? undefined : byYear[known];
}

function ratesOf({ rates }: CalcGainsInput, law: LotLaw): (year: number) => TermRates {
  if (rates === undefined) return law.topRates;
  const all = new Map<number, TermRates>();
  return (year) => {
    let known = all.get(year);
    if (known === undefined) {
      const { short, long } = ratesIn(rates, year);
      all.set(year, (known = { short: rate(short), long: rate(long) }));
    }
    return known;
  };
}

type RatesText = { readonly short: string; readonly long: string };

function ratesIn(rates: NonNullable<CalcGainsInput['rates']>, year: number): RatesText {
  if (isRates(rates)) return rates;
  return ofYear(rates, year) ?? { short: '1', long: '1' };
}

function isRates(rates: NonNullable<CalcGainsInput['rates']>): rates is RatesText {
  return typeof rates['short'] === 'string';
}

function scopeOf({ basisScope }: CalcGainsInput, law: LotLaw): BasisScope {
  if (basisScope === undefined) return scopeInLaw(law);
  if (typeof basisScope === 'string') return basisScope;
  const { universalUntil, allocation } = basisScope;
  const way = allocation === undefined ? null : allocationOf(allocation);
  return { universalUntil: localDate(universalUntil), allocation: way };
}

/** What the law has, earlier years included: one pool until the day from which accounts count. */
function scopeInLaw({ defaultScope, scopes }: LotLaw): BasisScope {
  const pooled = scopes.find(({ scope, until }) => scope === 'universal' && until !== null);
  if (defaultScope === 'universal' || pooled === undefined || pooled.until === null) return defaultScope;
  return { universalUntil: pooled.until, allocation: null };
}

type AllocationText = NonNullable<
  Extract<CalcGainsInput['basisScope'], { universalUntil: string }>['allocation']
>;

function allocationOf(allocation: AllocationText): AllocationWay {
  if (allocation.kind === 'global') {
    const { kind, accounts, order } = allocation;
    return { kind, accounts: accounts.map((account) => account as AccountId), order };
  }
  const units = allocation.units.map(({ lot, account, quantity: text }) => ({
    lot: lot as LotId,
    account: account as AccountId,
    quantity: quantity(text),
  }));
  return { kind: allocation.kind, units };
}

function chosenLotsOf(
  request: CalcGainsInput,
  timeZone: TimeZone,
): ReadonlyMap<EventId, readonly LotChoice[]> {
  const chosen = new Map<EventId, readonly LotChoice[]>();
  for (const event of request.events) {
    if (!namesLots(event) || !namedInTime(event, timeZone)) continue;
    const choices = event.lots.map((one) => ({ lot: one.lot as LotId, quantity: quantity(one.quantity) }));
    chosen.set(event.id as EventId, choices);
  }
  return chosen;
}
