import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { AccountId } from '../../../../shared/domain/account.ts';
import { accountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import type { AllocationWay, LotChoice } from '../../../../shared/domain/lot-records.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { add, compare } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf, startOfDay } from '../../../../shared/time/time-zone.ts';
import { balancesOf } from '../../../engine/holdings/balances.ts';
import { BASIS_BY_ACCOUNT_FROM } from '../../../engine/tax/jurisdictions/us/lot-law.ts';
import { allocationBody } from '../../../ledger/repositories/lot-record-bodies.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { chosenUnits } from './chosen-units.ts';
import { knownAccount } from './known-account.ts';

/**
 * Records, once, how the basis left at the start of 2025 was divided among the accounts. Whether it was done in time is
 * the taxpayer's to show: the record states what own books hold already.
 * Law: Rev. Proc. 2024-28.
 * Errors: `elections/allocation-fixed`, `elections/allocation-without-effect`, `elections/account-unknown`, `elections/allocation-lot-unknown`,
 * `elections/allocation-lot-less`, `elections/allocation-account-less`, `call/invalid-input`, those of writing.
 */
export const allocateBasis: Handler<'elections.allocate'> = async (request, context) => {
  // What is recorded is recorded now, whatever day is looked at.
  const derived = await derivedOf({ session: context.session, now: context.clock });
  if (!derived.ok) return derived;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const { facts, ofLots } = derived.value;
  const { allocation } = ofLots.onRecord;
  if (allocation !== null) {
    const recorded = dateText(localDateOf(allocation.recordedAt, facts.timeZone));
    return fail('elections/allocation-fixed', { recorded });
  }
  if (ofLots.onRecord.elections.basisBefore2025 === 'account')
    return fail('elections/allocation-without-effect', {});
  const way = wayOf(request.way, derived.value);
  if (!way.ok) return way;
  const body = allocationBody(way.value);
  const stored = await ledger.write.appendRecord({
    kind: 'basis-allocation',
    body,
    recordedAt: context.clock,
  });
  return stored.ok ? ok({ sequence: stored.value.sequence }) : stored;
};

type WayText = CallRequest<'elections.allocate'>['way'];
type Unit = LotChoice & { readonly account: AccountId };

function wayOf(way: WayText, derived: Derived): Result<AllocationWay> {
  return way.kind === 'global' ? globalOf(way, derived) : specificOf(way, derived);
}

function globalOf(
  { accounts, order }: Extract<WayText, { kind: 'global' }>,
  { facts }: Derived,
): Result<AllocationWay> {
  for (const [place, account] of accounts.entries()) {
    const known = knownAccount(account, facts);
    if (!known.ok) return known;
    const field = `way.accounts.${place}`;
    if (accounts.indexOf(account) !== place)
      return fail('call/invalid-input', { field, reason: `${account} is named twice` }, { field });
  }
  return ok({ kind: 'global', accounts: accounts.map(accountId), order });
}

function specificOf(
  way: Extract<WayText, { kind: 'specific-unit' }>,
  derived: Derived,
): Result<AllocationWay> {
  const units: Unit[] = [];
  for (const [place, named] of way.units.entries()) {
    const account = knownAccount(named.account, derived.facts);
    if (!account.ok) return account;
    const choice = chosenUnits(named, `way.units.${place}`);
    if (!choice.ok) return choice;
    units.push({ ...choice.value, account: account.value.id });
  }
  const fits = expectLots(units, derived);
  if (!fits.ok) return fits;
  const held = expectBalances(units, derived);
  return held.ok ? ok({ kind: 'specific-unit', units }) : held;
}

/** Each lot is one from before 2025, and no more of it is allocated than was ever acquired. */
function expectLots(units: readonly Unit[], { lots }: Derived): Result<void> {
  const sums = new Map<LotId, Quantity>();
  for (const { lot, quantity } of units) {
    const origin = lots.originOf(lot);
    if (origin === undefined || origin.acquiredDate >= BASIS_BY_ACCOUNT_FROM)
      return fail('elections/allocation-lot-unknown', { lot }, { field: 'way.units' });
    const sum = add(sums.get(lot) ?? zeroQuantity, quantity);
    sums.set(lot, sum);
    if (compare(sum, origin.quantity) > 0) {
      const words = { lot, quantity: toText(sum), held: toText(origin.quantity), asset: origin.asset };
      return fail('elections/allocation-lot-less', words, { field: 'way.units' });
    }
  }
  return ok(undefined);
}

/** No account is given more of a coin than it held when 2025 began. */
function expectBalances(units: readonly Unit[], derived: Derived): Result<void> {
  const heldAt = heldWhenScopeChanged(derived);
  const sums = new Map<string, Quantity>();
  for (const { lot, account, quantity } of units) {
    const asset = derived.lots.originOf(lot)?.asset;
    if (asset === undefined) continue;
    const key = `${asset} ${account}`;
    const sum = add(sums.get(key) ?? zeroQuantity, quantity);
    sums.set(key, sum);
    const held = heldAt(asset, account);
    if (compare(sum, held) > 0) {
      const words = {
        account: derived.accountName(account),
        asset,
        quantity: toText(sum),
        held: toText(held),
      };
      return fail('elections/allocation-account-less', words, { field: 'way.units' });
    }
  }
  return ok(undefined);
}

function heldWhenScopeChanged({ events, facts }: Derived): (asset: AssetId, account: AccountId) => Quantity {
  const start = startOfDay(BASIS_BY_ACCOUNT_FROM, facts.timeZone);
  const balances = balancesOf(
    events.filter(({ time }) => time < start),
    [],
  );
  return (asset, account) =>
    balances.get(asset)?.find((one) => one.account === account)?.quantity ?? zeroQuantity;
}
