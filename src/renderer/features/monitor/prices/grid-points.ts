/** A coin's price moving alone, for one margin account: what the chart and its table show. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { PricePoint } from '../../../charts/price-lines-geometry.ts';
import { formatRate } from '../../../ui/number-format.ts';

export type Grid = CallAnswer<'stress.grid'>;
export type GridLeg = Grid['legs'][number];
export type GridAccount = Grid['accounts'][number];
type Point = Grid['points'][number];

/** One price that is supposed, with what is so at it. */
export interface GridRow extends PricePoint {
  readonly price: string;
  readonly netDelta: string;
  readonly hedgeRatio: string | null;
  readonly cashNeeded: string | null;
  /** Whether it is known what must stay on the account. */
  readonly known: boolean;
}

/** The account at each price, from the lowest to the highest. */
export function gridRows(grid: Pick<Grid, 'accounts' | 'points'>, account: GridAccount): readonly GridRow[] {
  const index = grid.accounts.findIndex(({ id }) => id === account.id);
  return grid.points.map((point) => rowOf(point, index));
}

function rowOf(point: Point, index: number): GridRow {
  const { move, price, netDelta, hedgeRatio, cashNeeded } = point;
  const account = point.accounts[index];
  return {
    move,
    price,
    netDelta,
    hedgeRatio,
    cashNeeded,
    equity: account?.equity ?? null,
    maintenance: account?.maintenance ?? null,
    liquidated: account?.liquidated === true,
    known: typeof account?.liquidated === 'boolean',
  };
}

/** The positions that an account's margin holds. */
export function legsOf({ legs }: Pick<Grid, 'legs'>, account: GridAccount): readonly GridLeg[] {
  return legs.filter(({ margin }) => margin === account.id);
}

/** "Short BTCUSDT and long ETHUSDT". */
export function legsWords(legs: readonly GridLeg[]): string {
  const words = legs.map(({ side, contractName }) => `${side} ${contractName}`).join(' and ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** What the lines come to: where they cross first, if they do, and from where on nobody can tell. */
export function closeWords(rows: readonly GridRow[], coin: string): string {
  const first = nearest(rows.filter(({ liquidated }) => liquidated));
  const unknown = nearest(rows.filter(({ known }) => !known));
  const dark = 'what must stay on the account is not known, so nobody can tell';
  if (unknown !== null && Number(unknown) === 0) return `${dark}.`;
  const closes =
    first === null
      ? 'no price from half to twice the one of now closes anything by force'
      : `closed by force by the time ${moveWords(first, coin)}`;
  if (unknown === null) return `${closes}.`;
  if (first === null) return `stays open until ${moveWords(unknown, coin)}; from there, ${dark}.`;
  return `${closes}. From where ${moveWords(unknown, coin)}, ${dark}.`;
}

/** The shortest move, up or down; null where there is none. */
function nearest(rows: readonly GridRow[]): string | null {
  const sorted = rows.toSorted((a, b) => Math.abs(Number(a.move)) - Math.abs(Number(b.move)));
  return sorted[0]?.move ?? null;
}

/** "BTC rises 30%". */
function moveWords(move: string, coin: string): string {
  const way = move.startsWith('-') ? 'falls' : 'rises';
  return `${coin} ${way} ${formatRate(move.replace('-', ''), { decimals: 0 })}`;
}

/** Every second point, the start and every change of state: as many rows as one reads. */
export function readableRows(rows: readonly GridRow[]): readonly GridRow[] {
  return rows.filter(
    ({ move, liquidated }, index) =>
      /^-?(?:0|1|0\.\d)$/u.test(move) || liquidated !== (rows[index - 1]?.liquidated ?? liquidated),
  );
}
