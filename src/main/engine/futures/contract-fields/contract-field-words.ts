/** The fields of a contract as text that could be typed again, and in words. */
import { marginTableDocument } from '../../../../shared/domain/margin-table-document.ts';
import type { ContractTerms, EvidentField } from '../../../../shared/domain/contract-terms.ts';
import type { MarginTable } from '../../../../shared/domain/margin-table.ts';
import { isNegative, negate } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { rateTimes, ratio } from '../../../../shared/num/products.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import type { Exact, Money, Quantity, Rate } from '../../../../shared/num/types.ts';
import { moneyAsAmount } from '../amounts.ts';
import { quantityText } from '../../words.ts';
import { sizeText } from './size-unit.ts';

/** What may be typed for each field. */
export const FIELD_HINTS: Readonly<Record<EvidentField, string>> = {
  multiplier: 'a number above zero, such as 0.1',
  quantityUnit: 'contracts, base (coins) or quote (money)',
  quantityStep: 'a number above zero, such as 1 or 0.001',
  minQuantity: 'a number above zero, or unknown',
  maxQuantity: 'a number above zero, or unknown',
  minNotional: 'an amount of the quote money, or unknown',
  priceTick: 'a number above zero, such as 0.5, or unknown',
  expiryRule: 'in words, or unknown',
  settlement: 'cash or coins',
  settlementIndex: 'the name of the index, or unknown',
  fixing: 'an hour with its time zone, such as "16:00 Europe/London", or unknown',
  resets: 'never, daily or settlement',
  takerFee: 'with its unit: "0.05 %", "5 bp" or "0.0005 fraction"; or unknown',
  makerFee: 'with its unit: "0.02 %"; a rebate has a minus; or unknown',
  feePerContract: 'money for one contract and side, such as 1.25, or unknown',
  fundingIntervalHours: 'hours, such as 8, or "480 minutes", or unknown',
  margin:
    '"initial 35%, maintenance 30%", money for each contract as "1200/1000", a table in JSON, or unknown',
  maxLeverage: 'a whole number, such as 20, or unknown',
  liquidation:
    'binance, bybit-entry, bybit-mark, okx, inverse, deribit, kraken, hyperliquid, broker, or unknown',
  section1256: 'yes or no; "yes disputed" where the law is not settled',
  usPersons: 'yes or no, or unknown',
};

/** A field's value as it could be typed; null where it is not known. */
export function fieldText(terms: ContractTerms, field: EvidentField): string | null {
  if (terms[field] === null) return null;
  switch (field) {
    case 'takerFee':
    case 'makerFee':
      return terms[field] === null ? null : percent(terms[field]);
    case 'fixing':
      return terms.fixing === null ? null : `${terms.fixing.time} ${terms.fixing.zone}`;
    case 'margin':
      return terms.margin === null ? null : marginText(terms.margin);
    case 'section1256':
      return `${terms.section1256.status ? 'yes' : 'no'}${terms.section1256.settled ? '' : ' disputed'}`;
    case 'usPersons':
      return terms.usPersons === true ? 'yes' : 'no';
    case 'multiplier':
    case 'quantityStep':
    case 'minQuantity':
    case 'maxQuantity':
    case 'minNotional':
    case 'priceTick':
    case 'feePerContract':
      return terms[field] === null ? null : toText(terms[field]);
    default:
      return String(terms[field]);
  }
}

/** A field's value as one would say it: "0.1 BTC", "0.05 % of the trade's value". */
export function fieldWords(terms: ContractTerms, field: EvidentField): string {
  return terms[field] === null ? (ABSENT_WORDS[field] ?? 'not known') : WORDS_OF[field](terms);
}

/** Where a contract cannot have the field at all, "not known" would be wrong; who reads it knows the contract's kind. */
const ABSENT_WORDS: Partial<Record<EvidentField, string>> = {
  fundingIntervalHours: 'none, or not known',
  fixing: 'none, or not known',
  expiryRule: 'none, or not known',
  maxQuantity: 'no limit known',
  minNotional: 'no limit known',
};

const WORDS_OF: Readonly<Record<EvidentField, (terms: ContractTerms) => string>> = {
  multiplier: sizeText,
  quantityUnit: ({ quantityUnit, underlying, quote }) =>
    quantityUnit === 'contracts'
      ? 'contracts'
      : quantityUnit === 'base'
        ? `coins (${underlying})`
        : `money (${quote})`,
  quantityStep: (terms) => inOrderUnits(terms, terms.quantityStep),
  minQuantity: (terms) => inOrderUnits(terms, terms.minQuantity),
  maxQuantity: (terms) => inOrderUnits(terms, terms.maxQuantity),
  minNotional: ({ minNotional, quote }) => inMoney(minNotional, quote),
  priceTick: ({ priceTick, quote }) => (priceTick === null ? '' : `${toText(priceTick)} ${quote}`),
  expiryRule: ({ expiryRule }) => expiryRule ?? '',
  settlement: ({ settlement, settleAsset, underlying }) =>
    settlement === 'cash' ? `in cash (${settleAsset})` : `in coins (${underlying})`,
  settlementIndex: ({ settlementIndex }) => settlementIndex ?? '',
  fixing: ({ fixing }) => (fixing === null ? '' : `${fixing.time} ${fixing.zone}`),
  resets: ({ resets }) => RESETS[resets],
  takerFee: ({ takerFee }) => feeWords(takerFee),
  makerFee: ({ makerFee }) => feeWords(makerFee),
  feePerContract: ({ feePerContract, quote }) =>
    `${inMoney(feePerContract, quote)} for one contract and side`,
  fundingIntervalHours: ({ fundingIntervalHours }) =>
    fundingIntervalHours === 1 ? 'every hour' : `every ${fundingIntervalHours ?? ''} hours`,
  margin: ({ margin, quote }) => (margin === null ? '' : marginWords(margin, quote)),
  maxLeverage: ({ maxLeverage }) => `${maxLeverage ?? ''} times`,
  liquidation: ({ liquidation }) =>
    liquidation === 'broker'
      ? 'a broker asks for margin; there is no automatic price'
      : `as ${liquidation ?? ''} computes it`,
  section1256: ({ section1256: { status, settled, reason } }) =>
    `${status ? 'yes' : 'no'}${settled ? '' : ', but not settled'}: ${reason}`,
  usPersons: ({ usPersons }) => (usPersons === true ? 'may trade it' : 'may not trade it'),
};

const RESETS: Readonly<Record<ContractTerms['resets'], string>> = {
  never: 'when it is closed',
  daily: 'every day (variation margin)',
  settlement: 'at each settlement row of the export',
};

function inOrderUnits({ quantityUnit, underlying, quote }: ContractTerms, amount: Quantity | null): string {
  if (amount === null) return '';
  if (quantityUnit !== 'contracts') return quantityText(amount, quantityUnit === 'base' ? underlying : quote);
  return quantityText(amount, toText(amount) === '1' ? 'contract' : 'contracts');
}

function inMoney(amount: Money | null, quote: string): string {
  return amount === null ? '' : quantityText(moneyAsAmount(amount), quote);
}

function feeWords(fee: Rate | null): string {
  if (fee === null) return '';
  return isNegative(fee)
    ? `you are paid ${percent(negate(fee))} of the trade's value (a rebate)`
    : `${percent(fee)} of the trade's value`;
}

/** Exact, unlike figures inside sentences: a fee has more than two decimals. */
function percent(share: Rate): string {
  return `${toText(rateTimes(share, rate('100'), 'half-even'))} %`;
}

function marginText(table: MarginTable): string {
  const pair = (initial: Exact, maintenance: Exact): string => `${toText(initial)}/${toText(maintenance)}`;
  switch (table.kind) {
    case 'broker-money':
      return `long ${pair(table.long.initial, table.long.maintenance)}; short ${pair(table.short.initial, table.short.maintenance)}`;
    case 'broker-rates':
      return `long ${percent(table.long.initial)}/${percent(table.long.maintenance)}; short ${percent(table.short.initial)}/${percent(table.short.maintenance)}`;
    case 'flat':
    case 'slope':
    case 'tiers':
      return JSON.stringify(marginTableDocument(table));
  }
}

function marginWords(table: MarginTable, quote: string): string {
  switch (table.kind) {
    case 'broker-money':
      return sides(
        `${inMoney(table.long.initial, quote)} initial, ${inMoney(table.long.maintenance, quote)} maintenance`,
        `${inMoney(table.short.initial, quote)} initial, ${inMoney(table.short.maintenance, quote)} maintenance`,
        'for each contract',
      );
    case 'broker-rates':
      return sides(
        `${percent(table.long.initial)} initial, ${percent(table.long.maintenance)} maintenance`,
        `${percent(table.short.initial)} initial, ${percent(table.short.maintenance)} maintenance`,
        'of the value',
      );
    case 'flat':
      return `${maybe(table.initial)} initial, ${maybe(table.maintenance)} maintenance of the value`;
    case 'slope':
      return `${percent(table.initialBase)} initial and ${percent(table.maintenanceBase)} maintenance, and ${percent(table.perCoin)} more for each coin`;
    case 'tiers':
      return tiersWords(table.tiers);
  }
}

function tiersWords(tiers: Extract<MarginTable, { readonly kind: 'tiers' }>['tiers']): string {
  const first = tiers[0];
  const last = tiers.at(-1);
  if (first === undefined || last === undefined) return 'no tiers';
  if (tiers.length === 1) return `${percent(first.maintenanceRate)} maintenance, one tier`;
  const leverage =
    first.initialRate === null
      ? ''
      : `; up to ${toText(roundTo(ratio(rate('1'), first.initialRate, 'half-even'), 2, 'half-even'))} times in the first`;
  return `${tiers.length} tiers, maintenance ${percent(first.maintenanceRate)} to ${percent(last.maintenanceRate)}${leverage}`;
}

function sides(long: string, short: string, of: string): string {
  return long === short ? `${long} ${of}` : `long ${long}; short ${short} ${of}`;
}

function maybe(share: Rate | null): string {
  return share === null ? 'unknown' : percent(share);
}
