import type { CalcEvent, CalcGainsInput } from '../../../../shared/contract/calc-gains.ts';
import { fail, failure, ok } from '../../../../shared/errors/failure.ts';
import type { Failure, Result } from '../../../../shared/errors/failure.ts';
import { compare, sum } from '../../../../shared/num/arithmetic.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { parseTimeZone, utc } from '../../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../../shared/time/time-zone.ts';
import { jurisdictions } from '../../../engine/tax/assess-year.ts';
import type { JurisdictionId } from '../../../engine/tax/assess-year.ts';
import { lotLaws } from '../../../engine/lots/law/lot-laws.ts';
import type { LotLawId } from '../../../engine/lots/law/lot-laws.ts';
import type { LotLaw } from '../../../engine/lots/law/lot-law.ts';
import { methodsNamed } from './calc-gains-options.ts';
import { refusedTrade, refusedTransfer } from './calc-gains-refused-trades.ts';
import { invalidField } from './calc-gains-invalid-field.ts';
import { instantOf, isNoTime } from './calc-gains-times.ts';

/** What a request that can be computed is computed by. */
export interface Computable {
  readonly law: LotLaw;
  readonly timeZone: TimeZone;
}

/**
 * What a request is computed by.
 * Errors: `calc/jurisdiction-unknown`, `calc/kind-not-in-law`, and `call/invalid-input` with the field's path.
 */
export function computable(input: CalcGainsInput): Result<Computable> {
  const jurisdiction = knownName(input.jurisdiction, Object.keys(lotLaws) as LotLawId[]);
  if (!jurisdiction.ok) return jurisdiction;
  const law = lotLaws[jurisdiction.value];
  const timeZone = input.timeZone === undefined ? utc : parseTimeZone(input.timeZone);
  if (timeZone === undefined)
    return invalid('timeZone', 'expected a zone such as "Europe/Berlin" or "+02:00"');
  const refused =
    refusedMethod(input, law) ??
    refusedOrder(input) ??
    refusedAllocation(input) ??
    refusedEvents(input, jurisdiction.value, timeZone);
  return refused === undefined ? ok({ law, timeZone }) : { ok: false, failure: refused };
}

/** A jurisdiction whose tax years can be assessed. Errors: `calc/jurisdiction-unknown`. */
export function knownJurisdiction(jurisdiction: string): Result<JurisdictionId> {
  return knownName(jurisdiction, Object.keys(jurisdictions) as JurisdictionId[]);
}

/** A jurisdiction among those known. Errors: `calc/jurisdiction-unknown`. */
function knownName<Id extends string>(jurisdiction: string, ids: readonly Id[]): Result<Id> {
  const found = ids.find((id) => id === jurisdiction.toLowerCase());
  if (found !== undefined) return ok(found);
  const known = ids.map((id) => `"${id}"`).join(', ');
  return fail('calc/jurisdiction-unknown', { jurisdiction, known }, { field: 'jurisdiction' });
}

/** Rules that look at other days cannot begin or end in the middle. */
function refusedMethod(input: CalcGainsInput, law: LotLaw): Failure | undefined {
  const methods = methodsNamed(input, law);
  const alone = methods.find((method) => law.sequences[method] !== undefined);
  if (alone === undefined || methods.length === 1) return undefined;
  const field = input.standingOrders?.some(({ method }) => method !== methods[0])
    ? 'standingOrders'
    : 'lotMethod';
  return invalidField(
    field,
    `"${alone}" looks at other days than that of the sale: it holds for all years and accounts, or for none`,
  );
}

function refusedOrder({ standingOrders = [] }: CalcGainsInput): Failure | undefined {
  const place = standingOrders.findIndex(({ from }) => isNoTime(from));
  return place === -1 ? undefined : noTime(`standingOrders.${place}.from`);
}

/** An account is filled once: named again it would say nothing. */
function refusedAllocation({ basisScope }: CalcGainsInput): Failure | undefined {
  const allocation = typeof basisScope === 'object' ? basisScope.allocation : undefined;
  if (allocation?.kind !== 'global') return undefined;
  const { accounts } = allocation;
  const again = accounts.findIndex((account, place) => accounts.indexOf(account) !== place);
  return again === -1
    ? undefined
    : invalidField(`basisScope.allocation.accounts.${again}`, `"${accounts[again]}" is named twice`);
}

function refusedEvents(
  { events, currency }: CalcGainsInput,
  jurisdiction: LotLawId,
  zone: TimeZone,
): Failure | undefined {
  const ids = new Set<string>();
  for (const [place, event] of events.entries()) {
    const path = `events.${place}`;
    const refused =
      refusedKind(event, path, jurisdiction) ?? refusedEvent(event, path, { ids, currency, zone });
    if (refused !== undefined) return refused;
    ids.add(event.id);
  }
  return undefined;
}

function refusedKind({ kind, id }: CalcEvent, path: string, jurisdiction: LotLawId): Failure | undefined {
  if (kind !== 'short-open' && kind !== 'short-close') return undefined;
  return failure(
    'calc/kind-not-in-law',
    { kind, event: id, jurisdiction },
    { field: `${path}.kind`, event: id },
  );
}

interface Around {
  /** Of the events before. */
  readonly ids: ReadonlySet<string>;
  readonly currency: string;
  readonly zone: TimeZone;
}

function refusedEvent(event: CalcEvent, path: string, { ids, currency, zone }: Around): Failure | undefined {
  if (ids.has(event.id)) return invalidField(`${path}.id`, `another event has the id "${event.id}"`);
  if (isNoTime(event.time)) return noTime(`${path}.time`);
  switch (event.kind) {
    case 'transfer':
      return refusedTransfer(event, path);
    case 'gift-received':
      return refusedGift(event, path, zone);
    case 'buy':
      return refusedTrade(event, path, currency);
    case 'sell':
    case 'swap':
      return refusedTrade(event, path, currency) ?? refusedLots(event, path);
    default:
      return undefined;
  }
}

function refusedLots(
  event: Extract<CalcEvent, { kind: 'sell' | 'swap' }>,
  path: string,
): Failure | undefined {
  const { lots, identifiedAt } = event;
  if (identifiedAt !== undefined && isNoTime(identifiedAt)) return noTime(`${path}.identifiedAt`);
  if (lots === undefined) {
    return identifiedAt === undefined
      ? undefined
      : invalidField(`${path}.lots`, 'missing: it says which lots were named');
  }
  const named = sum(
    lots.map((one) => quantity(one.quantity)),
    zeroQuantity,
  );
  return compare(named, quantity(event.quantity)) > 0
    ? invalidField(`${path}.lots`, 'more units are named than leave')
    : undefined;
}

function refusedGift(
  { acquired, costBasis, time }: Extract<CalcEvent, { kind: 'gift-received' }>,
  path: string,
  zone: TimeZone,
): Failure | undefined {
  if (acquired === undefined) return undefined;
  if (isNoTime(acquired)) return noTime(`${path}.acquired`);
  if (costBasis === undefined) {
    return invalidField(
      `${path}.costBasis`,
      'missing: it goes with acquired; leave both out where nobody knows',
    );
  }
  return instantOf(acquired, zone) > instantOf(time, zone)
    ? invalidField(`${path}.acquired`, 'after the gift was received')
    : undefined;
}

function noTime(field: string): Failure {
  return invalidField(field, 'expected an instant such as 2025-03-01T09:30:00Z');
}

function invalid(field: string, reason: string): Result<never> {
  return { ok: false, failure: invalidField(field, reason) };
}
