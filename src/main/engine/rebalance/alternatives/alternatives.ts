/**
 * The ways back to the targets, side by side.
 *
 * case → each way's cheapest schedule by exact price → wealth on each path, weights, straddle effects → what decides, why
 */
import { compare, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { money } from '../../../../shared/num/parse.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { effectiveValues } from '../drift.ts';
import { yearsWithout } from '../../exit/exit-years.ts';
import { priceSchedule } from '../../exit/price-schedule.ts';
import type { ExitPlan } from '../../exit/exit-plan.ts';
import type {
  AlternativeKind,
  AlternativesCase,
  AlternativesTools,
  HedgeExit,
  PricedWay,
  Way,
} from './alternatives-case.ts';
import { carryRange } from './carry-range.ts';
import type { CarryRange } from './carry-range.ts';
import { gainsAdded } from './gains-added.ts';
import type { GainsAdded } from './gains-added.ts';
import { hedgeLiquidation } from './hedge-liquidation.ts';
import type { HedgeLiquidation } from './hedge-liquidation.ts';
import { answerSentence, notWorthIt, reasonsOf } from './reasons.ts';
import type { Compared } from './reasons.ts';
import { wayRisks } from './risks.ts';
import type { WayRisk } from './risks.ts';
import { firstDay } from './schedules.ts';
import { straddleEffect } from './straddle-words.ts';
import type { StraddleEffect } from './straddle-words.ts';
import { taxedApart } from './straddle-apart.ts';
import { turnsOf } from './turns.ts';
import type { Decides } from './turns.ts';
import { wayCaveats } from './way-caveats.ts';
import type { WayCaveat } from './caveat-facts.ts';
import { cheapest, newMoneyOf, waysOf } from './ways.ts';
import { taxOfPlanYears, wealthOn } from './wealth.ts';
import type { Wealth } from './wealth.ts';
import { weightsAfter } from './weights-after.ts';
import type { WeightsAfter } from './weights-after.ts';

/** A way with all that is shown of it. */
export interface Alternative extends PricedWay {
  readonly gains: readonly GainsAdded[];
  readonly straddle: StraddleEffect;
  readonly carryRange: CarryRange | null;
  readonly liquidations: readonly HedgeLiquidation[];
  readonly weights: WeightsAfter;
  /** Fresh money with the fees of spending it. */
  readonly newMoney: Money;
  /** On each path whose prices are known. */
  readonly wealth: readonly Wealth[];
}

export type ShownWay = Alternative | Extract<Way, { readonly priced: null }>;

export interface Alternatives {
  readonly value: Money;
  readonly ways: readonly ShownWay[];
  readonly exits: readonly HedgeExit[];
  readonly plan: ExitPlan | null;
  readonly sentence: string;
  readonly best: AlternativeKind | null;
  /** What the best costs less than the other of selling now and the hedge; null where only one of them can be gone. */
  readonly saves: Money | null;
  readonly reasons: readonly string[];
  readonly notWorthIt: string | null;
  readonly risks: readonly WayRisk[];
  readonly decides: Decides | null;
  readonly caveats: readonly WayCaveat[];
}

/**
 * Prices every way and says what decides between selling now and the hedge.
 * In: `withTurns` false leaves out what decides.
 */
export async function alternativesOf(
  given: AlternativesCase,
  tools: AlternativesTools,
  withTurns = true,
): Promise<Alternatives> {
  const found = await waysOf(given, tools);
  const ways: ShownWay[] = [];
  for (const way of [found.nothing, found.sellNow, found.hedge, found.mixed, found.newMoney]) {
    ways.push(way.priced === null ? way : shownWay(given, way));
    await tools.pause();
  }
  const [selling, hedging] = [found.sellNow, found.hedge].map(pricedOrNull);
  const { exits } = found;
  const compared = await comparedOf(given, tools, selling ?? null, hedging ?? null, exits);
  const decides = compared === null || !withTurns ? null : await turnsOf({ ...compared, tools, exits });
  const { best, other } = bestOf(found.mixed, selling ?? null, hedging ?? null);
  return {
    value: sum(effectiveValues(given.exposures), zeroMoney),
    ways,
    exits,
    plan: found.plan,
    sentence: best === null ? cannotWords(found.sellNow, found.hedge) : answerSentence(given, best, other),
    best: best?.kind ?? null,
    saves: best === null || other === null ? null : subtract(other.priced.cost, best.priced.cost),
    reasons: compared === null ? [] : reasonsOf(compared),
    notWorthIt: compared === null ? null : notWorthIt(compared),
    risks: wayRisks(given.exit, liquidationsOf(given, hedging ?? null)),
    decides,
    caveats: wayCaveats({
      given,
      selling: selling ?? null,
      hedging: hedging ?? null,
      apart: compared?.apart ?? null,
    }),
  };
}

function pricedOrNull(way: Way): PricedWay | null {
  return way.priced === null ? null : way;
}

/** The mix only where it is cheaper than both by at least half a cent: else the plainer way is the better one. */
function bestOf(
  mixed: Way,
  selling: PricedWay | null,
  hedging: PricedWay | null,
): { readonly best: PricedWay | null; readonly other: PricedWay | null } {
  const [first, second] = [selling, hedging]
    .filter((way) => way !== null)
    .toSorted((a, b) => compare(a.priced.cost, b.priced.cost));
  if (first === undefined) return { best: pricedOrNull(mixed), other: null };
  const mix = pricedOrNull(mixed);
  if (mix !== null && compare(subtract(first.priced.cost, mix.priced.cost), HALF_A_CENT) > 0)
    return { best: mix, other: first };
  return { best: first, other: second ?? null };
}

const HALF_A_CENT = money('0.005');

function cannotWords(selling: Way, hedging: Way): string {
  return [selling.why, hedging.why].filter((why) => why !== null).join(' ');
}

async function comparedOf(
  given: AlternativesCase,
  tools: AlternativesTools,
  selling: PricedWay | null,
  hedging: PricedWay | null,
  exits: readonly HedgeExit[],
): Promise<Compared | null> {
  if (selling === null || hedging === null) return null;
  const { realised, straddles } = yearsWithout(given.exit);
  const asIfApart = taxedApart(given.exit);
  const apart = priceSchedule(asIfApart, hedging.priced.schedule).cost;
  // Asked for only where the hedge is the dearer one: whether it is the rules that make it so.
  const atBest =
    hedging.priced.cost > selling.priced.cost
      ? await cheapest(
          asIfApart,
          exits.map(({ schedule }) => schedule),
          tools,
        )
      : null;
  return {
    given,
    selling,
    hedging,
    gains: {
      selling: gainsAdded(selling.priced, realised),
      hedging: gainsAdded(hedging.priced, realised),
    },
    straddle: straddleEffect(given, hedging.priced, straddles.years),
    apart,
    apartAtBest: atBest?.cost ?? apart,
  };
}

function shownWay(given: AlternativesCase, way: PricedWay): Alternative {
  const { kind, priced } = way;
  const { realised, straddles } = yearsWithout(given.exit);
  const fresh = freshMoney(given, way);
  const untouched = taxOfPlanYears(given.exit, yearsWithout(given.exit));
  return {
    kind,
    priced,
    gains: gainsAdded(priced, realised),
    straddle: straddleEffect(given, priced, straddles.years),
    carryRange: carryRange(given, way),
    liquidations: liquidationsOf(given, way),
    weights: weightsAfter(given, priced, fresh),
    newMoney: fresh === zeroMoney ? zeroMoney : sum([fresh, priced.fees, priced.slippage], zeroMoney),
    wealth: given.paths.flatMap((path) => wealthOn(path, priced.schedule, given, untouched) ?? []),
  };
}

function freshMoney(given: AlternativesCase, { kind }: PricedWay): Money {
  if (kind !== 'new-money') return zeroMoney;
  const needed = newMoneyOf(given);
  return 'why' in needed ? zeroMoney : needed.amount;
}

/** Of the hedges that a way opens on the first day. */
function liquidationsOf(given: AlternativesCase, way: PricedWay | null): readonly HedgeLiquidation[] {
  const day = way?.priced.schedule.days.find(({ date }) => date === firstDay(given.exit));
  return (day?.hedges ?? []).flatMap(({ position, steps }) => {
    const future = given.exit.futures.find((one) => one.position === position);
    return future === undefined || steps === 0
      ? []
      : [hedgeLiquidation(given.exit, future, steps, firstDay(given.exit))];
  });
}
