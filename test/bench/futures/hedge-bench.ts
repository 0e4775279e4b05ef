import { growthOf, printDocument, printTable } from '../report.ts';
import type { Step } from '../report.ts';
import { monitorStep } from './monitor-steps.ts';
import { stressStep } from './stress-steps.ts';

const LEGS = [50, 200, 800] as const;

/** Stress tests and the monitor over 50, 200 and 800 legs; the goal is 200 legs in under 100 ms each. */
export async function hedgeBench(runs: number): Promise<void> {
  await stressStep(200, 3); // a warm-up that is not counted
  await monitorStep(50, 2);
  const steps: Step[] = [];
  for (const count of LEGS) steps.push(await stressStep(count, runs));
  for (const count of LEGS) steps.push(await monitorStep(count, runs));
  console.log(
    'Floor: mark, value, profit and margin of each leg at each step over bare bigints; of the monitor, once.',
  );
  printTable(steps);
  const growth = growthOf(steps);
  for (const { step, from, to, exponent } of growth)
    console.log(`${step}: grows with n^${exponent} from ${from} to ${to} legs`);
  printDocument(runs, steps, growth);
}
