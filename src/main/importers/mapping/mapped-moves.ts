/** Mapped rows that move balances without a trade: deposits, income, fees, funding, profit … */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { EventKind, Leg, LegRole } from '../../../shared/domain/event.ts';
import type {
  MappingMeans,
  MappingProfile,
  MappingRole,
  Meaning,
} from '../../../shared/domain/mapping-profile.ts';
import { absolute, isNegative, negate } from '../../../shared/num/arithmetic.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { ReadContext } from '../importer.ts';
import type { Amount, MappedCells } from './mapped-cells.ts';
import type { MappedDraft } from './mapped-draft.ts';
import { contractOf, isNetProfit, NET_OF_FEES, settleOf } from './mapped-futures.ts';
import { isCoin } from './mapped-market.ts';
import { feeChange, feeLegs, legOf, moved, withoutFee } from './mapped-legs.ts';

export type MoveMeans = Exclude<
  MappingMeans,
  'trade' | 'trade-or-move' | 'futures-fill' | 'closed-position' | 'ignore'
>;

/** What the amount's sign is where the file writes none; by the file where it is not here. */
const signs: Readonly<Partial<Record<MoveMeans, 1 | -1>>> = {
  deposit: 1,
  'gift-received': 1,
  withdrawal: -1,
  spend: -1,
  'gift-sent': -1,
  donation: -1,
  loss: -1,
};

const legRoles: Readonly<Partial<Record<MoveMeans, LegRole>>> = {
  fee: 'fee',
  'futures-fee': 'fee',
  funding: 'funding',
  'realised-profit': 'profit',
  settlement: 'profit',
  liquidation: 'profit',
  insurance: 'insurance',
  rebate: 'rebate',
};

/** Where the amount stands if no column is the amount's. */
const ownColumns: Readonly<Partial<Record<MoveMeans, MappingRole>>> = {
  fee: 'fee',
  'futures-fee': 'fee',
  funding: 'funding',
  'realised-profit': 'profit',
  settlement: 'profit',
  liquidation: 'profit',
};

export function readMove(
  cells: MappedCells,
  profile: MappingProfile,
  meaning: Meaning & { readonly means: MoveMeans },
  time: Instant,
  { account }: ReadContext,
): MappedDraft | undefined {
  const { means } = meaning;
  const contract = contractOf(cells, profile);
  const settle = contract === null ? undefined : settleOf(cells, profile, time);
  const amounts = amountsOf(cells, means, time, settle);
  if (amounts === undefined) return undefined;
  const isFee = means === 'fee' || means === 'futures-fee';
  // The fee column is what a row about fees tells of; beside another amount it is a cost of its own.
  const ownFee = isFee && amounts.from === 'fee';
  const fee = ownFee ? null : feeChange(cells, profile, time, amounts.list[0]?.asset);
  if (fee === undefined) return undefined;
  const signed = amounts.list.map((amount) => signedAs(means, amount, profile, amounts.from));
  const legs = signed.map((amount) =>
    legOf(account.id, withoutFee(amount, fee, profile), legRoles[means] ?? 'principal'),
  );
  const all = moved([...legs, ...feeLegs(account.id, fee)]).map((leg) => asRebate(leg));
  const isNet = legRoles[means] === 'profit' && isNetProfit(profile);
  const isAgainst = signs[means] === 1 && all.some((leg) => isPrincipalOut(leg));
  if (isAgainst) cells.row.warn('import/unclear-type', { type: cells.text('type') || means }, means);
  return {
    time,
    kind: isAgainst ? 'balance-change' : kindOf(means, all),
    legs: withBalance(cells, all),
    ...(contract !== null && { contract }),
    ...(means === 'income' && { reason: meaning.reason ?? 'other' }),
    ...(isNet && { note: NET_OF_FEES }),
  };
}

interface Amounts {
  readonly list: readonly Amount[];
  readonly from: MappingRole;
}

function amountsOf(
  cells: MappedCells,
  means: MoveMeans,
  time: Instant,
  settle: AssetId | undefined,
): Amounts | undefined {
  if (cells.text('amount') !== '') return listOf(cells.amount('amount', 'asset', time, settle), 'amount');
  const received = cells.unsigned('received', 'received-asset', time);
  const sent = cells.unsigned('sent', 'sent-asset', time);
  if (received === undefined || sent === undefined) return undefined;
  const list = [received, sent && { ...sent, quantity: negate(sent.quantity) }].filter(
    (amount) => amount !== null,
  );
  if (list.length > 0) return { list, from: received === null ? 'sent' : 'received' };
  if (!cells.has('amount') && cells.has('quantity')) {
    const beside = amountBesideTrades(cells, time);
    if (beside !== null) return listOf(beside, 'amount');
  }
  const own = ownColumns[means];
  if (own !== undefined && cells.text(own) !== '') {
    return listOf(cells.amount(own, own === 'fee' ? 'fee-asset' : 'profit-asset', time, settle), own);
  }
  return cells.missing(cells.has('amount') || own === undefined ? 'amount' : own);
}

/** A deposit in a file of trades: how many coins, else how much money. null where the row states neither. */
function amountBesideTrades(cells: MappedCells, time: Instant): Amount | null | undefined {
  const market = cells.text('base') === '' ? cells.text('pair') : '';
  const coin = isCoin(market) ? cells.asset(market, time) : undefined;
  const coins = cells.amount('quantity', 'base', time, coin);
  return coins === null ? cells.amount('total', 'quote', time, coin) : coins;
}

function listOf(amount: Amount | null | undefined, from: MappingRole): Amounts | undefined {
  return amount ? { list: [amount], from } : undefined;
}

function signedAs(
  means: MoveMeans,
  amount: Amount,
  { fees, funding }: MappingProfile,
  from: MappingRole,
): Amount {
  const turned = { ...amount, quantity: negate(amount.quantity) };
  const sign = signs[means];
  // Files write what left without a minus; none writes what came with one, unless it went back.
  if (sign === 1) return amount;
  if (sign === -1) return { ...amount, quantity: negate(absolute(amount.quantity)) };
  if (from === 'received' || from === 'sent') return amount;
  if (means === 'fee' || means === 'futures-fee') return fees.sign === 'negative-is-cost' ? amount : turned;
  return means === 'funding' && funding === 'positive-is-paid' ? turned : amount;
}

/** A fee that came in is one given back. */
function asRebate(leg: Leg): Leg {
  return leg.role === 'fee' && !isNegative(leg.quantity) ? { ...leg, role: 'rebate' } : leg;
}

function kindOf(means: MoveMeans, legs: readonly Leg[]): EventKind {
  if (means === 'move') return legs.some((leg) => isPrincipalOut(leg)) ? 'withdrawal' : 'deposit';
  const isFee = means === 'fee' || means === 'futures-fee';
  // A row about a position whose amount is zero states its fee alone.
  if (legRoles[means] === 'profit' && legs.length > 0 && legs.every(({ role }) => role === 'fee'))
    return 'futures-fee';
  return isFee && legs.length > 0 && legs.every(({ role }) => role === 'rebate') ? 'rebate' : means;
}

function isPrincipalOut({ role, quantity }: Leg): boolean {
  return role === 'principal' && isNegative(quantity);
}

function withBalance(cells: MappedCells, legs: readonly Leg[]): readonly Leg[] {
  const balance = cells.counted('balance');
  const [first, ...others] = legs;
  return !balance || first === undefined ? legs : [{ ...first, balanceAfter: balance.quantity }, ...others];
}
