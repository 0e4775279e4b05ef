/** A coin's price moving alone, for one margin account: what the chart and its table show. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { PricePoint } from '../../../charts/price-lines-geometry.ts';
import { formatRate } from '../../../ui/number-format.ts';

export type Grid = CallAnswer<'stress.grid'>;
export type GridLeg = Grid['legs'][number];
type Point = Grid['points'][number];

/** One price that is supposed, with what is so at it. */
export interface GridRow extends PricePoint {
  readonly price: string;
  readonly wealth: string;
  readonly netDelta: string;
  readonly hedgeRatio: string | null;
  readonly cashNeeded: string | null;
  /** Of the leg, since its entry. */
  readonly profit: string | null;
  readonly buffer: string | null;
  /** Whether it is known what must stay on the account. */
  readonly known: boolean;
}

/** The points of one leg and of the account whose margin holds it, from the lowest price to the highest. */
export function gridRows(grid: Grid, leg: GridLeg): readonly GridRow[] {
  const legIndex = grid.legs.findIndex(({ id }) => id === leg.id);
  const accountIndex = grid.accounts.findIndex(({ id }) => id === leg.margin);
  return grid.points.map((point) => rowOf(point, legIndex, accountIndex));
}

function rowOf(point: Point, legIndex: number, accountIndex: number): GridRow {
  const leg = point.legs[legIndex];
  const account = point.accounts[accountIndex];
  return {
    move: point.move,
    price: point.price,
    wealth: point.wealth,
    netDelta: point.netDelta,
    hedgeRatio: point.hedgeRatio,
    cashNeeded: point.cashNeeded,
    profit: leg?.profit ?? null,
    equity: account?.equity ?? null,
    maintenance: account?.maintenance ?? null,
    buffer: account?.buffer ?? null,
    liquidated: leg?.liquidated === true,
    known: leg?.liquidated !== null,
  };
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
  if (first === null) return 'no price from half to twice the one of now closes it by force.';
  const way = first.startsWith('-') ? 'falls' : 'rises';
  return `it is closed by force by the time ${coin} ${way} ${formatRate(first.replace('-', ''), { decimals: 0 })}.`;
}

/** Every second point, the start and every change of state: as many rows as one reads. */
export function readableRows(rows: readonly GridRow[]): readonly GridRow[] {
  return rows.filter(
    ({ move, liquidated }, index) =>
      /^-?(?:0|1|0\.\d)$/u.test(move) || liquidated !== (rows[index - 1]?.liquidated ?? liquidated),
  );
}
