import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../../shared/errors/failure.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import { localDateOf, utc } from '../../../../shared/time/time-zone.ts';
import { version } from '../../../../shared/version.ts';
import type { CallContext } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { nowOf } from '../../now.ts';
import { pricesAsOf } from '../holdings/read-holdings.ts';
import { ledgerName } from './known-ledgers.ts';

type Status = CallAnswer<'ledger.status'>;

/** What stands in the strip above every screen. */
export async function ledgerStatus(context: Pick<CallContext, 'session' | 'now'>): Promise<Result<Status>> {
  const { ledger } = context.session;
  if (ledger === null) return ok(lockedStatus(context));
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { asOf, facts, holdings } = derived.value;
  const oldest = pricesAsOf(holdings.holdings);
  return ok({
    state: 'open',
    path: ledger.path,
    name: ledgerName(ledger.path),
    sample: ledger.meta.sample !== null,
    ledgerHash: ledger.hash(),
    asOf: dateText(asOf),
    pricesAsOf: oldest === null ? null : toIso(oldest),
    pricesDay: oldest === null ? null : dateText(localDateOf(oldest, facts.timeZone)),
    events: facts.events.length,
    taxYear: yearOf(asOf),
    version,
  });
}

/** The status of a ledger opened during this call: a sample brings its own "today". */
export async function statusAfterOpening({ session, now, clock }: CallContext): Promise<Result<Status>> {
  const isSample = session.ledger?.meta.sample != null;
  const today = isSample ? await nowOf(session, undefined, clock) : ok(now);
  return today.ok ? ledgerStatus({ session, now: today.value }) : today;
}

function lockedStatus({ now }: Pick<CallContext, 'now'>): Status {
  const asOf = localDateOf(now, utc);
  return {
    state: 'locked',
    path: null,
    name: null,
    sample: false,
    ledgerHash: null,
    asOf: dateText(asOf),
    pricesAsOf: null,
    pricesDay: null,
    events: 0,
    taxYear: yearOf(asOf),
    version,
  };
}
