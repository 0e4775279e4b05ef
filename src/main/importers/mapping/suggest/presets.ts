/**
 * Layouts that nobody has shown a file of: what is known of them are words of the exchanges' interfaces. So they are
 * marked unverified, and are the first words that a suggestion looks for, no more.
 * Source: formats.md sections 3 (BingX standard futures: layout not found), 4 (WEEX: names of its interface) and 10
 * (Coinbase Derivatives: no layout found).
 */
import type { AccountKind } from '../../../../shared/domain/account.ts';
import type { Payoff } from '../../../../shared/domain/contract-spec.ts';
import type { MappingProfile, WordMeaning } from '../../../../shared/domain/mapping-profile.ts';
import type { ColumnWords } from './column-words.ts';

export interface Preset {
  readonly id: string;
  readonly name: string;
  /** What it is for, and what of it is not known. */
  readonly words: string;
  /** In a file's name, it means this preset. */
  readonly fileWord: RegExp;
  readonly account: { readonly name: string; readonly kind: AccountKind; readonly venue: string };
  readonly contract: { readonly venue: string; readonly payoff: Payoff };
  readonly pair: { readonly prefix: string; readonly separator: string };
  readonly columns: ColumnWords;
  readonly meanings: readonly WordMeaning[];
  /** Coins that no column names. */
  readonly assets?: MappingProfile['assets'];
}

const inside = { means: 'ignore', rule: 'inside-the-account' } as const;

const weex: Preset = {
  id: 'weex',
  name: 'WEEX (unverified)',
  words:
    "WEEX futures bills and spot records. Nobody has published a file: columns and words are those of WEEX's interface for programs. Compare the preview with what WEEX shows.",
  fileWord: /weex/iu,
  account: { name: 'WEEX Futures', kind: 'futures', venue: 'WEEX' },
  contract: { venue: 'weex', payoff: 'linear' },
  pair: { prefix: 'cmt_', separator: '' },
  columns: {
    time: ['ctime', 'createdtime'],
    type: ['businesstype', 'biztype'],
    id: ['billid'],
    asset: ['coinname', 'coin'],
    amount: ['deltaamount', 'amount'],
    balance: ['afteramount'],
    quantity: ['fillsize'],
    total: ['fillvalue'],
    fee: ['fees', 'fillfee'],
    contract: ['symbol', 'contractsymbol'],
  },
  meanings: [
    { word: 'deposit', means: 'deposit' },
    { word: 'withdraw', means: 'withdrawal' },
    { word: 'transfer_in', means: 'deposit' },
    { word: 'transfer_out', means: 'withdrawal' },
    { word: 'margin_move_in', ...inside },
    { word: 'margin_move_out', ...inside },
    { word: 'order_fix_margin_amount', ...inside },
    { word: 'position_open_long', means: 'realised-profit' },
    { word: 'position_open_short', means: 'realised-profit' },
    { word: 'position_close_long', means: 'realised-profit' },
    { word: 'position_close_short', means: 'realised-profit' },
    { word: 'position_funding', means: 'funding' },
    { word: 'order_fill_fee_income', means: 'rebate' },
    { word: 'order_liquidate_fee_income', means: 'insurance' },
    { word: 'start_liquidate', means: 'liquidation' },
    { word: 'finish_liquidate', means: 'liquidation' },
    { word: 'tracking_follow_pay', means: 'balance-change' },
    { word: 'tracking_system_pre_receive', means: 'balance-change' },
    { word: 'tracking_follow_back', means: 'balance-change' },
    { word: 'tracking_trader_income', means: 'income', reason: 'other' },
    { word: 'tracking_third_party_share', means: 'balance-change' },
  ],
};

const bingxStandard: Preset = {
  id: 'bingx-standard-futures',
  name: 'BingX standard futures (unverified)',
  words:
    'Standard futures of BingX, which are not its perpetual ones. Nobody has published a file: the words are those of the perpetual export.',
  fileWord: /bingx.*standard|standard.*futures/iu,
  account: { name: 'BingX Futures', kind: 'futures', venue: 'BingX' },
  contract: { venue: 'bingx', payoff: 'linear' },
  pair: { prefix: '', separator: '-' },
  columns: {
    opened: ['opentime', 'openingtime'],
    time: ['closetime', 'closingtime', 'time'],
    contract: ['pair', 'symbol', 'futures'],
    quantity: ['quantity'],
    price: ['dealprice', 'closeprice', 'avgprice'],
    profit: ['realizedpnl', 'realisedpnl', 'pnl'],
    fee: ['fee', 'tradingfee'],
    'profit-asset': ['quoteasset'],
  },
  meanings: [
    { word: 'open long', means: 'futures-fill', side: 'buy', positionSide: 'long' },
    { word: 'close long', means: 'futures-fill', side: 'sell', positionSide: 'long' },
    { word: 'open short', means: 'futures-fill', side: 'sell', positionSide: 'short' },
    { word: 'close short', means: 'futures-fill', side: 'buy', positionSide: 'short' },
    { word: 'trading fee', means: 'futures-fee' },
    { word: 'funding fee', means: 'funding' },
    { word: 'realized pnl', means: 'realised-profit' },
    { word: 'transfer', means: 'move' },
  ],
};

const coinbaseDerivatives: Preset = {
  id: 'coinbase-derivatives',
  name: 'Coinbase Derivatives (unverified)',
  words:
    'Futures of Coinbase Financial Markets. It issues statements as PDF; a table has to be made of them by hand. No file has been published.',
  fileWord: /coinbase.*(?:deriv|future|cfm|fcm)/iu,
  account: { name: 'Coinbase Derivatives', kind: 'futures', venue: 'Coinbase' },
  contract: { venue: 'coinbase-derivatives', payoff: 'linear' },
  // Its contracts are named by their end ("BIT-28NOV25-CDE"), and all pay in dollars.
  assets: { 'profit-asset': 'USD', 'fee-asset': 'USD' },
  pair: { prefix: '', separator: '-' },
  columns: {
    time: ['tradedate', 'date', 'time'],
    contract: ['contract', 'product', 'symbol', 'contractdescription'],
    quantity: ['contracts', 'quantity', 'qty', 'size'],
    price: ['tradeprice', 'price'],
    profit: ['realizedpl', 'realizedpnl', 'pl', 'profitloss'],
    fee: ['commissionsfees', 'totalfees', 'fees', 'commission'],
  },
  meanings: [
    { word: 'buy', means: 'futures-fill', side: 'buy' },
    { word: 'sell', means: 'futures-fill', side: 'sell' },
    { word: 'funding', means: 'funding' },
    { word: 'commission', means: 'futures-fee' },
    { word: 'transfer', means: 'move' },
  ],
};

export const presets: readonly Preset[] = [weex, bingxStandard, coinbaseDerivatives];
