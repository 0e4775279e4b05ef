/** What the ways are compared under: what is typed → the question to the core. An empty field leaves the core's own default. Pure. */
import type { CallInput } from '../../../../shared/contract/contract.ts';
import type { OverlayInput } from '../../../../shared/domain/overlay-choice.ts';
import { readEntry, type EntryRules } from '../../../ui/decimal-entry.ts';

export type Ask = CallInput<'rebalance.alternatives'>;

export interface AskFields {
  /** YYYY-MM-DD; empty for the cheapest day. */
  readonly exitDate: string;
  /** YYYY-MM-DD; empty for the core's own. */
  readonly horizon: string;
  /** Per cent up or down by the horizon, by asset. */
  readonly priceChange: Readonly<Record<string, string>>;
  /** The rest as typed: per cent, or money in `cash`. */
  readonly move: string;
  readonly carry: string;
  readonly discount: string;
  readonly spotFee: string;
  readonly spotSlippage: string;
  readonly futuresSlippage: string;
  readonly marginCost: string;
  readonly cash: string;
}

export const emptyAsk: AskFields = {
  exitDate: '',
  horizon: '',
  priceChange: {},
  move: '',
  carry: '',
  discount: '',
  spotFee: '',
  spotSlippage: '',
  futuresSlippage: '',
  marginCost: '',
  cash: '',
};

export interface CheckedAsk {
  /** null while a field is wrong. */
  readonly ask: Ask | null;
  /** By the field's name; a price change is "price BTC". */
  readonly errors: Readonly<Record<string, string>>;
}

const percent: EntryRules = { percent: true };
const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/u.test(text);

export function checkAsk(fields: AskFields, overlay: OverlayInput, asOf: string): CheckedAsk {
  const errors: Record<string, string> = {};
  const read = (key: string, text: string, rules: EntryRules): string | undefined => {
    const entry = readEntry(text, rules);
    if (entry.ok) return entry.value;
    if (entry.error !== null) errors[key] = entry.error;
    return undefined;
  };
  const day = (key: 'exitDate' | 'horizon'): string | undefined => {
    const text = fields[key];
    if (text === '') return undefined;
    if (!isDate(text)) errors[key] = 'Choose a day';
    else if (text <= asOf) errors[key] = 'The day must lie ahead';
    return text;
  };
  const exitDate = day('exitDate');
  const horizon = day('horizon');
  if (exitDate !== undefined && horizon !== undefined && horizon < exitDate)
    errors['horizon'] = 'The comparison must not end before the hedge does';
  const prices = pricesOf(fields, read, errors);
  const move = read('move', fields.move, { ...percent, zero: false });
  if (move !== undefined && isWhole(move)) errors['move'] = 'Prices cannot fall by 100% or more';
  const rest = {
    exitDate,
    horizon,
    move,
    carryPerYear: read('carry', fields.carry, { ...percent, negative: true }),
    discountPerYear: read('discount', fields.discount, percent),
    spotFee: read('spotFee', fields.spotFee, percent),
    spotSlippage: read('spotSlippage', fields.spotSlippage, percent),
    futuresSlippage: read('futuresSlippage', fields.futuresSlippage, percent),
    marginCostPerYear: read('marginCost', fields.marginCost, percent),
    cash: read('cash', fields.cash, {}),
    prices: prices.length === 0 ? undefined : prices,
  };
  if (Object.keys(errors).length > 0) return { ask: null, errors };
  return { ask: { ...(overlay.contracts.length === 0 ? {} : { overlay }), ...withoutGaps(rest) }, errors };
}

function pricesOf(
  { priceChange }: AskFields,
  read: (key: string, text: string, rules: EntryRules) => string | undefined,
  errors: Record<string, string>,
): { asset: string; change: string }[] {
  return Object.entries(priceChange).flatMap(([asset, text]) => {
    const key = `price ${asset}`;
    const change = read(key, text, { ...percent, negative: true });
    if (change === undefined) return [];
    if (change.startsWith('-') && isWhole(change.slice(1)))
      errors[key] = 'A price cannot fall by 100% or more';
    return [{ asset, change }];
  });
}

/** Is a share one or more? */
function isWhole(share: string): boolean {
  return /^[1-9]/u.test(share);
}

type Filled<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutGaps<T extends object>(parts: T): Filled<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Filled<T>;
}
