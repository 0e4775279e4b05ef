/**
 * What the types of Kraken's ledger mean.
 * Source: Kraken, "How to interpret Ledger history fields", and the ledgers that BittyTax and everytrade read.
 */
import type { EventKind, IncomeReason, LegRole } from '../../../shared/domain/event.ts';

export interface KrakenWay {
  readonly kind: EventKind;
  readonly role: LegRole;
  readonly reason?: IncomeReason;
  /** The type alone does not say what the row is for tax. */
  readonly isUnclear?: true;
}

export type KrakenMeaning =
  /** One leg of an exchange of coins; its other legs have the same reference. */
  | { readonly shape: 'part'; readonly isConfirmed: boolean }
  /** Between pockets of the account, as into staking. */
  | { readonly shape: 'inside' }
  | { readonly shape: 'alone'; readonly in: KrakenWay; readonly out: KrakenWay };

function both(kind: EventKind, role: LegRole = 'principal'): KrakenMeaning {
  return { shape: 'alone', in: { kind, role }, out: { kind, role } };
}

const unclearWay: KrakenWay = { kind: 'balance-change', role: 'principal', isUnclear: true };

function income(reason: IncomeReason): KrakenMeaning {
  return { shape: 'alone', in: { kind: 'income', role: 'principal', reason }, out: unclearWay };
}

const move: KrakenMeaning = {
  shape: 'alone',
  in: { kind: 'deposit', role: 'principal' },
  out: { kind: 'withdrawal', role: 'principal' },
};
const unclear: KrakenMeaning = { shape: 'alone', in: unclearWay, out: unclearWay };
const part: KrakenMeaning = { shape: 'part', isConfirmed: true };
const inside: KrakenMeaning = { shape: 'inside' };

/** By type, then by "type subtype" where the subtype decides. */
const meanings: ReadonlyMap<string, KrakenMeaning> = new Map<string, KrakenMeaning>([
  ['deposit', move],
  ['withdrawal', move],
  ['trade', part],
  ['spend', part],
  ['receive', part],
  ['settled', part],
  // Outside of trading one coin becomes another, as ICN became ETH.
  ['adjustment', part],
  ['conversion', { shape: 'part', isConfirmed: false }],
  ['margin', both('realised-profit', 'profit')],
  ['margin trade', both('realised-profit', 'profit')],
  ['rollover', both('funding', 'funding')],
  ['staking', income('staking')],
  ['dividend', income('other')],
  ['reward', income('reward')],
  ['invite bonus', income('referral')],
  ['nftrebate', both('rebate', 'rebate')],
  // A fork, an airdrop, a delisting, Kraken's OTC desk.
  ['transfer', unclear],
  ['transfer airdrop', income('airdrop')],
  ['transfer delistingconversion', part],
  ['transfer spottostaking', inside],
  ['transfer stakingfromspot', inside],
  ['transfer stakingtospot', inside],
  ['transfer spotfromstaking', inside],
  ['transfer spottofutures', move],
  ['transfer spotfromfutures', move],
  ['earn', income('staking')],
  ['earn reward', income('staking')],
  ['earn airdrop', income('airdrop')],
  ['earn migration', inside],
  ['earn allocation', inside],
  ['earn autoallocate', inside],
  ['earn autoallocation', inside],
  ['earn deallocation', inside],
  ['earn delistingconversion', part],
]);

/** undefined for a type that nobody knows, and for a subtype of "transfer" or "earn" that nobody knows. */
export function krakenMeaning(type: string, subtype: string): KrakenMeaning | undefined {
  const isDivided = type === 'transfer' || type === 'earn';
  return meanings.get(isDivided && subtype !== '' ? `${type} ${subtype}` : type);
}
