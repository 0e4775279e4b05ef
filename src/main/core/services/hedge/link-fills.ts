import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import type { HedgeLeg } from '../../../../shared/domain/hedge.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { identificationIssues, legFillsRecord, lotsOfLegs } from './identify-leg.ts';
import { fillIndex, fillOwners, inLedgerOrder, lifeOf, legLivesOf } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';
import { recordText } from './leg-records.ts';
import { legText } from './leg-text.ts';
import { linkableOf } from './linkable-of.ts';
import { straddleRecords } from './straddle-records.ts';

type Linked = CallAnswer<'hedge.link'>;

/**
 * Says that fills are a leg's: the lots it hedges are identified anew for what is open, and a record of it is written
 * today, with one of the kind of straddle that it is where a kind is chosen.
 * Law: 26 U.S.C. 1092(a)(2): identified by the close of the day on which the straddle is acquired.
 * Errors: `hedge/no-such-leg`, `hedge/fill-not-linkable`, `hedge/nothing-to-link`, `hedge/lots-unknown` and those of writing.
 */
export const linkFills: Handler<'hedge.link'> = async ({ leg, fills }, context) => {
  const found = await lifeIn(leg, context);
  if (!found.ok) return found;
  const { life, derived } = found.value;
  const linkable = linkableOf(life, derived);
  const chosen = fills ?? linkable.flatMap(({ fill, suggested }) => (suggested ? [fill.id] : []));
  if (chosen.length === 0) return fail('hedge/nothing-to-link', { leg });
  const offered = new Set<string>(linkable.map(({ fill }) => fill.id));
  for (const id of chosen) {
    const why = whyNot(id, life, offered, derived);
    if (why !== null)
      return fail('hedge/fill-not-linkable', { fill: id, leg, why }, { field: 'fills', event: id });
  }
  const ids = new Set([...life.leg.fills, ...(chosen as EventId[])]);
  return await save(life, ids, new Set(chosen as EventId[]), derived, context);
};

/**
 * Takes fills off a leg; what it hedges is identified anew, and a record of it is written today.
 * Errors: `hedge/no-such-leg`, `hedge/fill-not-linked`, `hedge/lots-unknown` and those of writing.
 */
export const unlinkFills: Handler<'hedge.unlink'> = async ({ leg, fills }, context) => {
  const found = await lifeIn(leg, context);
  if (!found.ok) return found;
  const { life, derived } = found.value;
  const taken = new Set((fills ?? life.leg.fills) as readonly EventId[]);
  const own = new Set(life.leg.fills);
  const stranger = [...taken].find((id) => !own.has(id));
  if (stranger !== undefined || taken.size === 0)
    return fail('hedge/fill-not-linked', { fill: stranger ?? '', leg }, { field: 'fills' });
  const ids = new Set(life.leg.fills.filter((id) => !taken.has(id)));
  return await save(life, ids, new Set(), derived, context);
};

async function lifeIn(
  leg: string,
  context: CallContext,
): Promise<Result<{ readonly life: LegLife; readonly derived: Derived }>> {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const life = legLivesOf(derived.value).find((one) => one.leg.id === leg);
  return life === undefined
    ? fail('hedge/no-such-leg', { leg }, { field: 'leg' })
    : ok({ life, derived: derived.value });
}

function whyNot(id: string, life: LegLife, offered: ReadonlySet<string>, derived: Derived): string | null {
  if (offered.has(id)) return null;
  if (life.leg.fills.includes(id as EventId)) return 'it is linked to it already.';
  const fill = fillIndex(derived.events).byId.get(id as EventId);
  if (fill === undefined) return 'there is no such fill.';
  const other = fillOwners(derived).get(fill.id);
  if (other !== undefined) return `it belongs to ${other}.`;
  return 'it is of another contract, before the plan’s first day, or closes more than the leg has open.';
}

async function save(
  life: LegLife,
  ids: ReadonlySet<EventId>,
  added: ReadonlySet<EventId>,
  derived: Derived,
  context: CallContext,
): Promise<Result<Linked>> {
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const fills = inLedgerOrder(ids, derived.events);
  const kept = fills.map(({ id }) => id);
  const meant: HedgeLeg = { ...life.leg, fills: kept };
  const next = lifeOf(life.plan, meant, derived);
  const identified = lotsOfLegs([next], life.leg.id, derived);
  if (!identified.ok) return identified;
  const lots = identified.value[0] ?? [];
  const record = legFillsRecord(next, lots, derived, context.clock);
  const recorded = { plan: life.plan.id, leg: { ...meant, lots }, fills: next.fills };
  const straddles = straddleRecords([recorded], derived, context.clock);
  const links = { fills: kept, lots };
  const saved = await ledger.write.saveLegFills(life.plan.id, meant.id, links, record, straddles.records);
  if (!saved.ok) return saved;
  const now = await lifeIn(meant.id, context);
  if (!now.ok) return now;
  const late = identificationIssues(
    fills.filter(({ id }) => added.has(id)),
    next,
    lots,
    derived,
    context.clock,
  );
  const linkable = linkableOf(now.value.life, now.value.derived).filter(({ suggested }) => suggested).length;
  return ok({
    leg: legText(now.value.life, linkable, now.value.derived),
    record: recordText(saved.value),
    issues: issueTexts([...late, ...straddles.issues], now.value.derived),
  });
}
