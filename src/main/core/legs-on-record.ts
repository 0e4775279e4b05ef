/** What the chain of identification records says about hedge legs, as the engine takes it. */
import type { ContractId } from '../../shared/domain/contract-spec.ts';
import type { EventId } from '../../shared/domain/event.ts';
import type { IdentificationRecord } from '../../shared/domain/hedge.ts';
import type { LotId } from '../../shared/domain/lot.ts';
import { quantity } from '../../shared/num/parse.ts';
import { parseLocalDate } from '../../shared/time/local-date.ts';
import { localDateOf } from '../../shared/time/time-zone.ts';
import type { LegOnRecord } from '../engine/tax/jurisdictions/us/offsets/leg-on-record.ts';
import type { Facts } from './facts.ts';
import { wholeEvent, wholeLot } from './whole-events.ts';

type Recorded = Pick<Facts, 'records' | 'timeZone'> & {
  readonly assembly?: Pick<Facts['assembly'], 'eventOf'>;
};

const noParts: Facts['assembly']['eventOf'] = new Map();

/**
 * What is on record about hedge legs, in the order of the chain. What was traded stays on record when its plan is
 * dropped; what was only planned does not.
 */
export function legsOnRecord({ records, timeZone, assembly }: Recorded): readonly LegOnRecord[] {
  const dropped = new Set<string>();
  for (const { kind, body } of records)
    if (kind === 'plan-dropped') dropped.add((JSON.parse(body) as { readonly plan: string }).plan);
  const legs = records.flatMap((record) => {
    if (record.kind !== 'hedged-lots' && record.kind !== 'leg-fills') return [];
    return legsOf(record).map((leg) => ({
      plan: leg.plan,
      leg: onRecord(leg, record, timeZone, assembly?.eventOf ?? noParts),
    }));
  });
  const traded = new Set(legs.flatMap(({ leg }) => (leg.fills.length > 0 ? [leg.leg] : [])));
  return legs.flatMap(({ plan, leg }) => (dropped.has(plan) && !traded.has(leg.leg) ? [] : [leg]));
}

interface BodyOfLeg {
  readonly leg: string;
  readonly contract?: string;
  readonly lots?: readonly { readonly lot: string; readonly quantity: string }[];
  readonly fills?: readonly { readonly event: string; readonly contract?: string }[];
}

interface Body extends Partial<BodyOfLeg> {
  readonly plan?: string;
  readonly date?: string;
  readonly legs?: readonly BodyOfLeg[];
}

interface RecordedLeg extends BodyOfLeg {
  readonly plan: string;
  readonly date: string | undefined;
}

function legsOf({ body }: IdentificationRecord): readonly RecordedLeg[] {
  const { leg, plan = '', date, legs, ...rest } = JSON.parse(body) as Body;
  return leg === undefined
    ? (legs ?? []).map((one) => ({ ...one, plan, date }))
    : [{ ...rest, leg, plan, date }];
}

function onRecord(
  { leg, contract, lots, fills, date }: RecordedLeg,
  { recordedAt }: IdentificationRecord,
  timeZone: Facts['timeZone'],
  eventOf: Facts['assembly']['eventOf'],
): LegOnRecord {
  const recordedOn = localDateOf(recordedAt, timeZone);
  return {
    leg,
    contract: (contract ?? fills?.at(-1)?.contract ?? null) as ContractId | null,
    recordedOn,
    asOf: parseLocalDate(date ?? '') ?? recordedOn,
    fills: [...new Set((fills ?? []).map(({ event }) => wholeEvent(eventOf, event as EventId)))],
    lots: (lots ?? []).map((one) => ({
      lot: wholeLot(eventOf, one.lot as LotId),
      quantity: quantity(one.quantity),
    })),
  };
}
