import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import type { Trace } from '../../../../shared/domain/trace.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { rowIdOf } from '../../../engine/events/decided-rows.ts';
import { explain } from '../../../engine/explain/explain.ts';
import { explainContext } from '../../../engine/explain/explain-context.ts';
import type { ExplainContext, Explainable } from '../../../engine/explain/explain-context.ts';
import { orderTimelines } from '../../../engine/lots/records/order-timeline.ts';
import type { ReadableLedger } from '../../../ledger/ledger.ts';
import type { CallContext, HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { electionTrace } from '../elections/election-trace.ts';
import { legTrace } from '../hedge/leg-trace.ts';
import { clockedHoldings, lotClocksOf } from './lot-clocks.ts';
import { hedgedAlready } from '../targets/hedged-already.ts';
import { keptFor } from '../../kept-for.ts';
import { exitPlansAhead } from '../projection/exit-plans-ahead.ts';
import { explainedProjection } from '../projection/explained-projection.ts';
import { explainedForm } from '../reports/explained-form.ts';
import { traceText } from '../trace-text.ts';

type Rows = CallAnswer<'holdings.explain'>['rows'];

/** As many rows of exports as a person looks through. */
const MOST_ROWS = 500;

export const explainHandlers: HandlersOf<'holdings.explain'> = {
  'holdings.explain': async ({ id }, context) => {
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const { ledger } = context.session;
    if (ledger === null) return fail('ledger/locked', {});
    const found =
      explainedLeg(id, derived.value) ??
      explainedElection(id, derived.value) ??
      (await projected(id, derived.value, context)) ??
      explainedForm(id, derived.value) ??
      explained(id, contextOf(derived.value));
    if (found === null) return fail('explain/unknown', { id }, { field: 'id' });
    const { trace } = found;
    const named = withOtherRows([...eventsIn(trace)], derived.value.facts.assembly);
    const rows = await rowsOf(named.slice(0, MOST_ROWS), ledger.read);
    return ok({ id: found.id, title: trace.label, trace: traceText(trace), rows });
  },
};

/** Figures of years ahead have saved exit plans in them, whose markets are asked for. */
async function projected(
  id: string,
  derived: Derived,
  context: Pick<CallContext, 'session'>,
): Promise<{ id: string; trace: Trace } | null> {
  if (!id.startsWith('projection:')) return null;
  return explainedProjection(id, derived, (await exitPlansAhead(derived, context)).counted);
}

/** Figures of hedge legs are made of what plans say, which the engine's explanations do not read. */
function explainedLeg(id: string, derived: Derived): { id: string; trace: Trace } | null {
  const trace = id.startsWith('leg:') ? legTrace(id, derived) : null;
  return trace === null ? null : { id, trace };
}

/** What a choice would change is made of what-ifs, which the engine's explanations do not read. */
function explainedElection(id: string, derived: Derived): { id: string; trace: Trace } | null {
  const trace = id.startsWith('election:') ? electionTrace(id, derived) : null;
  return trace === null ? null : { id, trace };
}

/** Lists show the bare ids of lots and events: one without its kind is a lot's where there is such a lot, else an event's. */
const BARE = ['', 'lot:', 'event:'];

function explained(asked: string, context: ExplainContext): { id: string; trace: Trace } | null {
  for (const kind of BARE) {
    const id = `${kind}${asked}`;
    const trace = explain(id, context);
    if (trace !== null) return { id, trace };
  }
  return null;
}

/** What explanations look up, made once for each state of the ledger. */
const contextOf = keptFor((derived: Derived) => explainContext(explainableOf(derived)));

/** What explanations are built from, of a ledger: each part is computed when one asks for it. */
function explainableOf(derived: Derived): Explainable {
  const { events, prices, futuresAccounts, at, asOf, facts } = derived;
  const { onRecord, identified, options } = derived.ofLots;
  let hedged: ReturnType<typeof hedgedAlready> | undefined;
  return {
    events,
    prices,
    futuresAccounts,
    at,
    asOf,
    timeZone: facts.timeZone,
    lotOptions: options,
    get movements() {
      return derived.movements.movements;
    },
    get lots() {
      return derived.lots;
    },
    get holdings() {
      return clockedHoldings(derived);
    },
    get positions() {
      return derived.positions.positions;
    },
    get results() {
      return derived.positions.results;
    },
    get taxYears() {
      return derived.taxYears;
    },
    clocks: () => lotClocksOf(derived),
    hedged: () => (hedged ??= hedgedAlready(derived)),
    accountName: (account) => derived.accountName(account),
    orderAt: orderTimelines(onRecord.orders, onRecord.context),
    identificationOf: (sale) => identified.decidedBy.get(sale) ?? null,
  };
}

/** The events that a trace names, each once, in the order in which it names them. */
function eventsIn(trace: Trace, found: Set<EventId> = new Set()): ReadonlySet<EventId> {
  for (const event of trace.events ?? []) found.add(event);
  for (const part of trace.parts ?? []) eventsIn(part, found);
  return found;
}

async function rowsOf(events: readonly EventId[], ledger: ReadableLedger): Promise<Rows> {
  const rows: Rows = [];
  for (const event of events) {
    const row = await ledger.eventRow(rowIdOf(event));
    if (row !== undefined) rows.push({ event, file: row.file, line: row.line, raw: row.raw });
  }
  return rows;
}

/** Each event's own row, then those that were put together with it. */
function withOtherRows(
  events: readonly EventId[],
  assembly: Derived['facts']['assembly'],
): readonly EventId[] {
  const others = otherRowsOf(assembly);
  return others.size === 0 ? events : events.flatMap((event) => [event, ...(others.get(event) ?? [])]);
}

/** The rows of each event besides its own. */
const otherRowsOf = keptFor(({ eventOf }: Derived['facts']['assembly']) => {
  const others = new Map<EventId, EventId[]>();
  for (const [row, event] of eventOf) {
    const list = others.get(event);
    if (list === undefined) others.set(event, [row]);
    else list.push(row);
  }
  return others;
});
