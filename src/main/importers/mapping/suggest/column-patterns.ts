/** Columns whose name is none of the known ones, by the words in it: "Kurs in EUR", "Network cost", "Avg exit (USDT)". */
import type { MappingRole } from '../../../../shared/domain/mapping-profile.ts';

const fee =
  'fees?|commissions?|charges?|costs?|gebühr\\w*|spesen|provision|frais|comisi\\p{L}*|poplat\\p{L}*|手续费';
const coin = 'coin|currency|asset|token|unit|ticker|what|w\\p{L}hrung|moneda|devise|m\\p{L}na';
const price = 'price|px|rate|\\p{L}*kurs|\\p{L}*preis|prix|precio|cena|prezzo|exit|成?交?价格?';
const came = 'in|received?|receiving|incoming|credit|credited|bought|got|zugang|eingang|erhalten|buy|to';
const went = 'out|sent|sending|outgoing|debit|debited|sold|gave|paid|abgang|ausgang|gesendet|sell|from|spent';
const early = 'open\\p{L}*|entry|start\\p{L}*|created?';
const otherPrice = `${early}|mark|liq\\p{L}*|trigger|stop|limit|order|tick|index|funding`;

/** The likelier first. They are asked of `plainWords`, and only where the cells agree. */
const patterns: Readonly<Partial<Record<MappingRole, readonly RegExp[]>>> = {
  time: [
    word('时间|日期|成交时间'),
    word('clos\\p{L}*|exit|filled|executed|completed|settled|confirmed'),
    word('time|date|datetime|timestamp|stamp|moment|when|zeit\\p{L}*|\\p{L}*datum|tag|fecha|hora', early),
  ],
  opened: [word(early)],
  fee: [word(fee, `funding|basis|total|${coin}`)],
  'fee-asset': [both(fee, `${coin}|in`)],
  funding: [word('funding', 'rate')],
  profit: [
    word(
      'pnl|p l|p n l|profits?|gains?|gewinn\\p{L}*|reali[sz]ed|ergebnis|ganancia|zisk',
      'unreali[sz]ed|rate',
    ),
  ],
  'profit-asset': [both('pnl|profit|settle\\p{L}*|margin', coin)],
  'position-side': [both('position', 'side|direction'), both('long', 'short')],
  side: [word('side|direction|action|deed|richtung|seite|sens|lado|buy|what|type|vorgang|art|方向|买卖')],
  type: [
    word(
      'type|kind|operation|category|action|event|vorgang|art|typ|\\p{L}*art|label|what|concepto|movimiento|类型|操作|业务类型',
    ),
  ],
  status: [word('status|state|zustand|estado|statut|stav|状态')],
  received: [begins(came)],
  'received-asset': [begins(`(?:${came}) (?:.* )?(?:${coin})`)],
  sent: [begins(went)],
  'sent-asset': [begins(`(?:${went}) (?:.* )?(?:${coin})`)],
  quote: [word('quote|counter'), both('price|paid', `${coin}|in`)],
  contract: [word('contracts?|perp\\p{L}*|futures?|instrument|symbol|market|product|pair')],
  pair: [word('pair|market|symbol|instrument|product|markt|handelspaar|par|交易对')],
  price: [both('exit|clos\\p{L}*|fill\\p{L}*|deal|exec\\p{L}*', price), word(price, otherPrice)],
  quantity: [
    word(
      'quantity|qty|units?|size|volume|menge|st\\p{L}*ck\\p{L}*|anzahl|filled|executed|ausgef\\p{L}*|cantidad|contracts|lots',
    ),
  ],
  total: [
    word(
      'total|gross|value|gegenwert|proceeds|notional|turnover|summe|wert|consideration|volumen|umsatz|gesamt\\p{L}*|成交额',
    ),
  ],
  amount: [
    word(
      'amount|delta|change|betrag|menge|quantity|qty|units?|value|importe|montant|sum|summe|anzahl|moved|payment|数量|金额',
      'position|rate|price',
    ),
  ],
  asset: [word(`${coin}|币种|货币|krypto\\p{L}*|crypto\\p{L}*|symbol|ccy`, fee)],
  balance: [word('balance|saldo|kontostand|bestand|solde|z\\p{L}statek|余额')],
  id: [word('id|hash|txid|tx|reference|ref|no|nr|beleg\\p{L}*')],
  note: [word('notes?|comments?|remarks?|memo|details|verwendungszweck|counterparty|bemerkung')],
};

export function fitsPattern(role: MappingRole, title: string, at: number): boolean {
  return patterns[role]?.[at]?.test(plainWords(title)) ?? false;
}

/** How many ways of naming it there are, the likelier first. */
export function patternCount(role: MappingRole): number {
  return patterns[role]?.length ?? 0;
}

/** What futures files have and no other: whatever their columns are called. */
export function namesFutures(title: string): boolean {
  return /\b(?:perp\w*|leverage|margin mode|position side|futures?|funding)\b/u.test(plainWords(title));
}

/** "ExecutedAt (UTC+3)" → executed at; "Kurs in EUR" → kurs; "Fee_Coin" → fee coin. */
function plainWords(title: string): string {
  return withoutUnit(title)
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replaceAll(/\([^()]*\)|\[[^[\]]*\]/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const unit =
  /(?:^|[\s(_[-])(?:in )?(EUR|USD|GBP|CHF|CZK|PLN|JPY|CAD|AUD|BRL|TRY|KRW|USDT|USDC|BTC|ETH|€|\$|£)[\s)\]]*$/iu;
const signs: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP' };

/** The coin or currency that a column's name states for all its cells; null where it states none. */
export function unitOf(title: string): string | null {
  const found = unit.exec(title)?.[1];
  return found === undefined ? null : (signs[found] ?? found.toUpperCase());
}

/** "$91,000.00" in every cell → USD. */
export function signOf(cells: readonly string[]): string | null {
  const found = cells.map((cell) => /[€$£]/u.exec(cell)?.[0] ?? '');
  const [first = ''] = found;
  return first !== '' && found.every((sign) => sign === first) ? (signs[first] ?? null) : null;
}

function withoutUnit(title: string): string {
  const rest = title.replace(unit, ' ').trim();
  return rest === '' ? title : rest;
}

/** Holds one of the words, and none of the others. */
function word(words: string, others?: string): RegExp {
  const none = others === undefined ? '' : String.raw`(?!.*(?<!\p{L})(?:${others})(?!\p{L}))`;
  return new RegExp(String.raw`^${none}(?:.*(?<!\p{L}))?(?:${words})(?!\p{L})`, 'u');
}

/** Holds a word of each, in either order. */
function both(one: string, other: string): RegExp {
  const ahead = (words: string): string => String.raw`(?=.*(?<!\p{L})(?:${words})(?!\p{L}))`;
  return new RegExp(`^${ahead(one)}${ahead(other)}`, 'u');
}

function begins(words: string): RegExp {
  return new RegExp(String.raw`^(?:${words})(?!\p{L})`, 'u');
}
