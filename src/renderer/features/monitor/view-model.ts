/** What the Hedge monitor says, from the core's answers. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { formatAge } from '../../ui/date-format.ts';
import { formatQuantity, signOf } from '../../ui/number-format.ts';

export type Monitor = CallAnswer<'monitor.read'>;
export type Row = Monitor['rows'][number];
export type Level = Row['level'];
export type Legs = CallAnswer<'hedge.legs'>;
export type Leg = Legs['plans'][number]['legs'][number];
export type Unclaimed = Legs['unclaimed'][number];
export type Proposal = CallAnswer<'monitor.proposal'>;
type LegState = Row['state'];

export const levelWords: Readonly<Record<Level, string>> = {
  danger: 'In danger',
  act: 'Act now',
  watch: 'Watch',
  calm: 'Fine',
};

export const stateWords: Readonly<Record<LegState, string>> = {
  planned: 'planned, not open yet',
  opened: 'open',
  adjusted: 'open, adjusted',
  rolled: 'open, rolled',
  closed: 'closed',
};

/** What a row is known by in the address: its leg, or its position where it belongs to none. */
export function rowKey({ leg, position, contract }: Pick<Row, 'leg' | 'position' | 'contract'>): string {
  return leg ?? position ?? contract;
}

export function rowOf(rows: readonly Row[], key: string | undefined): Row | null {
  return rows.find((row) => rowKey(row) === key) ?? null;
}

/** "Short 0.06 BTC" needs its figure apart; this is the word before it. */
export function sideWord({ side }: Pick<Row, 'side'>): 'Short' | 'Long' {
  return side === 'sell' ? 'Short' : 'Long';
}

/** "binance-um:BTCUSDT" → "BTCUSDT": what the venue calls it. */
export function symbolOf(contract: string): string {
  return contract.slice(contract.indexOf(':') + 1);
}

/** What a quantity of a contract counts. */
export function unitOf({
  unit,
  quote,
  asset,
}: {
  readonly unit: Row['unit'];
  readonly quote: string;
  readonly asset: string;
}): string {
  return { contracts: 'contracts', base: asset, quote }[unit];
}

/** "3 days old", "today": whole days, as age is counted. */
export function priceAge({ ageDays }: Pick<Row['price'], 'ageDays'>): string | null {
  if (ageDays === null) return null;
  return formatAge(Number.parseInt(ageDays, 10));
}

/** "4.2 usual daily moves": one decimal is all that the estimate carries. */
export function sigmaWords(dailySigmas: string | null): string | null {
  if (dailySigmas === null) return null;
  return `${formatQuantity(dailySigmas, { decimals: 1 })} usual daily moves`;
}

/** Why there is no distance, in a word or two. */
export function noLiquidationWords(kind: Row['liquidation']['kind']): string {
  const words: Readonly<Record<Row['liquidation']['kind'], string>> = {
    price: 'not known',
    'margin-call': 'not known',
    none: 'cannot be closed by force',
    unknown: 'not known',
    'nothing-open': 'nothing open',
  };
  return words[kind];
}

/** The contract whose margin has to be entered before a row's forced close is known: its own, or one of the same account. */
export function contractWithoutMargin(rows: readonly Row[], row: Row): string | null {
  if (row.liquidation.kind !== 'unknown') return null;
  const together = rows.filter(
    ({ accountName, settleAsset, position }) =>
      position !== null && accountName === row.accountName && settleAsset === row.settleAsset,
  );
  return [row, ...together].find(({ margin }) => margin.maintenance === null)?.contract ?? null;
}

/** Open rows that no plan knows: they can be made legs. */
export function unclaimedRows(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ leg }) => leg === null);
}

/** "1 in danger, 2 fine": what the head of the screen counts. */
export function countWords(counts: Monitor['header']['counts']): string {
  const parts = (['danger', 'act', 'watch', 'calm'] as const).flatMap((level) =>
    counts[level] === 0 ? [] : [`${counts[level]} ${countWord[level]}`],
  );
  return parts.join(', ');
}

const countWord: Readonly<Record<Level, string>> = {
  danger: 'in danger',
  act: 'to act on now',
  watch: 'to keep an eye on',
  calm: 'fine',
};

export interface DriftCause {
  readonly name: string;
  readonly amount: string;
  readonly value: string;
  readonly words: string;
}

/** What made the gap what it is, largest first as the core gives them; what did nothing is left out. */
export function driftCauses({ causes }: NonNullable<Row['drift']>): readonly DriftCause[] {
  return causes
    .filter(({ coins }) => signOf(coins) !== 'flat')
    .map(({ cause, coins, value, words }) => ({ name: causeNames[cause], amount: coins, value, words }));
}

const causeNames: Readonly<Record<NonNullable<Row['drift']>['causes'][number]['cause'], string>> = {
  target: 'Target changed',
  spot: 'Coins bought or sold',
  funding: 'Funding and fees in coin',
  booked: 'Profit taken',
  price: 'Price moves',
  fills: 'Futures traded',
  convexity: 'Bend of the contract',
  'open-profit': 'Open profit in coin',
  others: 'Other assets of the mix',
};

/** Days between now and the end of a contract. */
export function expiryWords(days: number): string {
  if (days < 0) return 'has ended';
  if (days === 0) return 'ends today';
  return days === 1 ? 'ends tomorrow' : `${days} days left`;
}
