import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Election } from '../../../../shared/domain/hedge.ts';
import { LOT_ELECTIONS } from '../../../../shared/domain/lot-elections.ts';
import type { LotElection } from '../../../../shared/domain/lot-elections.ts';
import { lotMethodWords } from '../../../../shared/domain/lot-method-words.ts';
import type {
  AllocationWay,
  LotChoice,
  LotIdentification,
  StandingOrder,
} from '../../../../shared/domain/lot-records.ts';
import { straddleIdentificationsOf } from '../../../../shared/domain/straddle-identification.ts';
import { ELSEWHERE_ELECTIONS } from '../../../../shared/domain/tax-election-list.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import type { IdentificationUse } from '../../../engine/lots/records/identified-lots.ts';
import { lifeOf } from '../../../engine/lots/records/order-timeline.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { endingTodayOf } from '../hedge/ending-today.ts';
import { contractStatuses } from './contract-statuses.ts';
import { electionNotes } from './election-notes.ts';
import { straddleText } from './straddle-text.ts';
import { namedElections, taxElectionText } from './tax-election-texts.ts';

type Answer = CallAnswer<'elections.read'>;

/** What the law leaves open about lots and futures, what is on record, and what to know before recording more. */
export const readElections: Handler<'elections.read'> = async (_, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { facts, ofLots } = derived.value;
  const { orders, identifications, allocation } = ofLots.onRecord;
  // In a sample today is a day in the past; what is recorded now counts all the same.
  const at = context.session.ledger?.meta.sample == null ? derived.value.at : context.clock;
  const today = localDateOf(context.clock, facts.timeZone);
  return ok({
    elections: LOT_ELECTIONS.map((election) => electionText(election, facts.elections)),
    taxElections: namedElections(derived.value).map((one) => taxElectionText(one, derived.value, today)),
    elsewhere: ELSEWHERE_ELECTIONS.map((one) => ({ ...one })),
    contracts: [...contractStatuses(derived.value)],
    straddles: straddleIdentificationsOf(facts.records).map(straddleText),
    endingToday: [...endingTodayOf(derived.value, context.clock)],
    orders: orders.map((order) => ({
      ...orderText(order, derived.value),
      ...lifeText(order, orders, at),
    })),
    identifications: identifications.map((one) =>
      identificationText(one, ofLots.identified.used.get(one.sequence), derived.value),
    ),
    allocation:
      allocation === null ? null : { way: wayText(allocation.way), recordedAt: toIso(allocation.recordedAt) },
    accounts: [...facts.accounts.values()]
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ id, name, kind }) => ({ account: id, accountName: name, kind })),
    notes: electionNotes(ofLots.onRecord, derived.value),
  });
};

function electionText(
  { id, title, sentence, law, deadline, options, defaultValue }: LotElection,
  made: readonly Election[],
): Answer['elections'][number] {
  const choice = made.find((one) => one.id === id && options.some(({ value }) => value === one.value));
  return {
    id,
    title,
    sentence,
    law,
    deadline,
    options: options.map((option) => ({ ...option })),
    value: choice?.value ?? defaultValue,
    defaultValue,
    madeAt: choice === undefined ? null : toIso(choice.madeAt),
  };
}

type OrderText = Answer['orders'][number];

function lifeText(
  order: StandingOrder,
  orders: readonly StandingOrder[],
  at: Instant,
): Pick<OrderText, 'until' | 'inForce'> {
  const { from, until } = lifeOf(order, orders);
  return {
    until: until === null ? null : toIso(until),
    inForce: from <= at && (until === null || until > at),
  };
}

function orderText(
  order: StandingOrder,
  { facts, accountName }: Derived,
): Omit<OrderText, 'until' | 'inForce'> {
  const { account, method, from, recordedAt, toldBroker, keptElsewhere } = order;
  const where = account === null ? 'all accounts without an order of their own' : accountName(account);
  const day = (time: typeof from): string => dateText(localDateOf(time, facts.timeZone));
  return {
    account,
    accountName: account === null ? null : accountName(account),
    method,
    words: [
      `${where}: ${lotMethodWords[method]}, for sales from ${day(from)}`,
      ...(keptElsewhere ? [`recorded here on ${day(recordedAt)}, kept elsewhere before`] : []),
      ...(toldBroker ? ['the exchange was told'] : []),
    ].join('; '),
    from: toIso(from),
    recordedAt: toIso(recordedAt),
    toldBroker,
    keptElsewhere,
  };
}

function identificationText(
  { sequence, account, asset, lots, recordedAt, toldBroker }: LotIdentification,
  use: IdentificationUse | undefined,
  derived: Derived,
): Answer['identifications'][number] {
  const { accountName } = derived;
  const left = (use?.left ?? []).map(({ quantity }) => quantity);
  return {
    sequence,
    account,
    accountName: accountName(account),
    asset,
    lots: lots.map((choice) => namedLotText(choice, use, derived)),
    recordedAt: toIso(recordedAt),
    toldBroker,
    left: toText(sum(left, zeroQuantity)),
    sales: [...(use?.sales ?? [])],
  };
}

function namedLotText(
  { lot, quantity }: LotChoice,
  use: IdentificationUse | undefined,
  { lots }: Derived,
): Answer['identifications'][number]['lots'][number] {
  const origin = lots.originOf(lot);
  return {
    lot,
    acquiredDate: origin === undefined ? null : dateText(origin.acquiredDate),
    quantity: toText(quantity),
    left: toText(use?.left.find((one) => one.lot === lot)?.quantity ?? zeroQuantity),
  };
}

function wayText(way: AllocationWay): NonNullable<Answer['allocation']>['way'] {
  return way.kind === 'global'
    ? { kind: way.kind, accounts: [...way.accounts], order: way.order }
    : {
        kind: way.kind,
        units: way.units.map((unit) => ({ ...choiceText(unit), account: unit.account })),
      };
}

function choiceText({ lot, quantity }: LotChoice): { lot: string; quantity: string } {
  return { lot, quantity: toText(quantity) };
}
