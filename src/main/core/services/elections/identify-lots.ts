import type { CallRequest } from '../../../../shared/contract/contract.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Account, AccountId } from '../../../../shared/domain/account.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import type { LotChoice } from '../../../../shared/domain/lot-records.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { add, clampToZero, compare, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { identificationBody } from '../../../ledger/repositories/lot-record-bodies.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { chosenUnits } from './chosen-units.ts';
import { knownAccount } from './known-account.ts';

/**
 * Records the lots that the next sales of an asset in an account are of.
 * Errors: `elections/account-unknown`, `elections/lot-not-held`, `elections/lot-held-less`, `call/invalid-input` for a
 * quantity or a lot named twice, those of writing.
 */
export const identifyLots: Handler<'elections.identify'> = async (request, context) => {
  // What is recorded is recorded now, whatever day is looked at.
  const derived = await derivedOf({ session: context.session, now: context.clock });
  if (!derived.ok) return derived;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const account = knownAccount(request.account, derived.value.facts);
  if (!account.ok) return account;
  const asset = assetId(request.asset);
  const lots = lotsOf(request.lots, { account: account.value, asset }, derived.value);
  if (!lots.ok) return lots;
  const toldBroker = request.toldBroker === true;
  const stored = await ledger.write.appendRecord({
    kind: 'lot-identification',
    body: identificationBody({ account: account.value.id, asset, lots: lots.value, toldBroker }),
    recordedAt: context.clock,
  });
  return stored.ok
    ? ok({ sequence: stored.value.sequence, recordedAt: toIso(stored.value.recordedAt) })
    : stored;
};

interface Place {
  readonly account: Account;
  readonly asset: AssetId;
}

/** The lots as they were named, each held there and free as far as it is wanted. */
function lotsOf(
  named: CallRequest<'elections.identify'>['lots'],
  place: Place,
  derived: Derived,
): Result<readonly LotChoice[]> {
  const reserved = reservedIn(place.account.id, derived);
  const lots: LotChoice[] = [];
  for (const [index, one] of named.entries()) {
    const field = `lots.${index}`;
    const choice = chosenUnits(one, field);
    if (!choice.ok) return choice;
    if (lots.some(({ lot }) => lot === choice.value.lot))
      return fail('call/invalid-input', { field, reason: `lot ${one.lot} is named twice` }, { field });
    const free = expectFree(choice.value, place, derived, reserved);
    if (!free.ok) return free;
    lots.push(choice.value);
  }
  return ok(lots);
}

function expectFree(
  { lot, quantity }: LotChoice,
  { account, asset }: Place,
  { heldLots }: Derived,
  reserved: ReadonlyMap<LotId, Quantity>,
): Result<void> {
  const open = heldLots.find((one) => one.id === lot && one.account === account.id && one.asset === asset);
  if (open === undefined)
    return fail('elections/lot-not-held', { lot, asset, account: account.name }, { field: 'lots' });
  const taken = reserved.get(lot) ?? zeroQuantity;
  const free = clampToZero(subtract(open.quantity, taken));
  if (compare(quantity, free) <= 0) return ok(undefined);
  const words = { lot, asset, quantity: toText(quantity), held: toText(open.quantity), taken: toText(taken) };
  return fail('elections/lot-held-less', { ...words, account: account.name }, { field: 'lots' });
}

/** What earlier identifications still keep of each lot for sales to come. */
function reservedIn(account: AccountId, { ofLots }: Derived): ReadonlyMap<LotId, Quantity> {
  const { onRecord, identified } = ofLots;
  const reserved = new Map<LotId, Quantity>();
  for (const identification of onRecord.identifications) {
    if (identification.account !== account) continue;
    for (const { lot, quantity } of identified.used.get(identification.sequence)?.left ?? [])
      reserved.set(lot, add(reserved.get(lot) ?? zeroQuantity, quantity));
  }
  return reserved;
}
