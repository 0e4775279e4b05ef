import { availableParallelism } from 'node:os';
import { growthOf, printDocument, printTable } from '../report.ts';
import type { Step } from '../report.ts';
import { matchingSteps } from './matching-steps.ts';
import { screenSteps } from './screen-steps.ts';

/** `npm run bench -- --lots`: matching and the screens made of it, over generated fills. */
export async function lotsBench(sizes: readonly number[], runs: number): Promise<void> {
  await matchingSteps(20_000, 2); // a warm-up that is not counted
  const steps: Step[] = [];
  for (const size of sizes) steps.push(...(await matchingSteps(size, runs)));
  for (const size of sizes) steps.push(...(await screenSteps(size)));
  console.log(`Medians of ${runs} runs, Node ${process.version}, ${availableParallelism()} cores.`);
  console.log('Floors: the same numbers in the same pools, cost and proceeds shared out, over bare bigints.');
  printTable(steps);
  const growth = growthOf(steps.filter(({ step }) => step.startsWith('matching')));
  for (const { step, from, to, exponent, floorExponent } of growth)
    console.log(
      `${step}: grows with n^${exponent} from ${from} to ${to} fills, its floor with n^${floorExponent}; n log n is n^${sorting(from, to)}`,
    );
  printDocument(runs, steps, growth);
}

/** The exponent that n log n has between two sizes. */
function sorting(from: number, to: number): number {
  const exponent = Math.log((to * Math.log(to)) / (from * Math.log(from))) / Math.log(to / from);
  return Math.round(exponent * 100) / 100;
}
