import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { TransferSide } from '../../../../shared/contract/transfers-calls.ts';
import { assetClass, assetId, type AssetId } from '../../../../shared/domain/asset.ts';
import type { EventId, LedgerEvent } from '../../../../shared/domain/event.ts';
import type { TransferDecision } from '../../../../shared/domain/transfer-decision.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { compare, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type {
  Arrival,
  Departure,
  MovementEnd,
  MovementReason,
  OwnMovement,
} from '../../../engine/events/own-movement.ts';
import { transferSides } from '../../../engine/events/pair-transfers.ts';
import { sideOf } from '../../../engine/events/settled-pairs.ts';
import type { HandlersOf } from '../../call-context.ts';
import { type Derived, derivedOf } from '../../derived.ts';
import { type SidesAbout, sidesAbout } from './sides-about.ts';
import { transferDecisionsIn, TRANSFERS_KEY, transfersDocument } from './kept-decisions.ts';

type Transfers = CallAnswer<'transfers.read'>;

/** As many as anybody looks through. */
const mostCandidates = 5;
const twoDaysMs = 2 * 86_400_000;
const monthMs = 15 * twoDaysMs;

const reasons: Readonly<Record<MovementReason, string>> = {
  'one-row': 'One row states both sides.',
  said: 'You said so.',
  hash: 'Both rows bear the same transaction hash.',
  'stated-fee': 'The amount that arrived is the amount sent less the stated fee, within 48 hours.',
  amount: 'At most 5 % less arrived than was sent, within 48 hours, and nothing fits better.',
  'flat-fee': 'What is missing may be a usual network fee, and neither row fits anything else.',
  'no-arrival': 'No arrival is known.',
};

/** Errors: `transfers.decide`: `transfers/no-such-side`. */
export const transferHandlers: HandlersOf<'transfers.read' | 'transfers.decide'> = {
  'transfers.read': async (_, context) => {
    const derived = await derivedOf(context);
    return derived.ok ? ok(transfersOf(derived.value)) : derived;
  },
  'transfers.decide': async ({ departure, arrival, asset, verdict }, context) => {
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const { ledger } = context.session;
    if (ledger === null) return fail('ledger/locked', {});
    const { settings } = derived.value.facts;
    const said = {
      departure: departure as EventId,
      arrival: arrival as EventId,
      asset: assetId(asset),
    };
    const missing = verdict === null ? null : missingSide(derived.value, said);
    if (missing !== null)
      return fail('transfers/no-such-side', { event: missing, asset }, { event: missing });
    const others = transferDecisionsIn(settings).filter((one) => !meansTheSame(one, said, verdict));
    const decisions = verdict === null ? others : [...others, { ...said, verdict }];
    const saved = await ledger.write.saveSetting(TRANSFERS_KEY, transfersDocument(decisions), context.clock);
    return saved.ok ? ok({}) : saved;
  },
};

type Said = Omit<TransferDecision, 'verdict'>;

/** The same pair; and, where two are said to be one move, what was said of either with another. */
function meansTheSame(
  one: TransferDecision,
  said: Said,
  verdict: TransferDecision['verdict'] | null,
): boolean {
  if (one.asset !== said.asset) return false;
  if (one.departure === said.departure && one.arrival === said.arrival) return true;
  if (verdict !== 'same' || one.verdict !== 'same') return false;
  return one.departure === said.departure || one.arrival === said.arrival;
}

function missingSide({ events }: Derived, { departure, arrival, asset }: Said): string | null {
  const { departures, arrivals } = transferSides(events);
  if (!departures.some((one) => one.event === departure && one.asset === asset)) return departure;
  return arrivals.some((one) => one.event === arrival && one.asset === asset) ? null : arrival;
}

function transfersOf(derived: Derived): Transfers {
  const { events, movements, facts } = derived;
  const { departures, arrivals } = transferSides(events);
  const shown = sidesOf(derived);
  const pairs = movements.movements.filter(({ from, to }) => from.event !== to.event);
  const sidesOfPair = ({ from, to, asset }: OwnMovement): readonly string[] => [
    sideOf({ ...from, asset }),
    sideOf({ ...to, asset }),
  ];
  const taken = new Set(pairs.flatMap(sidesOfPair));
  const certain = new Set(pairs.filter(({ why }) => isCertain(why)).flatMap(sidesOfPair));
  // Money of a state comes from banks and goes to them: its other side is in no file, and it has no cost to ask for.
  const isOpen = (one: Departure | Arrival): boolean =>
    !taken.has(sideOf(one)) && !isStateMoney(one.asset, facts.currency);
  // What was paired by a guess may belong to another row.
  const isFree = (one: Departure | Arrival): boolean => !certain.has(sideOf(one));
  const leaving = departures.filter(isOpen);
  const arriving = arrivals.filter(isOpen);
  const freeDepartures = sidesAbout(departures.filter(isFree));
  const freeArrivals = sidesAbout(arrivals.filter(isFree));
  const known = new Set([...departures, ...arrivals].map(sideOf));
  return {
    pairs: pairs
      .map((movement) => pairOf(movement, shown, freeDepartures))
      .toSorted(byTime(({ departure }) => departure.time)),
    departures: leaving
      .map((one) => ({
        ...shown(one, one.asset, one.sent),
        couldBe: couldBe(freeArrivals, one, ({ received }) => compare(received, one.sent) <= 0).map((other) =>
          shown(other, other.asset, other.received),
        ),
      }))
      .toSorted(byTime(({ time }) => time)),
    arrivals: arriving
      .map((one) => ({
        ...shown(one, one.asset, one.received),
        couldBe: couldBe(freeDepartures, one, ({ sent }) => compare(one.received, sent) <= 0).map((other) =>
          shown(other, other.asset, other.sent),
        ),
        isCoin: assetClass(one.asset, facts.currency) === 'coin',
      }))
      .toSorted(byTime(({ time }) => time)),
    decisions: transferDecisionsIn(facts.settings).map((one) => ({
      ...one,
      inForce:
        known.has(sideOf({ event: one.departure, asset: one.asset })) &&
        known.has(sideOf({ event: one.arrival, asset: one.asset })),
    })),
  };
}

function isCertain(why: MovementReason): boolean {
  return why === 'said' || why === 'hash';
}

/** The rows that a row could be one move with: a month apart at most, and no more may arrive than left. */
function couldBe<Side extends Departure | Arrival>(
  about: SidesAbout<Side>,
  one: Departure | Arrival,
  fits: (other: Side) => boolean,
): readonly Side[] {
  return about(one, monthMs).filter(fits).slice(0, mostCandidates);
}

function isStateMoney(asset: AssetId, currency: AssetId): boolean {
  const kind = assetClass(asset, currency);
  return kind === 'currency' || kind === 'fiat';
}

type Shown = (end: MovementEnd, asset: string, quantity: Quantity) => TransferSide;

function sidesOf({ events, accountName }: Derived): Shown {
  const byId = new Map<string, LedgerEvent>(events.map((event) => [event.id, event]));
  return ({ event, account, time }, asset, quantity) => {
    const source = byId.get(event)?.source;
    return {
      event,
      account,
      accountName: accountName(account),
      asset,
      time: toIso(time),
      quantity: toText(quantity),
      where: source === undefined ? '' : `${source.file}, line ${source.line}`,
    };
  };
}

function pairOf(
  { asset, from, to, sent, received, why }: OwnMovement,
  shown: Shown,
  departures: SidesAbout<Departure>,
): Transfers['pairs'][number] {
  const others = departures({ ...to, asset }, twoDaysMs).filter(
    (one) => one.event !== from.event && compare(one.sent, sent) === 0,
  ).length;
  const doubt =
    isCertain(why) || others === 0
      ? ''
      : ` ${others === 1 ? 'Another row' : `${others} other rows`} of the same amount would fit as well: this is the nearest in time, and a guess.`;
  return {
    asset,
    departure: shown(from, asset, sent),
    arrival: shown(to, asset, received),
    fee: toText(subtract(sent, received)),
    why: `${reasons[why]}${doubt}`,
    by: why === 'said' ? 'said' : why === 'hash' ? 'certain' : 'guess',
  };
}

function byTime<T>(timeOf: (one: T) => string): (a: T, b: T) => number {
  return (a, b) => (timeOf(a) < timeOf(b) ? 1 : timeOf(a) > timeOf(b) ? -1 : 0);
}
