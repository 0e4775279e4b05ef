/** Mapped rows about futures: trades with their profit and fee, and positions from opening to closing. */
import type { AssetId } from '../../../shared/domain/asset.ts';
import { type ContractId, contractId } from '../../../shared/domain/contract-spec.ts';
import type { Fill, Leg, PositionSide } from '../../../shared/domain/event.ts';
import type { MappingProfile, Meaning } from '../../../shared/domain/mapping-profile.ts';
import { absolute, isZero, subtract } from '../../../shared/num/arithmetic.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { ReadContext } from '../importer.ts';
import type { Amount, MappedCells } from './mapped-cells.ts';
import type { MappedDraft } from './mapped-draft.ts';
import { feeChange, feeLegs, fundingChange, legOf, moved } from './mapped-legs.ts';
import { pairOf, symbolOf } from './mapped-market.ts';
import { sideOf } from './mapped-trade.ts';

export const NET_OF_FEES = 'profit net of fees';

/** null where the row names none. */
export function contractOf(cells: MappedCells, { contract, pair }: MappingProfile): ContractId | null {
  const text = cells.text('contract');
  return text === '' || contract === null ? null : contractId(contract.venue, symbolOf(text, pair));
}

export function readFill(
  cells: MappedCells,
  profile: MappingProfile,
  meaning: Meaning,
  time: Instant,
  { account }: ReadContext,
): MappedDraft | undefined {
  const contract = contractOf(cells, profile);
  const counted = cells.counted('quantity');
  const price = cells.price();
  if (contract === null) cells.missing('contract');
  if (counted === null || (counted && isZero(counted.quantity))) cells.missing('quantity');
  if (price === null) cells.missing('price');
  const side = meaning.side ?? (counted ? sideOf(cells, profile, counted.quantity) : undefined);
  const positionSide = meaning.positionSide ?? positionSideOf(cells);
  const results = resultsOf(cells, profile, time, account.id);
  if (!contract || !counted || !price || !side || !positionSide || results === undefined) return undefined;
  if (isZero(counted.quantity)) return undefined;
  const fill: Fill = {
    account: account.id,
    contract,
    side,
    quantity: absolute(counted.quantity),
    price,
    positionSide,
  };
  return { time, kind: 'futures-fill', fill, ...results };
}

export function readClosedPosition(
  cells: MappedCells,
  profile: MappingProfile,
  time: Instant,
  { account }: ReadContext,
): MappedDraft | undefined {
  const contract = contractOf(cells, profile);
  if (contract === null) cells.missing('contract');
  const results = resultsOf(cells, profile, time, account.id);
  const opened = cells.opened();
  if (contract === null || results === undefined) return undefined;
  return { time, kind: 'closed-position', contract, ...(opened !== undefined && { opened }), ...results };
}

/** Profit, fee and funding of a row, apart; a profit that is net of them gets them back where the row states them. */
function resultsOf(
  cells: MappedCells,
  profile: MappingProfile,
  time: Instant,
  account: ReadContext['account']['id'],
): { readonly legs: readonly Leg[]; readonly note?: string } | undefined {
  const settle = settleOf(cells, profile, time);
  const profit = cells.amount('profit', 'profit-asset', time, settle);
  const fee = feeChange(cells, profile, time, profit?.asset ?? settle);
  const funding = fundingChange(cells, profile, time, profit?.asset ?? settle);
  if (profit === undefined || fee === undefined || funding === undefined) return undefined;
  const gross = profit && grossOf(profit, fee, funding, profile);
  const isNet = isNetProfit(profile) && fee === null;
  const legs = moved([
    ...(gross === null ? [] : [legOf(account, gross, 'profit')]),
    ...feeLegs(account, fee),
    ...(funding === null ? [] : [legOf(account, funding, 'funding')]),
  ]);
  return { legs, ...(isNet && profit !== null && { note: NET_OF_FEES }) };
}

/** Of fees at least. */
export function isNetProfit({ profit }: MappingProfile): boolean {
  return profit === 'net' || profit === 'net-of-fees';
}

function grossOf(
  profit: Amount,
  fee: Amount | null,
  funding: Amount | null,
  profile: MappingProfile,
): Amount {
  if (!isNetProfit(profile)) return profit;
  const off = profile.profit === 'net' ? [fee, funding] : [fee];
  return off
    .filter((part) => part !== null)
    .filter(({ asset }) => asset === profit.asset)
    .reduce((left, { quantity }) => ({ ...left, quantity: subtract(left.quantity, quantity) }), profit);
}

/** What profit is paid in: linear contracts in the money of their symbol, inverse ones in its coin. */
export function settleOf(
  cells: MappedCells,
  { contract, pair }: MappingProfile,
  time: Instant,
): AssetId | undefined {
  if (contract === null || contract.payoff === null || contract.payoff === 'quanto') return undefined;
  const text = cells.text('contract');
  const parts = text === '' ? null : pairOf(text, pair);
  if (parts === null) return undefined;
  return cells.asset(contract.payoff === 'linear' ? parts.quote : parts.base, time);
}

const oneWay: ReadonlySet<string> = new Set(['', 'both', 'net', 'one-way', 'one way']);

/** undefined of a word that nobody knows, which is told: a wrong guess would join two positions. */
function positionSideOf(cells: MappedCells): PositionSide | undefined {
  const word = cells.word('position-side');
  if (word === 'long' || word === 'short') return word;
  return oneWay.has(word) ? 'one-way' : cells.unknownWord('position-side', ['long', 'short', ...oneWay]);
}
