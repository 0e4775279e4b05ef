import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { ContractTerms, Fixing } from '../../../../shared/domain/contract-terms.ts';
import { addDuration, epochMs, toIso, type Instant } from '../../../../shared/time/instant.ts';
import {
  dateText,
  dayOf,
  daysBetween,
  monthOf,
  yearOf,
  type LocalDate,
} from '../../../../shared/time/local-date.ts';
import {
  instantOfLocal,
  timeZone,
  timeZoneText,
  utc,
  type TimeZone,
} from '../../../../shared/time/time-zone.ts';
import { offsetMsAt } from '../../../../shared/time/zone-offsets.ts';
import { nextContracts } from '../../../engine/futures/contract-lookup.ts';

type NextExpiry = CallAnswer<'contracts.read'>['expiries'][number];

const SHOWN = 4;

/** The expiries to come, each with the instant at which its final price is fixed; none for perpetual contracts. */
export function nextExpiries(terms: ContractTerms, today: LocalDate, zone: TimeZone): NextExpiry[] {
  const contracts = terms.series === null ? [terms] : nextContracts(terms, today, SHOWN);
  return contracts.flatMap(({ id, expiry, fixing }) =>
    expiry === null
      ? []
      : [
          {
            contract: id,
            expiry: dateText(expiry),
            days: daysBetween(today, expiry),
            fixing: fixing === null ? null : fixingText(fixingInstant(expiry, fixing), zone),
          },
        ],
  );
}

function fixingInstant(expiry: LocalDate, { time, zone }: Fixing): Instant {
  const [hour, minute] = time.split(':').map(Number);
  const local = {
    year: yearOf(expiry),
    month: monthOf(expiry),
    day: dayOf(expiry),
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: 0,
    ms: 0,
  };
  return instantOfLocal(local, timeZone(zone)).instant;
}

function fixingText(at: Instant, zone: TimeZone): NonNullable<NextExpiry['fixing']> {
  return { at: toIso(at), utc: clockText(at, utc), local: clockText(at, zone) };
}

/** "2026-12-25 11:00 America/New_York". */
function clockText(at: Instant, zone: TimeZone): string {
  const name = timeZoneText(zone);
  const shown = addDuration(at, offsetMsAt(epochMs(at), name));
  return `${toIso(shown).slice(0, 16).replace('T', ' ')} ${name}`;
}
