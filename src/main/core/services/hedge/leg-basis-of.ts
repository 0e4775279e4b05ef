import { toText } from '../../../../shared/num/format.ts';
import { isNegative, absolute } from '../../../../shared/num/arithmetic.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { coins } from '../../../engine/futures/units.ts';
import { legBasis } from '../../../engine/futures/watch/leg-basis.ts';
import type { LegBasis, LegBasisInput } from '../../../engine/futures/watch/leg-basis.ts';
import type { LegFill } from '../../../engine/futures/watch/leg-fill.ts';
import type { Money } from '../../../../shared/num/types.ts';
import type { Derived } from '../../derived.ts';
import { legCoins } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';
import type { LegWatch } from './leg-watch.ts';
import type { MonitorRow } from './monitor-row.ts';

type Placed = Pick<LegWatch, 'point' | 'spec'>;

/** The basis of a leg's dated contracts; null where it has none. */
export function basisFigures(life: LegLife, placed: Placed, derived: Derived): LegBasis | null {
  const input = inputOf(life, placed, derived);
  return input === null ? null : legBasis(input);
}

/** What each fill and what is open add to what the basis has earned. */
export function basisParts(
  life: LegLife,
  placed: Placed,
  derived: Derived,
): readonly { readonly fill: LegFill | null; readonly earned: Money }[] {
  const input = inputOf(life, placed, derived);
  if (input === null) return [];
  const nothing = coins(zeroQuantity);
  const ofFills = input.fills.map((fill) => ({
    fill,
    ...legBasis({ ...input, fills: [fill], open: nothing }),
  }));
  const open = { fill: null, ...legBasis({ ...input, fills: [] }) };
  return [...ofFills, open].flatMap(({ fill, earned }) => (earned === null ? [] : [{ fill, earned }]));
}

function inputOf(life: LegLife, { point, spec }: Placed, derived: Derived): LegBasisInput | null {
  if (spec === undefined || spec.kind !== 'dated' || life.fills.length === 0) return null;
  const spot = derived.prices.latest(spec.underlying, derived.at);
  const isOwn = point !== null && !point.fromUnderlying;
  return {
    fills: life.fills,
    specOf: derived.facts.termsOf,
    spotNear: (asset, at) => derived.prices.nearest(asset, at)?.price ?? null,
    now: isOwn && spot !== null ? { at: point, spot: spot.price } : null,
    open: legCoins(life),
    contract: spec.id,
  };
}

export function legBasisOf(life: LegLife, watch: LegWatch, derived: Derived): MonitorRow['basis'] {
  const basis = basisFigures(life, watch, derived);
  if (basis === null) return null;
  const { atEntry, now, earned } = basis;
  const quote = watch.spec?.quote ?? '';
  const words =
    atEntry === null
      ? 'No price of the coin is known near the fills, so the basis at entry is not known.'
      : now === null
        ? 'The contract has no mark of its own, so its basis now is not known.'
        : earned === null
          ? 'A price near one of the fills is missing, so what the basis brought is not known.'
          : `The gap to spot has ${isNegative(earned) ? 'cost' : 'brought'} ${toText(roundTo(absolute(earned), 2, 'half-even'))} ${quote} so far.`;
  return {
    atEntry: atEntry === null ? null : toText(atEntry),
    now: now === null ? null : toText(now),
    earned: earned === null ? null : toText(earned),
    words,
  };
}
