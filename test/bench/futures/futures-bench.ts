import { availableParallelism } from 'node:os';
import { positionsOf } from '../../../src/main/engine/futures/positions.ts';
import type { FuturesPosition } from '../../../src/main/engine/futures/position.ts';
import type { ContractSpec } from '../../../src/shared/domain/contract-spec.ts';
import { median, timed } from '../measured.ts';
import { growthOf, printDocument, printTable, stepOf } from '../report.ts';
import type { Step } from '../report.ts';
import { barePositions } from './bare-positions.ts';
import type { BarePosition } from './bare-positions.ts';
import { benchSpecs, generatedPositions } from './generated-positions.ts';
import type { GeneratedPositions } from './generated-positions.ts';

/** `npm run bench -- --futures`: fills with fees and funding into positions, beside their bare loop of the same run. */
export async function futuresBench(sizes: readonly number[], runs: number): Promise<void> {
  await positionStep(20_000, 2); // a warm-up that is not counted
  const steps: Step[] = [];
  for (const size of sizes) steps.push(await positionStep(size, runs));
  console.log(`Medians of ${runs} runs, Node ${process.version}, ${availableParallelism()} cores.`);
  console.log(
    'Floor: size, entry value, realised profit, fee and funding of the same rows over bare bigints.',
  );
  printTable(steps);
  const growth = growthOf(steps);
  for (const { step, from, to, exponent } of growth)
    console.log(`${step}: grows with n^${exponent} from ${from} to ${to} fills`);
  printDocument(runs, steps, growth);
}

async function positionStep(fills: number, runs: number): Promise<Step> {
  const generated = generatedPositions(fills);
  const known = new Map(benchSpecs.map((spec) => [spec.id, spec]));
  const specOf = (id: ContractSpec['id']): ContractSpec | undefined => known.get(id);
  const times: number[] = [];
  const floors: number[] = [];
  for (let run = 0; run < runs; run++) {
    const [floorMs, bare] = await timed(() => barePositions(generated.rows, benchSpecs.length * 3));
    const [ms, { positions }] = await timed(() => positionsOf({ events: generated.events, specOf }));
    assertSame(generated, positions, bare);
    times.push(ms);
    floors.push(floorMs);
  }
  return stepOf('positions: fills and funding to positions', fills, median(times), median(floors));
}

/** A benchmark of wrong figures would measure nothing. */
function assertSame(
  { rows }: GeneratedPositions,
  positions: readonly FuturesPosition[],
  bare: readonly BarePosition[],
): void {
  const sums = (list: readonly (readonly unknown[])[]): string =>
    list
      .map((figures) => figures.join(' '))
      .toSorted()
      .join('\n');
  const engine = positions.map((one) => [
    one.size,
    one.entryValue,
    one.realisedProfit,
    one.fees,
    one.funding,
  ]);
  const seen = new Set(rows.map(({ position }) => position));
  const floor = bare
    .filter((_, position) => seen.has(position))
    .map((one) => [one.size, one.entryValue, one.realised, one.fees, one.funding]);
  if (sums(engine) !== sums(floor)) throw new Error('the engine and the bare loop differ');
}
