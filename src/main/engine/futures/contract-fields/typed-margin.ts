/**
 * A margin table as people write it → its canonical JSON, or why not.
 * "initial 35%, maintenance 30%" and "35% / 30%" are shares of the position's value; "1200/1000" is a broker's money for
 * each contract, first initial, then maintenance, with the currency where it could be taken for per cent; "long …; short …" gives the sides apart; a whole table is JSON.
 */
import {
  marginTableDocument,
  marginTableOf,
  type MarginTableDocument,
} from '../../../../shared/domain/margin-table-document.ts';
import type { MarginTable } from '../../../../shared/domain/margin-table.ts';
import { isNegative, isPositive } from '../../../../shared/num/arithmetic.ts';
import { money, parseMoney, parseQuantity, rate } from '../../../../shared/num/parse.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import type { Exact, Rate } from '../../../../shared/num/types.ts';
import { notTyped, typedNumber, typedRate, typedValue, type TypedValue } from './typed-values.ts';

/** In: whether the venue is a broker, whose shares may differ by side. */
export function typedMargin(text: string, isBroker: boolean, currency: string): TypedValue {
  const typed = text.trim();
  if (typed.startsWith('{')) return typedTable(typed);
  const [, long, short] = /^long\s+(.+?)\s*;\s*short\s+(.+)$/iu.exec(typed) ?? [];
  const first = sideOf(long ?? typed, currency);
  const second = short === undefined ? first : sideOf(short, currency);
  if (typeof first === 'string') return notTyped(first);
  if (typeof second === 'string') return notTyped(second);
  if (first.isMoney !== second.isMoney) return notTyped('one side is in money and the other in per cent');
  const sides = { long: numbersOf(first), short: numbersOf(second) };
  if (first.isMoney) return checked({ kind: 'broker-money', ...sides });
  return isBroker || short !== undefined
    ? checked({ kind: 'broker-rates', ...sides })
    : checked({ kind: 'flat', ...sides.long });
}

interface Side {
  readonly isMoney: boolean;
  readonly initial: string;
  readonly maintenance: string;
}

const HUNDRED = money('100');
const EXAMPLE =
  'write "initial 35%, maintenance 30%", "1200/1000" (money for each contract), or a table in JSON';

function sideOf(text: string, currency: string): Side | string {
  const worded = /^initial\s+(.+?)\s*[,;]\s*maintenance\s+(.+)$/iu.exec(text);
  const [, initial, maintenance] = worded ?? /^([^/]+)\/([^/]+)$/u.exec(text) ?? [];
  if (initial === undefined || maintenance === undefined) return `"${text}" is no margin: ${EXAMPLE}`;
  const isMoney = !/%|bp|fraction|percent|per cent/iu.test(text);
  if (isMoney && [initial, maintenance].every(looksLikeShare))
    return `"${text}" could be per cent or money: write "35%/30%" for shares, or the currency with each amount if a contract needs so little, as in "35 ${currency}/30 ${currency}"`;
  const parse = (part: string): TypedValue =>
    isMoney ? typedNumber(part, { units: [currency], zero: 'refused' }) : typedRate(part);
  const first = parse(initial);
  const second = parse(maintenance);
  if (!first.ok) return first.reason;
  if (!second.ok) return second.reason;
  return { isMoney, initial: first.value, maintenance: second.value };
}

/** A bare number up to a hundred: 35 and 0.35 are how people write 35 %. */
function looksLikeShare(part: string): boolean {
  const parsed = parseMoney(part.trim());
  return parsed.ok && parsed.value <= HUNDRED;
}

function numbersOf({ initial, maintenance }: Side): { initial: string; maintenance: string } {
  return { initial, maintenance };
}

function typedTable(text: string): TypedValue {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return notTyped('the table is not valid JSON');
  }
  const reason = shapeFault(document);
  return reason === null ? checked(document as MarginTableDocument) : notTyped(reason);
}

/** Whether the numbers can be what they say they are. */
function checked(document: MarginTableDocument): TypedValue {
  const table = marginTableOf(document);
  const fault = soundness(table);
  return fault === null ? typedValue(JSON.stringify(marginTableDocument(table))) : notTyped(fault);
}

function soundness(table: MarginTable): string | null {
  switch (table.kind) {
    case 'tiers':
      return tiersFault(table.tiers);
    case 'slope':
      return (
        pairFault(table.initialBase, table.maintenanceBase) ??
        (isNegative(table.perCoin) ? 'margin cannot fall as the position grows' : null)
      );
    case 'flat':
      return table.initial === null || table.maintenance === null
        ? null
        : pairFault(table.initial, table.maintenance);
    case 'broker-rates':
      return (
        pairFault(table.long.initial, table.long.maintenance) ??
        pairFault(table.short.initial, table.short.maintenance)
      );
    case 'broker-money':
      return (
        orderFault(table.long.initial, table.long.maintenance) ??
        orderFault(table.short.initial, table.short.maintenance)
      );
  }
}

function pairFault(initial: Rate, maintenance: Rate): string | null {
  if (initial > oneRate || maintenance > oneRate)
    return 'a margin above 100 % of the position is no margin; it looks like per cent where a fraction is expected';
  return orderFault(initial, maintenance);
}

function orderFault<T extends Exact>(initial: T, maintenance: NoInfer<T>): string | null {
  if (!isPositive(initial) || !isPositive(maintenance)) return 'margins are above zero';
  return maintenance > initial ? 'the maintenance margin cannot be above the initial margin' : null;
}

function tiersFault(tiers: Extract<MarginTable, { readonly kind: 'tiers' }>['tiers']): string | null {
  if (tiers.length === 0) return 'the table has no tier';
  for (const [place, tier] of tiers.entries()) {
    const number = place + 1;
    const before = tiers[place - 1];
    if (tier.cap === null && number < tiers.length) return `tier ${number} has no cap, only the last may`;
    if (before !== undefined && before.cap !== null && tier.cap !== null && tier.cap <= before.cap)
      return `tier ${number} ends at or below the one before`;
    if (before !== undefined && tier.maintenanceRate < before.maintenanceRate)
      return `the maintenance rate of tier ${number} is below the one before`;
    if (!isPositive(tier.maintenanceRate) || isNegative(tier.deduction))
      return `tier ${number} has a rate or a deduction that cannot be`;
    const pair = tier.initialRate === null ? null : pairFault(tier.initialRate, tier.maintenanceRate);
    if (pair !== null || tier.maintenanceRate > rate('1')) return `tier ${number}: ${pair ?? 'above 100 %'}`;
  }
  return null;
}

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;
const isDecimal = (value: unknown): boolean => typeof value === 'string' && parseQuantity(value).ok;
const isDecimalOrNull = (value: unknown): boolean => value === null || isDecimal(value);
const isMoneyPair = (value: unknown): boolean =>
  hasShape(value, {
    initial: (one) => typeof one === 'string' && parseMoney(one).ok,
    maintenance: (one) => typeof one === 'string' && parseMoney(one).ok,
  });
const tierShape: Shape = {
  cap: isDecimalOrNull,
  maintenanceRate: isDecimal,
  deduction: isDecimal,
  initialRate: isDecimalOrNull,
};
const SHAPES: Readonly<Record<string, Shape>> = {
  tiers: {
    unit: (value) => value === 'settle-value' || value === 'coins' || value === 'contracts',
    tiers: (value) => Array.isArray(value) && value.every((tier) => hasShape(tier, tierShape)),
  },
  slope: { initialBase: isDecimal, maintenanceBase: isDecimal, perCoin: isDecimal },
  flat: { initial: isDecimalOrNull, maintenance: isDecimalOrNull },
  'broker-rates': { long: isMoneyPair, short: isMoneyPair },
  'broker-money': { long: isMoneyPair, short: isMoneyPair },
};

function shapeFault(document: unknown): string | null {
  const { kind, ...rest } = document as { readonly kind?: unknown };
  const shape = typeof kind === 'string' && Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : undefined;
  if (shape === undefined) return `the table's kind is none of ${Object.keys(SHAPES).join(', ')}`;
  return hasShape(rest, shape)
    ? null
    : `a table of kind ${String(kind)} has exactly ${Object.keys(shape).join(', ')}, with decimals as text such as "0.004"`;
}

function hasShape(value: unknown, shape: Shape): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length === Object.keys(shape).length &&
    entries.every(([key, one]) => Object.hasOwn(shape, key) && shape[key]?.(one) === true)
  );
}
