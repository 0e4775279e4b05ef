import type { Account, AccountId } from '../../../../shared/domain/account.ts';
import { accountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { add, isPositive, isZero, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { quantityTimes } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Price, Quantity, Rate } from '../../../../shared/num/types.ts';
import { ELSEWHERE } from '../../../engine/events/own-movement.ts';
import { moneyAsAmount } from '../../../engine/futures/amounts.ts';
import { initialMargin } from '../../../engine/futures/margin/initial-margin.ts';
import type { MarginPosition } from '../../../engine/futures/margin/margin-account.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import type { FuturesPosition } from '../../../engine/futures/position.ts';
import type {
  StressHolding,
  StressLeg,
  StressPool,
  StressPortfolio,
} from '../../../engine/futures/stress/stress-portfolio.ts';
import { settleAmount } from '../../../engine/futures/units.ts';
import type { SettleAmount } from '../../../engine/futures/units.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import { percentText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { marginAccountsOf } from '../hedge/margin-accounts.ts';
import type { LedgerMarginAccount } from '../hedge/margin-accounts.ts';
import type { PlannedLegs } from './planned-legs.ts';

/** Where what lies in wallets of one's own stands in lists of venues. */
export const OWN_WALLETS = 'Own wallets';

/** What a stress test revalues: all that the ledger holds as of its day, and the legs that are only meant. */
export function stressPortfolioOf(derived: Derived, planned: PlannedLegs): StressPortfolio {
  const accounts = marginAccountsOf(derived);
  const ledger = accounts.flatMap((account) => poolsOf(account, derived));
  const { pools, unknown } = withPlanned(ledger, planned, derived);
  return {
    currency: derived.facts.currency,
    holdings: holdingsBeside(pools, derived),
    pools,
    prices: pricesOf(pools, derived),
    legsLeftOut:
      accounts.reduce((count, { unpriced }) => count + unpriced.length, 0) + planned.unknown.length,
    unknown: [...unpricedWords(accounts, derived), ...planned.unknown, ...unknown],
  };
}

/** The venue of an account, or wallets of one's own. */
export function venueOf(account: Account | undefined): string {
  return account === undefined || account.venue === null ? OWN_WALLETS : account.venue;
}

/** The shared part of an account, then each isolated position by itself. */
function poolsOf({ account, margin, positions }: LedgerMarginAccount, derived: Derived): StressPool[] {
  const legs = margin.positions.map((one, place) => ({ one, leg: legOf(one, positions[place]) }));
  const isolated = legs.filter(({ one }) => one.mode === 'isolated');
  const aside = isolated.map(({ one }) => one.isolatedMargin);
  const known = aside.filter((amount) => amount !== null);
  const wallet = subtract(margin.walletBalance, sum(known, nothing));
  const name = derived.accountName(account);
  const frame = {
    account,
    accountName: name,
    venue: venueOf(derived.facts.accounts.get(account)),
    settleAsset: margin.settleAsset,
  };
  const id = `${account} ${margin.settleAsset}`;
  const shared: StressPool = {
    ...frame,
    id,
    isolated: null,
    wallet,
    support: (margin.collateral ?? []).map(({ asset, quantity, weight }) => ({ asset, quantity, weight })),
    legs: legs.filter(({ one }) => one.mode === 'cross').map(({ leg }) => leg),
    unknown:
      known.length === aside.length
        ? null
        : `What is set aside for an isolated position in "${name}" is not known, so neither is what is left for the others.`,
  };
  return [shared, ...isolated.map(({ one, leg }) => isolatedPool(frame, id, one, leg))];
}

const nothing = settleAmount(zeroQuantity);

function isolatedPool(
  frame: Pick<StressPool, 'account' | 'accountName' | 'venue' | 'settleAsset'>,
  id: string,
  { isolatedMargin }: MarginPosition,
  leg: StressLeg,
): StressPool {
  return {
    ...frame,
    id: `${id} ${leg.id}`,
    isolated: leg.id,
    wallet: isolatedMargin ?? nothing,
    support: [],
    legs: [leg],
    unknown:
      isolatedMargin === null
        ? `What is set aside for ${leg.terms.name} in "${frame.accountName}" is not known, so nobody can tell when it would be closed by force.`
        : null,
  };
}

function legOf(
  { terms, side, size, entryValue, at }: MarginPosition,
  position: FuturesPosition | undefined,
): StressLeg {
  const id = position === undefined ? terms.id : positionKey(position);
  return { id, terms, side, size, entryValue, at, planned: false };
}

/** Planned legs share the wallet of an account at their venue where there is one; else a wallet is assumed. */
function withPlanned(
  ledger: readonly StressPool[],
  { legs, margin, backing }: PlannedLegs,
  derived: Derived,
): { readonly pools: readonly StressPool[]; readonly unknown: readonly string[] } {
  const pools = [...ledger];
  const unknown: string[] = [];
  const groups = Map.groupBy(legs, ({ terms }) => `${terms.venue} ${terms.settleAsset}`);
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { venue, settleAsset } = first.terms;
    const given = margin.get(venue);
    const there = pools.findIndex(
      (pool) => isAt(pool.venue, venue) && pool.settleAsset === settleAsset && pool.isolated === null,
    );
    const pool = pools[there];
    const account = given === undefined && pool === undefined ? accountAt(venue, settleAsset, derived) : null;
    if (given === undefined && pool !== undefined) pools[there] = { ...pool, legs: [...pool.legs, ...group] };
    else if (account !== null) pools.push({ ...account, legs: group });
    else {
      const wallet = given === undefined ? assumedWallet(group, backing) : settleAmount(moneyAsAmount(given));
      pools.push(assumedPool(group, venue, settleAsset, wallet));
      if (given === undefined)
        unknown.push(
          `Nothing of yours is known to lie at ${venue}: ${percentText(backing)} of the size of the planned futures is taken to lie there as margin, or what the venue asks where that is more.`,
        );
    }
  }
  return { pools, unknown };
}

/** "Binance" holds the accounts of "Binance USD-M". */
function isAt(accountVenue: string, contractVenue: string): boolean {
  return contractVenue === accountVenue || contractVenue.startsWith(`${accountVenue} `);
}

function accountAt(venue: string, settleAsset: AssetId, derived: Derived): StressPool | null {
  const balances = derived.holdings.holdings.find(({ asset }) => asset === settleAsset)?.byAccount ?? [];
  for (const { account, quantity } of balances) {
    const known = derived.facts.accounts.get(account);
    if (known?.kind !== 'futures' || !isAt(venueOf(known), venue) || !isPositive(quantity)) continue;
    return {
      id: `${account} ${settleAsset}`,
      account,
      accountName: known.name,
      venue: venueOf(known),
      settleAsset,
      isolated: null,
      wallet: settleAmount(quantity),
      support: [],
      legs: [],
      unknown: null,
    };
  }
  return null;
}

function assumedWallet(legs: readonly StressLeg[], backing: Rate): SettleAmount {
  return legs.reduce((total, { terms, side, size, at }) => {
    const value = payoffRules(terms.payoff).valueAt(size, at.price);
    const taken = settleAmount(quantityTimes(value, backing, 'up'));
    const asked = initialMargin(terms, side, size, at) ?? taken;
    return add(total, asked > taken ? asked : taken);
  }, nothing);
}

const PLANNED = accountId('planned');

function assumedPool(
  legs: readonly StressLeg[],
  venue: string,
  settleAsset: AssetId,
  wallet: SettleAmount,
): StressPool {
  return {
    id: `planned ${venue} ${settleAsset}`,
    account: PLANNED,
    accountName: `${venue} (planned)`,
    venue,
    settleAsset,
    isolated: null,
    wallet,
    support: [],
    legs,
    unknown: null,
  };
}

/** All balances but those that stand in pools. What planned pools hold comes out of the user's own money. */
function holdingsBeside(pools: readonly StressPool[], derived: Derived): StressHolding[] {
  const inPools = new Map<string, Quantity>();
  for (const { account, settleAsset, wallet } of pools) {
    const key = `${account} ${settleAsset}`;
    inPools.set(key, add(inPools.get(key) ?? zeroQuantity, wallet));
  }
  const rows = derived.holdings.holdings.flatMap(({ asset, byAccount }) =>
    byAccount
      .filter(({ account }) => account !== ELSEWHERE)
      .map(({ account, quantity }) => holdingOf(account, asset, quantity, inPools, derived)),
  );
  const moved = pools
    .filter(({ account }) => account === PLANNED)
    .map(({ settleAsset, wallet }) => ({
      venue: OWN_WALLETS,
      ownWallet: true,
      asset: settleAsset,
      quantity: negate<Quantity>(wallet),
    }));
  return [...rows, ...moved].filter(({ quantity }) => !isZero(quantity));
}

function holdingOf(
  account: AccountId,
  asset: AssetId,
  quantity: Quantity,
  inPools: ReadonlyMap<string, Quantity>,
  derived: Derived,
): StressHolding {
  const known = derived.facts.accounts.get(account);
  const pooled = inPools.get(`${account} ${asset}`) ?? zeroQuantity;
  return {
    venue: venueOf(known),
    ownWallet: known?.kind === 'wallet' || venueOf(known) === OWN_WALLETS,
    asset,
    quantity: subtract(quantity, pooled),
  };
}

function pricesOf(pools: readonly StressPool[], derived: Derived): ReadonlyMap<AssetId, Price> {
  const assets = new Set<AssetId>([
    ...derived.holdings.holdings.map(({ asset }) => asset),
    ...pools.map(({ settleAsset }) => settleAsset),
    ...pools.flatMap(({ legs }) => legs.flatMap(({ terms }) => [terms.underlying, terms.quote])),
  ]);
  const prices = new Map<AssetId, Price>();
  for (const asset of assets) {
    const known = derived.prices.latest(asset, derived.at);
    if (known !== null) prices.set(asset, known.price);
  }
  return prices;
}

function unpricedWords(accounts: readonly LedgerMarginAccount[], derived: Derived): string[] {
  return accounts.flatMap(({ account, unpriced }) =>
    unpriced.map(
      ({ spec }) =>
        `${spec.name} in "${derived.accountName(account)}" has no price or no known terms: it is in no figure.`,
    ),
  );
}
