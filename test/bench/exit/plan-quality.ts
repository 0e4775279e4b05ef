/**
 * `npm run bench -- plan-quality`: what simple rules cost above the plan, over generated portfolios.
 *
 * Money is that of the case (today's money); shares are of what is sold at today's prices, because a cost can be near zero.
 */
import * as fc from 'fast-check';
import type { ExitPlan } from '../../../src/main/engine/exit/exit-plan.ts';
import { SIMPLE_RULES } from '../../../src/main/engine/exit/exit-plan.ts';
import type { SimpleRule } from '../../../src/main/engine/exit/exit-plan.ts';
import { optimiseExit } from '../../../src/main/engine/exit/optimise-exit.ts';
import { subtract } from '../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../src/shared/num/format.ts';
import type { Money } from '../../../src/shared/num/types.ts';
import { exitCaseOf, exitStories } from '../../properties/exit-stories.fixture.ts';
import type { ExitStory } from '../../properties/exit-stories.fixture.ts';
import { testTools } from '../../properties/exit-tools.fixture.ts';
import { median } from '../measured.ts';

const PORTFOLIOS = 200;
const SEED = 20_261_122;
/** A little larger than what can be counted through. */
const SIZES = { lots: 40, unitsOfLot: 10, days: 8, steps: 60 };

interface Regret {
  readonly rule: SimpleRule;
  /** Portfolios in which it keeps the limits. */
  readonly possible: number;
  readonly asCheap: number;
  readonly medianCost: number;
  readonly worstCost: number;
  /** Of what is sold. */
  readonly medianShare: number;
  readonly worstShare: number;
}

interface Outcome {
  readonly plan: ExitPlan;
  readonly sold: number;
}

/** Prints the table, then the same figures as one JSON document. */
export async function planQuality(): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const drawn of fc.sample(exitStories(SIZES), { numRuns: PORTFOLIOS, seed: SEED })) {
    const story = withPricesOfToday(drawn);
    const found = await optimiseExit(exitCaseOf(story), testTools());
    if (!found.ok) throw new Error(`${found.failure.code}: ${found.failure.message}`);
    outcomes.push({ plan: found.value, sold: story.sell * story.price(story.asOf) });
  }
  const table = SIMPLE_RULES.map((rule) => regretOf(rule, outcomes));
  const optimal = outcomes.filter(({ plan }) => plan.status === 'optimal').length;
  console.log(`${PORTFOLIOS} portfolios; plans proven to 0.1 %: ${optimal}`);
  console.log('rule           possible  as cheap  median above  worst above  median %  worst %');
  for (const one of table) console.log(lineOf(one));
  console.log(JSON.stringify({ bench: 'plan-quality', portfolios: PORTFOLIOS, optimal, table }));
}

/** Rules are told apart by taxes and costs, not by luck with prices. */
function withPricesOfToday(story: ExitStory): ExitStory {
  const { asOf, price } = story;
  return { ...story, price: (day) => price(day > asOf ? asOf : day) };
}

function lineOf(one: Regret): string {
  const cells = [
    String(one.possible).padStart(8),
    String(one.asCheap).padStart(8),
    one.medianCost.toFixed(2).padStart(12),
    one.worstCost.toFixed(2).padStart(11),
    (one.medianShare * 100).toFixed(2).padStart(8),
    (one.worstShare * 100).toFixed(2).padStart(7),
  ];
  return `${one.rule.padEnd(14)} ${cells.join('  ')}`;
}

function regretOf(rule: SimpleRule, outcomes: readonly Outcome[]): Regret {
  const found = outcomes.flatMap(({ plan, sold }) => {
    const priced = plan.rules.find((one) => one.rule === rule)?.priced ?? null;
    if (priced === null) return [];
    const cost = amount(subtract(priced.cost, plan.plan.cost));
    return [{ cost, share: cost / sold }];
  });
  const costs = found.map(({ cost }) => cost);
  const shares = found.map(({ share }) => share);
  return {
    rule,
    possible: found.length,
    asCheap: costs.filter((cost) => cost < 0.005).length,
    medianCost: median(costs),
    worstCost: Math.max(...costs),
    medianShare: median(shares),
    worstShare: Math.max(...shares),
  };
}

const amount = (money: Money): number => Number(toText(money));
