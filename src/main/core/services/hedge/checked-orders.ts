/** What a request describes → the orders that are checked. */
import type { CallRequest } from '../../../../shared/contract/contract.ts';
import { accountId } from '../../../../shared/domain/account.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { absolute, add } from '../../../../shared/num/arithmetic.ts';
import { money, price, quantity, rate } from '../../../../shared/num/parse.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { listedContracts } from '../../../engine/futures/contract-lookup.ts';
import type { ValuationPoint } from '../../../engine/futures/payoff/payoff.ts';
import { settleAmount } from '../../../engine/futures/units.ts';
import type { CheckedOrder, OpenPosition } from '../../../engine/futures/watch/checks/checked-order.ts';
import { typedQuantity } from '../../../engine/futures/watch/checks/unit-checks.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import type { ChosenOverlay } from '../targets/overlay-of-request.ts';
import { gapsNow } from './gaps-now.ts';
import { marginSettingOf } from './margin-setting.ts';

type TypedOrder = NonNullable<CallRequest<'hedge.checks'>['orders']>[number];

/** What is decided about a plan beside its orders. */
export interface PlanTerms {
  readonly exit: LocalDate | null;
  /** The multiple that is to be set at the venue; null where nobody says. */
  readonly leverage: string | null;
}

/** The orders of an overlay: Hedgerow sized them, so units and sides are checked against its own figures. */
export function overlayOrders(
  chosen: ChosenOverlay,
  { exit, leverage }: PlanTerms,
  derived: Derived,
): readonly CheckedOrder[] {
  return chosen.legs.map((leg) => {
    const { terms, at } = leg.chosen;
    const side = leg.sized.direction === 'short' ? 'sell' : 'buy';
    const base = baseOrder(leg.asset, terms, at, exit, derived);
    const order: CheckedOrder = {
      ...base,
      side,
      quantity: leg.sized.quantity.amount,
      unit: terms.quantityUnit,
      intendedCoins: absolute<Quantity>(leg.sized.coins),
      leverage: leverage === null ? null : rate(leverage),
      rollsPlanned: true,
      gap: leg.wanted,
    };
    return order;
  });
}

/** An order as typed; what cannot be read is an issue. */
export function typedOrderOf(
  typed: TypedOrder,
  exit: LocalDate | null,
  derived: Derived,
): { readonly order: CheckedOrder | null; readonly issues: readonly Issue[] } {
  const terms = tradable(typed.contract as ContractId, derived);
  if (terms === undefined)
    return {
      order: null,
      issues: [issueOf('hedge/contract-unlisted', 'error', { contract: typed.contract })],
    };
  const amount = typedQuantity(typed.quantity);
  if (amount === null) {
    const values = { typed: typed.quantity, contract: terms.symbol };
    return { order: null, issues: [issueOf('hedge/quantity-not-a-number', 'error', values)] };
  }
  const asset = assetId(typed.asset);
  const at = contractPoint(terms, derived.prices, derived.at);
  const issues = at === null ? [issueOf('hedge/price-none', 'warning', { of: terms.symbol })] : [];
  const account = typed.account === undefined ? null : accountId(typed.account);
  const order: CheckedOrder = {
    ...baseOrder(asset, terms, at, exit, derived),
    side: typed.side,
    quantity: amount,
    unit: typed.unit ?? terms.quantityUnit,
    price: typed.price === undefined ? null : price(typed.price),
    intendedCoins: typed.intended?.coins === undefined ? null : quantity(typed.intended.coins),
    intendedMoney: typed.intended?.money === undefined ? null : money(typed.intended.money),
    reduceOnly: typed.reduceOnly === true,
    positionSide: typed.positionSide ?? 'one-way',
    mode: typed.marginMode ?? null,
    account,
    position: typed.position ?? null,
    leverage: typed.leverage === undefined ? null : rate(typed.leverage),
    rateText: typed.rate ?? null,
    typed: true,
    gap: gapsNow(derived).get(asset) ?? null,
    cash: account === null ? null : settleAmount(balanceOf(account, terms.settleAsset, derived)),
  };
  return { order, issues };
}

function baseOrder(
  asset: AssetId,
  terms: ContractTerms,
  at: ValuationPoint | null,
  exit: LocalDate | null,
  derived: Derived,
): CheckedOrder {
  const { wallets, collateral } = whereHeld(asset, derived);
  return {
    asset,
    terms,
    side: 'sell',
    quantity: zeroQuantity,
    unit: terms.quantityUnit,
    price: null,
    at,
    intendedCoins: null,
    intendedMoney: null,
    reduceOnly: false,
    positionSide: 'one-way',
    mode: null,
    account: null,
    position: null,
    leverage: null,
    rateText: null,
    typed: false,
    gap: null,
    positions: openPositions(derived),
    wallets,
    collateral,
    cash: null,
    asOf: derived.asOf,
    exit,
    rollsPlanned: false,
  };
}

function tradable(contract: ContractId, { facts, asOf }: Derived): ContractTerms | undefined {
  const terms = facts.termsOf(contract);
  return terms?.series === undefined || terms.series === null ? terms : listedContracts([terms], asOf)[0];
}

const openPositions = keptFor((derived: Derived): readonly OpenPosition[] =>
  derived.positions.open.flatMap((position) =>
    position.side === 'flat'
      ? []
      : [
          {
            id: positionKey(position),
            contract: position.contract,
            symbol: position.spec.symbol,
            account: position.account,
            positionSide: position.positionSide,
            direction: position.side,
            quantity: position.quantity,
            mode: marginSettingOf(derived.facts.settings, position)?.mode ?? null,
          },
        ],
  ),
);

/** Coins of an asset outside futures accounts, and inside. */
function whereHeld(asset: AssetId, derived: Derived): { wallets: Quantity; collateral: Quantity } {
  let wallets: Quantity = zeroQuantity;
  let collateral: Quantity = zeroQuantity;
  const holding = derived.holdings.holdings.find((one) => one.asset === asset);
  for (const { account, quantity: amount } of holding?.byAccount ?? []) {
    if (!derived.facts.accounts.has(account)) continue;
    if (derived.futuresAccounts.has(account)) collateral = add(collateral, amount);
    else wallets = add(wallets, amount);
  }
  return { wallets, collateral };
}

function balanceOf(account: CheckedOrder['account'], asset: AssetId, derived: Derived): Quantity {
  const holding = derived.holdings.holdings.find((one) => one.asset === asset);
  return holding?.byAccount.find((one) => one.account === account)?.quantity ?? zeroQuantity;
}
