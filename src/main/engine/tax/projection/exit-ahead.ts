/** A saved exit plan in the projection: what is left of it, as steps whose days and actions stand. */
import type { PlannedAction } from '../jurisdictions/us/actions/planned-action.ts';
import type { ActionBook } from '../jurisdictions/us/actions/action-book.ts';
import type { TaxPositionId } from '../jurisdictions/us/straddles/straddle-case.ts';
import type { UsFacts } from '../jurisdictions/us/us-facts.ts';
import type { PlannedInput, PlannedLeg, PlannedStep } from './planned-step.ts';

export interface ExitAhead {
  readonly plan: string;
  readonly name: string;
  readonly steps: readonly PlannedStep[];
  /** Positions of the ledger that it holds, rolls and closes: nothing else plans for them. */
  readonly positions: ReadonlySet<TaxPositionId>;
}

/** Positions that exit plans plan for. */
export function heldByExits(exits: readonly ExitAhead[] | undefined): ReadonlySet<TaxPositionId> {
  return new Set((exits ?? []).flatMap(({ positions }) => [...positions]));
}

/** Legs of hedge plans that no exit plan winds down: what both plan for is the exit plan's. */
export function legsBeside(legs: readonly PlannedLeg[], exits: readonly ExitAhead[]): readonly PlannedLeg[] {
  const held = heldByExits(exits);
  return held.size === 0 ? legs : legs.filter(({ open }) => !open.some(({ position }) => held.has(position)));
}

/** The same trades at other prices; where none is known, at the plan's own. Fees stay as they were. */
export function exitsAtPrices(
  exits: readonly ExitAhead[],
  { prices, facts, lotOf }: Pick<PlannedInput, 'prices' | 'facts'> & Pick<ActionBook, 'lotOf'>,
): readonly ExitAhead[] {
  return exits.map((exit) => {
    const specOf = specsOf(exit, facts);
    const priced = (action: PlannedAction): PlannedAction => {
      const price = priceOf(action);
      return price === null || action.kind === 'pay' ? action : { ...action, price };
    };
    const priceOf = (action: PlannedAction): ReturnType<typeof prices.priceOn> => {
      if (action.kind === 'pay') return null;
      if (action.kind === 'buy') return prices.priceOn(action.asset, action.date);
      if (action.kind === 'sell') {
        const asset = lotOf(action.lot)?.lot.asset;
        return asset === undefined ? null : prices.priceOn(asset, action.date);
      }
      const spec = action.kind === 'open' ? action.spec : specOf(action.position);
      return spec === undefined ? null : prices.contractPriceOn(spec, action.date);
    };
    return { ...exit, steps: exit.steps.map((step) => ({ ...step, actions: step.actions.map(priced) })) };
  });
}

function specsOf(
  { steps }: ExitAhead,
  { stretches }: UsFacts,
): (position: TaxPositionId) => PlannedLeg['open'][number]['spec'] | undefined {
  const opened = new Map(
    steps.flatMap(({ actions }) =>
      actions.flatMap((action) => (action.kind === 'open' ? [[action.position, action.spec] as const] : [])),
    ),
  );
  return (position) => opened.get(position) ?? stretches.get(position)?.spec;
}
