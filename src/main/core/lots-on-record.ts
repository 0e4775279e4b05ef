/** What the taxpayer has on record about lots, as the engine takes it. */
import { lotElectionsOf } from '../../shared/domain/lot-elections.ts';
import type { LotElectionValues } from '../../shared/domain/lot-elections.ts';
import type { LotChoice, LotRecords } from '../../shared/domain/lot-records.ts';
import type { BasisScope } from '../engine/lots/lot-matching.ts';
import type { RecordContext } from '../engine/lots/records/broker-identification.ts';
import { lotMethodAt } from '../engine/lots/records/lot-method-at.ts';
import type { MethodAt } from '../engine/lots/records/lot-method-at.ts';
import { BASIS_BY_ACCOUNT_FROM } from '../engine/tax/jurisdictions/us/lot-law.ts';
import { lotRecordsOf } from '../ledger/repositories/lot-record-bodies.ts';
import type { Facts } from './facts.ts';
import { wholeLot } from './whole-events.ts';

export interface LotsOnRecord extends LotRecords {
  /** Who holds what, and whose days count. */
  readonly context: RecordContext;
  /** By the standing orders. */
  readonly methodAt: MethodAt;
  /** By the election about purchases before 2025 and the allocation. */
  readonly scope: BasisScope;
  readonly elections: LotElectionValues;
}

type Recorded = Pick<Facts, 'records' | 'elections' | 'accounts' | 'timeZone' | 'assembly'>;

/** Reads the chain of records and the elections of a ledger. */
export function lotsOnRecord({ records, elections, accounts, timeZone, assembly }: Recorded): LotsOnRecord {
  const recorded = recordsNow(assembly.eventOf, lotRecordsOf(records));
  const context: RecordContext = { kindOf: (account) => accounts.get(account)?.kind, timeZone };
  const values = lotElectionsOf(elections);
  return {
    ...recorded,
    context,
    methodAt: lotMethodAt(recorded.orders, context),
    scope:
      values.basisBefore2025 === 'account'
        ? 'account'
        : { universalUntil: BASIS_BY_ACCOUNT_FROM, allocation: recorded.allocation?.way ?? null },
    elections: values,
  };
}

/** With lots as they are called now. */
function recordsNow(eventOf: Facts['assembly']['eventOf'], records: LotRecords): LotRecords {
  if (eventOf.size === 0) return records;
  const now = <Unit extends LotChoice>(unit: Unit): Unit => ({ ...unit, lot: wholeLot(eventOf, unit.lot) });
  const { identifications, allocation } = records;
  return {
    ...records,
    identifications: identifications.map((one) => ({ ...one, lots: one.lots.map(now) })),
    allocation:
      allocation === null || allocation.way.kind !== 'specific-unit'
        ? allocation
        : { ...allocation, way: { ...allocation.way, units: allocation.way.units.map(now) } },
  };
}
