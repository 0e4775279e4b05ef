/** The form of an exit plan: what is typed → what the core is asked. What is empty is left to the core's defaults. Pure. */
import type { CallInput } from '../../../../shared/contract/contract.ts';
import { percentEntry, readEntry, type EntryRules } from '../../../ui/decimal-entry.ts';

/** The assumptions and limits that a plan, its calendar, its scenarios and its sensitivity are asked with. */
export type ExitRequest = CallInput<'exit.plan'>;

/** What becomes of one coin, as typed; both empty: as the targets ask. */
export interface GoalDraft {
  readonly key: string;
  readonly asset: string;
  readonly does: 'sell' | 'buy';
  readonly quantity: string;
}

export interface PeriodDraft {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

export interface PriceTargetDraft {
  readonly key: string;
  readonly asset: string;
  readonly is: 'above' | 'below';
  readonly price: string;
  readonly by: string;
}

/** All texts as typed. Shares are per cent. */
export interface ExitDraft {
  readonly horizon: string;
  readonly mayHedge: boolean;
  /** A coin → the contract to hedge it with; '' for none. Missing: the most fitting. */
  readonly contracts: Readonly<Record<string, string>>;
  /** Per cent up or down by the end, by coin. */
  readonly prices: Readonly<Record<string, string>>;
  readonly carry: string;
  readonly discount: string;
  readonly marginCost: string;
  readonly spotFee: string;
  readonly spotSlippage: string;
  readonly futuresSlippage: string;
  readonly band: string;
  /** How far all coins together may stand off. */
  readonly bandTogether: string;
  readonly cash: string;
  readonly minTicket: string;
  readonly perDay: Readonly<Record<string, string>>;
  readonly seconds: string;
  readonly tryRegimes: boolean;
  readonly goals: readonly GoalDraft[];
  readonly ownDates: readonly string[];
  readonly noTrade: readonly PeriodDraft[];
  readonly priceTargets: readonly PriceTargetDraft[];
  readonly keepLots: readonly string[];
  /** A year → ordinary income. */
  readonly income: Readonly<Record<number, string>>;
}

export const emptyExitDraft: ExitDraft = {
  horizon: '',
  mayHedge: true,
  contracts: {},
  prices: {},
  carry: '',
  discount: '',
  marginCost: '',
  spotFee: '',
  spotSlippage: '',
  futuresSlippage: '',
  band: '',
  bandTogether: '',
  cash: '',
  minTicket: '',
  perDay: {},
  seconds: '',
  tryRegimes: false,
  goals: [],
  ownDates: [],
  noTrade: [],
  priceTargets: [],
  keepLots: [],
  income: {},
};

export interface CheckedExit {
  /** null while a field is wrong. */
  readonly request: ExitRequest | null;
  /** "horizon", "price BTC", "perDay BTC", "goal 1", "own 0", "period 1", "target 1", "income 2027" and the fields' names. */
  readonly errors: Readonly<Record<string, string>>;
}

const day = /^\d{4}-\d\d-\d\d$/u;

type Read = (key: string, text: string, rules: EntryRules) => string | undefined;
type Errors = Record<string, string>;

/** In: `asOf`, before which nothing can be planned; the hedge to open, if one may be opened. */
export function checkExit(draft: ExitDraft, asOf: string, overlay: ExitRequest['overlay']): CheckedExit {
  const errors: Errors = {};
  const read: Read = (key, text, rules) => {
    const entry = readEntry(text, rules);
    if (entry.ok) return entry.value;
    if (entry.error !== null) errors[key] = entry.error;
    return undefined;
  };
  const whole: Readonly<Record<string, unknown>> = {
    overlay: draft.mayHedge && overlay !== undefined && overlay.contracts.length > 0 ? overlay : undefined,
    horizon: dayOf('horizon', draft.horizon, asOf, errors),
    ...sharesOf(draft, read),
    cash: read('cash', draft.cash, {}),
    minTicket: read('minTicket', draft.minTicket, {}),
    seconds: secondsOf(read('seconds', draft.seconds, { zero: false }), errors),
    tryRegimes: draft.tryRegimes || undefined,
    prices: pricesOf(draft, read, errors),
    perDay: byKey(draft.perDay, (asset, text) => {
      const quantity = read(`perDay ${asset}`, text, { zero: false });
      return quantity === undefined ? [] : [{ asset, quantity }];
    }),
    goals: draft.goals.flatMap(({ key, asset, does, quantity: typed }) => {
      const quantity = read(`goal ${key}`, typed, { zero: false });
      return quantity === undefined ? [] : [{ asset, [does]: quantity }];
    }),
    ownDates: draft.ownDates.flatMap((date, index) => dayOf(`own ${index}`, date, asOf, errors) ?? []),
    noTrade: periodsOf(draft, errors),
    priceTargets: targetsOf(draft, asOf, read, errors),
    keepLots: draft.keepLots,
    income: byKey(draft.income, (year, text) => {
      const ordinaryIncome = read(`income ${year}`, text, {});
      return ordinaryIncome === undefined ? [] : [{ year: Number(year), ordinaryIncome }];
    }),
  };
  const said = Object.entries(whole).filter(
    ([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0),
  );
  return {
    request: Object.keys(errors).length > 0 ? null : (Object.fromEntries(said) as ExitRequest),
    errors,
  };
}

function sharesOf(draft: ExitDraft, read: Read): Partial<Record<keyof ExitRequest, string | undefined>> {
  return {
    carryPerYear: read('carry', draft.carry, { percent: true, negative: true }),
    discountPerYear: read('discount', draft.discount, { percent: true }),
    marginCostPerYear: read('marginCost', draft.marginCost, { percent: true }),
    spotFee: read('spotFee', draft.spotFee, { percent: true }),
    spotSlippage: read('spotSlippage', draft.spotSlippage, { percent: true }),
    futuresSlippage: read('futuresSlippage', draft.futuresSlippage, { percent: true }),
    band: read('band', draft.band, { percent: true }),
    bandTogether: read('bandTogether', draft.bandTogether, { percent: true }),
  };
}

function dayOf(key: string, text: string, asOf: string, errors: Errors): string | undefined {
  if (text === '') return undefined;
  if (!day.test(text)) errors[key] = 'Choose a day';
  else if (text < asOf) errors[key] = 'This day is over';
  return text;
}

function secondsOf(text: string | undefined, errors: Errors): number | undefined {
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (seconds < 0.1 || seconds > 600) errors['seconds'] = 'Between 0.1 and 600 seconds';
  return seconds;
}

function byKey<Row>(
  typed: Readonly<Record<string, string>>,
  read: (key: string, text: string) => readonly Row[],
): readonly Row[] {
  return Object.entries(typed).flatMap(([key, text]) => read(key, text));
}

function pricesOf({ prices }: ExitDraft, read: Read, errors: Errors): ExitRequest['prices'] {
  return Object.entries(prices).flatMap(([asset, text]) => {
    const change = read(`price ${asset}`, text, { percent: true, negative: true });
    if (change === undefined) return [];
    if (/^-[1-9]/u.test(change)) errors[`price ${asset}`] = 'A price cannot fall by 100% or more';
    return [{ asset, change }];
  });
}

function periodsOf({ noTrade }: ExitDraft, errors: Errors): ExitRequest['noTrade'] {
  return noTrade.flatMap(({ key, from, to }) => {
    if (from === '' && to === '') return [];
    const end = to === '' ? from : to;
    if (!day.test(from) || !day.test(end)) errors[`period ${key}`] = 'Choose the first and the last day';
    else if (end < from) errors[`period ${key}`] = 'The last day lies before the first';
    return [{ from, to: end }];
  });
}

function targetsOf(
  { priceTargets }: ExitDraft,
  asOf: string,
  read: Read,
  errors: Errors,
): ExitRequest['priceTargets'] {
  return priceTargets.flatMap(({ key, asset, is, price: typed, by }) => {
    const price = read(`target ${key}`, typed, { zero: false });
    if (price === undefined) return [];
    if (!day.test(by)) errors[`target ${key}`] = 'Choose by which day';
    else if (by <= asOf) errors[`target ${key}`] = 'This day is over';
    return [{ asset, price, is, by }];
  });
}

/** The form that asks so: a request of another screen, or of a saved plan or scenario, goes on here. */
export function draftOf(request: ExitRequest): ExitDraft {
  const percent = (share: string | undefined): string => (share === undefined ? '' : percentEntry(share));
  const keyed = <Row>(rows: readonly Row[] | undefined): (Row & { readonly key: string })[] =>
    (rows ?? []).map((row, index) => ({ ...row, key: String(index + 1) }));
  return {
    horizon: request.horizon ?? '',
    mayHedge: request.overlay !== undefined,
    contracts: Object.fromEntries(
      (request.overlay?.contracts ?? []).map(({ asset, contract }) => [asset, contract]),
    ),
    prices: Object.fromEntries((request.prices ?? []).map(({ asset, change }) => [asset, percent(change)])),
    carry: percent(request.carryPerYear),
    discount: percent(request.discountPerYear),
    marginCost: percent(request.marginCostPerYear),
    spotFee: percent(request.spotFee),
    spotSlippage: percent(request.spotSlippage),
    futuresSlippage: percent(request.futuresSlippage),
    band: percent(request.band),
    bandTogether: percent(request.bandTogether),
    cash: request.cash ?? '',
    minTicket: request.minTicket ?? '',
    perDay: Object.fromEntries((request.perDay ?? []).map(({ asset, quantity }) => [asset, quantity])),
    seconds: request.seconds === undefined ? '' : String(request.seconds),
    tryRegimes: request.tryRegimes ?? false,
    goals: keyed(request.goals).map(({ key, asset, sell, buy }) => ({
      key,
      asset,
      does: buy === undefined ? 'sell' : 'buy',
      quantity: buy ?? sell ?? '',
    })),
    ownDates: request.ownDates ?? [],
    noTrade: keyed(request.noTrade),
    priceTargets: keyed(request.priceTargets),
    keepLots: request.keepLots ?? [],
    income: Object.fromEntries(
      (request.income ?? []).map(({ year, ordinaryIncome }) => [year, ordinaryIncome]),
    ),
  };
}

/** What another screen asks, as it stands in the address; null where it cannot be read. */
export function askedElsewhere(text: string | undefined): ExitDraft | null {
  if (text === undefined) return null;
  try {
    const request: unknown = JSON.parse(text);
    return typeof request === 'object' && request !== null ? draftOf(request) : null;
  } catch {
    return null;
  }
}

/** A key that none of these rows has. */
export function nextKey(rows: readonly { readonly key: string }[]): string {
  return String(1 + Math.max(0, ...rows.map(({ key }) => Number(key))));
}

/** How many of the fields behind "More" are filled, so that nothing typed is forgotten when they are folded. */
export function filledBehind(draft: ExitDraft): number {
  const texts = [draft.spotFee, draft.spotSlippage, draft.futuresSlippage, draft.marginCost, draft.minTicket];
  return (
    texts.filter((text) => text !== '').length +
    Object.values(draft.perDay).filter((text) => text !== '').length +
    Object.values(draft.income).filter((text) => text !== '').length +
    draft.goals.length +
    draft.ownDates.length +
    draft.noTrade.length +
    draft.priceTargets.length +
    draft.keepLots.length +
    Number(draft.tryRegimes)
  );
}
