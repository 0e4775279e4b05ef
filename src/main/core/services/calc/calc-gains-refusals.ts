import type { CalcEvent, CalcGainsInput } from '../../../../shared/contract/calc-gains.ts';
import { fail, failure } from '../../../../shared/errors/failure.ts';
import type { Failure, Result } from '../../../../shared/errors/failure.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { compare } from '../../../../shared/num/arithmetic.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { parseTimeZone, utc } from '../../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../../shared/time/time-zone.ts';
import { parseIsoInstant } from '../../../../shared/time/instant.ts';
import { jurisdictions } from '../../../engine/tax/assess-year.ts';
import type { JurisdictionId } from '../../../engine/tax/assess-year.ts';

/**
 * The time zone of a request that can be computed.
 * Errors: `calc/jurisdiction-unknown`, `calc/kind-not-in-law`, and `call/invalid-input` with the field's path.
 */
export function computable(input: CalcGainsInput): Result<TimeZone> {
  const jurisdiction = knownJurisdiction(input.jurisdiction);
  if (!jurisdiction.ok) return jurisdiction;
  const zone = input.timeZone === undefined ? utc : parseTimeZone(input.timeZone);
  if (zone === undefined) return invalid('timeZone', 'expected a zone such as "Europe/Berlin" or "+02:00"');
  const refused = refusalOf(input.events, jurisdiction.value);
  return refused === undefined ? ok(zone) : { ok: false, failure: refused };
}

/** Errors: `calc/jurisdiction-unknown`. */
export function knownJurisdiction(jurisdiction: string): Result<JurisdictionId> {
  const ids = Object.keys(jurisdictions) as JurisdictionId[];
  const found = ids.find((id) => id === jurisdiction);
  if (found !== undefined) return ok(found);
  const known = ids.map((id) => `"${id}"`).join(', ');
  return fail('calc/jurisdiction-unknown', { jurisdiction, known }, { field: 'jurisdiction' });
}

function refusalOf(events: readonly CalcEvent[], jurisdiction: JurisdictionId): Failure | undefined {
  const ids = new Set<string>();
  for (const [place, event] of events.entries()) {
    const refused = refusalOfEvent(event, `events.${place}`, ids, jurisdiction);
    if (refused !== undefined) return refused;
    ids.add(event.id);
  }
  return undefined;
}

function refusalOfEvent(
  event: CalcEvent,
  path: string,
  ids: ReadonlySet<string>,
  jurisdiction: JurisdictionId,
): Failure | undefined {
  const { kind, id } = event;
  if (kind === 'short-open' || kind === 'short-close') {
    return failure(
      'calc/kind-not-in-law',
      { kind, event: id, jurisdiction },
      { field: `${path}.kind`, event: id },
    );
  }
  if (ids.has(id)) return invalidField(`${path}.id`, `another event has the id "${id}"`);
  if (event.time.includes('T') && parseIsoInstant(event.time) === undefined) {
    return invalidField(`${path}.time`, 'expected an instant such as 2025-03-01T09:30:00Z');
  }
  if (kind === 'transfer') {
    const isMore = compare(quantity(event.received), quantity(event.quantity)) > 0;
    return isMore ? invalidField(`${path}.received`, 'more arrived than was sent') : undefined;
  }
  return 'fee' in event || 'feeAsset' in event || 'feeQuantity' in event || 'feeValue' in event
    ? refusedFee(event, path)
    : undefined;
}

function refusedFee(
  event: Extract<CalcEvent, { kind: 'buy' | 'sell' | 'swap' }>,
  path: string,
): Failure | undefined {
  const { fee, feeAsset, feeQuantity, feeValue } = event;
  if (feeQuantity !== undefined && feeAsset === undefined) {
    return invalidField(`${path}.feeAsset`, 'missing: of what is feeQuantity?');
  }
  if (feeQuantity === undefined && (feeAsset !== undefined || feeValue !== undefined)) {
    return invalidField(`${path}.feeQuantity`, 'missing: how many units were the fee?');
  }
  if (feeQuantity !== undefined && fee !== undefined && feeValue !== undefined && fee !== feeValue) {
    return invalidField(`${path}.fee`, 'given besides feeValue: state the fee once');
  }
  return undefined;
}

function invalid(field: string, reason: string): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: invalidField(field, reason) };
}

function invalidField(field: string, reason: string): Failure {
  return failure('call/invalid-input', { field, reason }, { field });
}
