import type { AccountId } from '../../../../shared/domain/account.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { MarginAccount, MarginPosition } from '../../../engine/futures/margin/margin-account.ts';
import type { FuturesPosition } from '../../../engine/futures/position.ts';
import { settleAmount } from '../../../engine/futures/units.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { marginSettingOf } from './margin-setting.ts';

/** What stands behind the open positions of one account that settle in one asset. */
export interface LedgerMarginAccount {
  readonly account: AccountId;
  readonly margin: MarginAccount;
  /** The positions of the ledger, in the order of `margin.positions`. */
  readonly positions: readonly FuturesPosition[];
  /** Open there, but without a price or without known terms: the margin of the others is told without them. */
  readonly unpriced: readonly FuturesPosition[];
}

/**
 * The margin accounts of a ledger as of its day: one for each account and settle asset with something open. The wallet is
 * the account's whole balance of that asset, margins of isolated positions included. A position whose mode nobody has
 * said is taken as cross.
 */
export const marginAccountsOf = keptFor((derived: Derived): readonly LedgerMarginAccount[] => {
  const groups = Map.groupBy(derived.positions.open, ({ account, spec }) => `${account} ${spec.settleAsset}`);
  return [...groups.values()].flatMap((positions) => accountOf(positions, derived) ?? []);
});

function accountOf(positions: readonly FuturesPosition[], derived: Derived): LedgerMarginAccount | null {
  const [first] = positions;
  if (first === undefined) return null;
  const { account, spec } = first;
  const margined = positions.map((position) => ({ position, margin: marginPositionOf(position, derived) }));
  const known = margined.filter(
    (one): one is { position: FuturesPosition; margin: MarginPosition } => one.margin !== null,
  );
  const holding = derived.holdings.holdings.find(({ asset }) => asset === spec.settleAsset);
  const balance = holding?.byAccount.find((one) => one.account === account)?.quantity ?? zeroQuantity;
  return {
    account,
    margin: {
      settleAsset: spec.settleAsset,
      walletBalance: settleAmount(balance),
      positions: known.map(({ margin }) => margin),
    },
    positions: known.map(({ position }) => position),
    unpriced: margined.filter(({ margin }) => margin === null).map(({ position }) => position),
  };
}

function marginPositionOf(position: FuturesPosition, derived: Derived): MarginPosition | null {
  const { side, size, entryValue, averageEntry, contract, spec } = position;
  const terms = derived.facts.termsOf(contract);
  const at = contractPoint(spec, derived.prices, derived.at);
  if (terms === undefined || at === null || side === 'flat' || averageEntry === null) return null;
  const setting = marginSettingOf(derived.facts.settings, position);
  return {
    terms,
    side,
    size,
    entryValue,
    averageEntry,
    at,
    mode: setting?.mode ?? 'cross',
    isolatedMargin: setting?.isolatedMargin ?? null,
  };
}
