/** What Targets & hedge says, from the core's answers. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { add, subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { money, rate } from '../../../shared/num/parse.ts';
import type { BulletRow } from '../../charts/drift-bullets.tsx';
import type { ExposureRow } from '../../charts/exposure-waterfall.tsx';
import { formatQuantity } from '../../ui/number-format.ts';
import type { Contract } from '../../../shared/domain/overlay-choice.ts';

export type Targets = CallAnswer<'targets.read'>;
export type Overlay = CallAnswer<'targets.overlay'>;
export type Leg = Overlay['legs'][number];
export type HedgedLot = Overlay['hedgedLots'][number];
export type Plan = CallAnswer<'targets.plans'>['plans'][number];

/** Shares after the hedge, with those before it behind them, against the bands of the policy. */
export function beforeAndAfter(
  { before, after }: Overlay,
  bands: readonly Pick<BulletRow, 'asset' | 'bandLow' | 'bandHigh'>[],
): readonly BulletRow[] {
  return after.map(({ asset, target, weight }) => {
    const band = bands.find((row) => row.asset === asset);
    const bandLow = band?.bandLow ?? target;
    const bandHigh = band?.bandHigh ?? target;
    const was = before.find((row) => row.asset === asset)?.weight;
    return {
      asset,
      target,
      weight,
      bandLow,
      bandHigh,
      drift: toText(subtract(rate(weight), rate(target))),
      outside: rate(weight) < rate(bandLow) || rate(weight) > rate(bandHigh),
      ...(was === undefined ? {} : { was }),
    };
  });
}

/** "One contract is 0.01 BTC." in the words of its payoff. */
export function sizeWords({
  payoff,
  multiplier,
  underlying,
  quote,
  quantityUnit,
  quantityStep,
}: Contract): string {
  if (quantityUnit === 'base')
    return `Ordered in ${underlying}, in steps of ${formatQuantity(quantityStep)}.`;
  if (payoff === 'inverse') return `One contract is ${formatQuantity(multiplier)} ${quote} of ${underlying}.`;
  return `One contract is ${formatQuantity(multiplier)} ${underlying}.`;
}

export function marginWords({ payoff, settleAsset }: Contract): string {
  return payoff === 'inverse'
    ? `Margin and profit are in ${settleAsset}, the coin itself.`
    : `Margin and profit are in ${settleAsset}.`;
}

export function usWords({ usPersons }: Pick<Contract, 'usPersons'>): string {
  if (usPersons === null) return 'Not known whether US persons may trade it';
  return usPersons ? 'Open to US persons' : 'Closed to US persons';
}

export function section1256Words({
  section1256,
  section1256Settled,
}: Pick<Contract, 'section1256' | 'section1256Settled'>): string {
  const is = section1256 ? 'Section 1256' : 'Not section 1256';
  return section1256Settled ? is : `${is} (not settled)`;
}

/** Are all terms checked? "verified, but not: taker fee" is good enough to need no mark. */
export function isVerified({ confidence }: Pick<Contract, 'confidence'>): boolean {
  return confidence.startsWith('verified');
}

/** What to type at the venue: "Sell 0.152 BTC", "Buy 3 contracts"; "No order" where rounding leaves nothing. */
export function orderWords({
  side,
  quantity,
  unit,
  quote,
  asset,
}: Pick<Leg, 'side' | 'quantity' | 'unit' | 'quote' | 'asset'>): string {
  if (quantity === '0') return 'No order';
  const verb = side === 'sell' ? 'Sell' : 'Buy';
  const of = unit === 'base' ? asset : unit === 'quote' ? quote : quantity === '1' ? 'contract' : 'contracts';
  return `${verb} ${formatQuantity(quantity)} ${of}`;
}

export const roundingWords = { floor: 'down', nearest: 'to the nearest', ceil: 'up' } as const;

/** Bars of the exposure, now or with the hedge; shares are of the whole that is targeted. */
export function waterfallRows(
  overlay: Pick<Overlay, 'exposure' | 'before' | 'after'>,
  when: 'before' | 'after',
): readonly ExposureRow[] {
  return overlay.exposure.map((row) => {
    const { spot, longFutures, shortFutures, net } = row[when].value;
    const { spot: coins, ...futuresInCoins } = row[when].coins;
    return {
      name: row.asset,
      coins: spot,
      futures: toText(add(money(longFutures), money(shortFutures))),
      longFutures,
      shortFutures,
      net,
      weight: overlay[when].find(({ asset }) => asset === row.asset)?.weight ?? null,
      ...(row.isMoney ? {} : { units: { coins, ...futuresInCoins } }),
    };
  });
}

export function ordersAnything({ legs }: Pick<Overlay, 'legs'>): boolean {
  return legs.some(({ quantity }) => quantity !== '0');
}

/** "97 lots of BTC." for each asset that is shorted. */
export function hedgedWords(lots: readonly HedgedLot[]): string {
  const counts = [...Map.groupBy(lots, ({ asset }) => asset)].map(
    ([asset, group]) => `${group.length} ${group.length === 1 ? 'lot' : 'lots'} of ${asset}`,
  );
  return `${counts.join(', ')}.`;
}

/** A date in the next year, past the New Year's days without markets: tax that falls then is due a year later. */
export function suggestedExit(asOf: string): string {
  return `${Number(asOf.slice(0, 4)) + 1}-01-15`;
}

/** Why the exit date cannot be; null where it can. */
export function exitProblem(exitDate: string, asOf: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/u.test(exitDate)) return 'Choose the day on which you mean to close the hedge';
  return exitDate <= asOf ? 'The exit must lie ahead' : null;
}

/** What dropping a plan does, before it is done. */
export function dropWords({
  legs,
  record,
}: {
  readonly legs: readonly Pick<Plan['legs'][number], 'state'>[];
  readonly record: Plan['record'];
}): string {
  const open = legs.some(({ state }) => state !== 'planned' && state !== 'closed')
    ? ' Its futures stay open: close them at the venue.'
    : '';
  return `Its steps leave your dates, and its lots no longer count as hedged. Record ${record.sequence} stays, and a new one says that you dropped the plan.${open}`;
}

/** The parts of the screen, in the order of their tabs. */
export const tabs = ['hedge', 'ways', 'policy', 'contracts', 'market'] as const;
export type Tab = (typeof tabs)[number];

/** The tab that the address names; the hedge where it names none. */
export function tabOf(name: string | undefined): Tab {
  return tabs.find((each) => each === name) ?? 'hedge';
}
