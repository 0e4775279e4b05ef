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

/** The shortest move, up or down, at which the position is closed by force; null where none on the grid does it. */
function firstClose(rows: readonly GridRow[]): string | null {
  const closing = rows.filter(({ liquidated }) => liquidated);
  const [nearest] = closing.toSorted((a, b) => Math.abs(Number(a.move)) - Math.abs(Number(b.move)));
  return nearest?.move ?? null;
}

/** What the lines come to: where they cross first, if they do. */
export function closeWords(rows: readonly GridRow[], coin: string): string {
  if (rows.some(({ known }) => !known))
    return 'what must stay on the account is not known, so nobody can tell.';
  const first = firstClose(rows);
  if (first === null) return 'no price from half to twice the one of now closes anything by force.';
  const way = first.startsWith('-') ? 'falls' : 'rises';
  return `closed by force by the time ${coin} ${way} ${formatRate(first.replace('-', ''), { decimals: 0 })}.`;
}

/** Every second point, the start and every change of state: as many rows as one reads. */
export function readableRows(rows: readonly GridRow[]): readonly GridRow[] {
  return rows.filter(
    ({ move, liquidated }, index) =>
      /^-?(?:0|1|0\.\d)$/u.test(move) || liquidated !== (rows[index - 1]?.liquidated ?? liquidated),
  );
}
