import { availableParallelism } from 'node:os';
import type { ExitPlan } from '../../../src/main/engine/exit/exit-plan.ts';
import { optimiseExit } from '../../../src/main/engine/exit/optimise-exit.ts';
import type { LinearSolver } from '../../../src/main/engine/exit/model/linear-model.ts';
import { highsSolver, warmSolver } from '../../../src/main/solver/highs-solver.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { median } from '../measured.ts';
import { growthOf, printDocument, printTable, stepOf } from '../report.ts';
import type { Step } from '../report.ts';
import { generatedExit } from './generated-exits.ts';

/** Hedges that stop the clocks of lots that would turn long-term make the harder problem. */
const HEDGED = ['long-term', 'all'] as const;

/** CPU time of all threads, so that what else runs on the machine counts little. */
interface Run {
  readonly ms: number;
  /** HiGHS alone on the same model, once more. */
  readonly solverMs: number;
  readonly plan: ExitPlan;
}

/**
 * `npm run bench -- --exit`: exit plans of 12 days over three tax years with two hedged coins, by number of lots.
 * The floor is HiGHS alone on the same model in the same run. Milliseconds are of CPU.
 */
export async function exitBench(sizes: readonly number[], runs: number): Promise<void> {
  warmSolver();
  // HiGHS is compiled while it runs: what that costs the first plan of a process is said, not counted.
  const first = await run(100, 'long-term');
  console.log(`The first plan of a process, 100 lots: ${first.ms.toFixed(0)} ms of CPU.`);
  await run(100, 'all');
  const steps: Step[] = [];
  const cases = sizes.flatMap((lots) => HEDGED.map((hedged) => ({ lots, hedged })));
  for (const { lots, hedged } of cases) {
    const found: Run[] = [];
    for (let number = 0; number < runs; number++) found.push(await run(lots, hedged));
    const floor = median(found.map(({ solverMs }) => solverMs));
    steps.push(
      stepOf(
        `exit plan, 12 days, two coins, hedges of ${hedged} lots (rows: lots)`,
        lots,
        median(found.map(({ ms }) => ms)),
        floor,
      ),
    );
    const [one] = found;
    if (one !== undefined) console.log(sentence(lots, one.plan));
  }
  console.log(`Medians of ${runs} runs, Node ${process.version}, ${availableParallelism()} cores. CPU time.`);
  console.log('Floor: HiGHS alone on the same model, in the same run.');
  printTable(steps);
  const growth = growthOf(steps);
  for (const { step, from, to, exponent } of growth)
    console.log(`${step}: grows with n^${exponent} from ${from} to ${to}`);
  printDocument(runs, steps, growth);
}

async function run(lots: number, hedged: (typeof HEDGED)[number]): Promise<Run> {
  const given = generatedExit(lots, hedged);
  const own = highsSolver();
  const start = performance.now();
  const asked: Parameters<LinearSolver['solve']>[] = [];
  const solver: LinearSolver = {
    async solve(model, limits) {
      asked.push([model, limits]);
      return await own.solve(model, limits);
    },
  };
  const before = process.cpuUsage();
  const found = await optimiseExit(given, {
    solver,
    limits: { seconds: 20, gap: 0.001 },
    elapsed: () => (performance.now() - start) / 1000,
    pause: async () => {},
    progress: () => {},
  });
  const ms = cpuSince(before);
  if (!found.ok) throw new Error(`${found.failure.code}: ${found.failure.message}`);
  const [whole] = asked;
  const beforeFloor = process.cpuUsage();
  if (whole !== undefined) await own.solve(...whole);
  return { ms, solverMs: cpuSince(beforeFloor), plan: found.value };
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function sentence(lots: number, { status, plan, bound, gap, search, saves }: ExitPlan): string {
  const text = (amount: Parameters<typeof toText>[0] | null): string =>
    amount === null ? 'none' : Number(toText(amount)).toFixed(4);
  const { columns, rows, integers, priced } = search;
  return [
    `${lots} lots: ${status}, cost ${text(plan.cost)}, bound ${text(bound)}, gap ${text(gap)}, saves ${text(saves)};`,
    `${columns} columns, ${rows} rows, ${integers} integers, ${priced} exact prices.`,
  ].join(' ');
}
