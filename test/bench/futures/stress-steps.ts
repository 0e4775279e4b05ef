import { runStress } from '../../../src/main/engine/futures/stress/run-stress.ts';
import { median, timed } from '../measured.ts';
import { stepOf } from '../report.ts';
import type { Step } from '../report.ts';
import { bareFactors, bareLegs, bareStress } from './bare-stress.ts';
import { benchScenarios, generatedLegs } from './generated-legs.ts';

/** Legs through forty scenarios, beside the bare revaluation of the same legs at the same steps. */
export async function stressStep(count: number, runs: number): Promise<Step> {
  const portfolio = generatedLegs(count);
  const scenarios = benchScenarios();
  const legs = bareLegs(portfolio);
  const factors = bareFactors(scenarios);
  const times: number[] = [];
  const floors: number[] = [];
  for (let run = 0; run < runs; run++) {
    const [floorMs] = await timed(() => bareStress(legs, portfolio.pools.length, factors));
    const [ms, closed] = await timed(
      () =>
        scenarios
          .map((scenario) => runStress(portfolio, scenario))
          .filter(({ pools }) => pools.some((pool) => pool.closed !== null)).length,
    );
    if (closed === 0) throw new Error('no scenario closes anything: that would be too easy');
    times.push(ms);
    floors.push(floorMs);
  }
  return stepOf('stress: legs through 40 scenarios', count, median(times), median(floors));
}
