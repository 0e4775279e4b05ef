/** What the chain of identification records says about hedge legs, as the engine takes it. */
import { assetId } from '../../shared/domain/asset.ts';
import type { ContractId } from '../../shared/domain/contract-spec.ts';
import type { EventId } from '../../shared/domain/event.ts';
import type { HedgeLeg, IdentificationRecord } from '../../shared/domain/hedge.ts';
import type { LotId } from '../../shared/domain/lot.ts';
import { quantity } from '../../shared/num/parse.ts';
import { parseLocalDate } from '../../shared/time/local-date.ts';
import { localDateOf } from '../../shared/time/time-zone.ts';
import type { LegOnRecord } from '../engine/tax/jurisdictions/us/offsets/leg-on-record.ts';
import type { Facts } from './facts.ts';

type Recorded = Pick<Facts, 'records' | 'plans' | 'timeZone'>;

/** What is on record about legs of plans that stand, in the order of the chain. */
export function legsOnRecord({ records, plans, timeZone }: Recorded): readonly LegOnRecord[] {
  const legs = new Map<string, HedgeLeg>();
  for (const { plan } of plans) for (const leg of plan.legs) legs.set(leg.id, leg);
  return records.flatMap((record) => {
    if (record.kind !== 'hedged-lots' && record.kind !== 'leg-fills') return [];
    return legsOf(record).flatMap((one) => {
      const leg = legs.get(one.leg);
      return leg === undefined ? [] : [onRecord(one, leg, record, timeZone)];
    });
  });
}

interface BodyOfLeg {
  readonly leg: string;
  readonly lots?: readonly { readonly lot: string; readonly quantity: string }[];
  readonly fills?: readonly { readonly event: string }[];
}

interface Body extends Partial<BodyOfLeg> {
  readonly date?: string;
  readonly legs?: readonly BodyOfLeg[];
}

interface RecordedLeg extends BodyOfLeg {
  readonly date: string | undefined;
}

function legsOf({ body }: IdentificationRecord): readonly RecordedLeg[] {
  const { leg, date, legs, ...rest } = JSON.parse(body) as Body;
  return leg === undefined ? (legs ?? []).map((one) => ({ ...one, date })) : [{ ...rest, leg, date }];
}

function onRecord(
  { leg, lots, fills, date }: RecordedLeg,
  { asset, contract }: HedgeLeg,
  { recordedAt }: IdentificationRecord,
  timeZone: Facts['timeZone'],
): LegOnRecord {
  const recordedOn = localDateOf(recordedAt, timeZone);
  return {
    leg,
    asset: assetId(asset),
    contract: contract as ContractId,
    recordedOn,
    asOf: parseLocalDate(date ?? '') ?? recordedOn,
    fills: (fills ?? []).map(({ event }) => event as EventId),
    lots: (lots ?? []).map((one) => ({ lot: one.lot as LotId, quantity: quantity(one.quantity) })),
  };
}
