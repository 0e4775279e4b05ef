/** What words of a type column usually mean. A guess that the user sees and changes; whoever knows better is asked first. */
import type { Meaning } from '../../../../shared/domain/mapping-profile.ts';

/** In small letters; the first that the word has in it counts. */
const known: readonly (readonly [RegExp, Meaning])[] = [
  [/cancel|fail|reject|expire|pending/u, { means: 'ignore', rule: 'not-final' }],
  [/open.?long|long.?open|buy.?long/u, { means: 'futures-fill', side: 'buy', positionSide: 'long' }],
  [/close.?long|long.?close|sell.?long/u, { means: 'futures-fill', side: 'sell', positionSide: 'long' }],
  [/open.?short|short.?open|sell.?short/u, { means: 'futures-fill', side: 'sell', positionSide: 'short' }],
  [/close.?short|short.?close|buy.?short/u, { means: 'futures-fill', side: 'buy', positionSide: 'short' }],
  [/funding|finanzierung/u, { means: 'funding' }],
  [/insurance|clawback/u, { means: 'insurance' }],
  [/liquidat/u, { means: 'liquidation' }],
  [/rebate|kickback|cash.?back|fee.?return/u, { means: 'rebate' }],
  [/margin.?move|inside|between wallets|internal/u, { means: 'ignore', rule: 'inside-the-account' }],
  [/reali[sz]ed|pnl|profit|closed?.?position/u, { means: 'realised-profit' }],
  [/settle|deliver|expiry/u, { means: 'settlement' }],
  [/commission|trading.?fee|order.?fee|taker|maker/u, { means: 'futures-fee' }],
  [/referral|affiliate/u, { means: 'income', reason: 'referral' }],
  [/stak|validator|inflation|delegat/u, { means: 'income', reason: 'staking' }],
  [/interest|lending|saving|earn|zins|intér[eê]t|inter[eé]s/u, { means: 'income', reason: 'interest' }],
  [/airdrop|fork|distribution/u, { means: 'income', reason: 'airdrop' }],
  [/mining|masternode/u, { means: 'income', reason: 'mining' }],
  [/reward|bonus|promo|gift.?card/u, { means: 'income', reason: 'reward' }],
  [/gift.*(?:sent|out|given)/u, { means: 'gift-sent' }],
  [/gift/u, { means: 'gift-received' }],
  [/donat|charity/u, { means: 'donation' }],
  [/lost|stolen|theft|hack/u, { means: 'loss' }],
  [/withdr|transfer.?out|sent|send|payout|auszahl|retir|ausgang|提现|提币|转出/u, { means: 'withdrawal' }],
  [/deposit|transfer.?in|receive|top.?up|einzahl|eingang|dépôt|充值|充币|存入|转入/u, { means: 'deposit' }],
  [/transfer|move|übertrag/u, { means: 'move' }],
  // "Verkauf" has "Kauf" in it.
  [/sell|sold|dispos|verkauf|venta|vente|prodej|продать|卖出/u, { means: 'trade', side: 'sell' }],
  [/buy|bought|purchase|acqui|kauf|compra|achat|nákup|купить|买入/u, { means: 'trade', side: 'buy' }],
  [/trade|swap|convert|exchange|match|fill|tausch/u, { means: 'trade' }],
  [/fee|gebühr|poplatek/u, { means: 'fee' }],
  [/spend|payment|card|purchase/u, { means: 'spend' }],
  [/income|received/u, { means: 'income', reason: 'other' }],
];

/** null where nobody can guess. In: `isFutures`, whether the file's trades are of contracts. */
export function meaningOfWord(word: string, isFutures: boolean): Meaning | null {
  const small = word.toLowerCase();
  const found = known.find(([pattern]) => pattern.test(small))?.[1];
  if (found === undefined) return null;
  if (!isFutures || found.means !== 'trade') return found;
  return { ...found, means: 'futures-fill' };
}

const buyWords =
  /^(?:buy|b|bid|bought|acquired|purchased?|long|kauf|kaufen|gekauft|compra|comprar|achat|acheter|nákup|купить|买入|1)$/u;
const sellWords =
  /^(?:sell|s|ask|sold|disposed|sale|short|verkauf|verkaufen|verkauft|venta|vender|vente|vendre|prodej|продать|卖出|2)$/u;

export function isBuyWord(word: string): boolean {
  return buyWords.test(word.toLowerCase());
}

export function isSellWord(word: string): boolean {
  return sellWords.test(word.toLowerCase());
}

const finalWords =
  /^(?:completed?|success(?:ful(?:ly)?)?|filled|finished|done|deal|part_deal|closed|confirmed|settled|credited.*|sent|executed|ok|withdrawal successful|partially.?filled|ausgeführt|abgeschlossen|erledigt|bestätigt|erfolgreich|completad[oa]|terminée?|dokončeno|已完成|成功)$/u;

const openWords =
  /^(?:cancel(?:l?ed)?|fail(?:ed|ure)?|reject(?:ed)?|expired|refunded|reverted|open|new|pending|processing|in progress|waiting|awaiting .*|unpaid|storniert|abgebrochen|fehlgeschlagen|abgelehnt|offen|ausstehend|in bearbeitung|cancelad[oa]|pendiente|annulée?|en cours|zrušeno|已取消|失败)$/u;

/** Of a status column: whether something moved; null where nobody can guess. */
export function isFinalWord(word: string): boolean | null {
  if (finalWords.test(word.toLowerCase())) return true;
  return openWords.test(word.toLowerCase()) ? false : null;
}
