/** Matching alone: every method over the same moves, against bare loops over the same numbers, and after an edit. */
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { EventId, LedgerEvent } from '../../../src/shared/domain/event.ts';
import type { LotMethod } from '../../../src/shared/domain/lot.ts';
import { addDuration } from '../../../src/shared/time/instant.ts';
import { utc } from '../../../src/shared/time/time-zone.ts';
import { ownMovementsOf } from '../../../src/main/engine/events/own-movements.ts';
import { lotLaws } from '../../../src/main/engine/lots/law/lot-laws.ts';
import type { LotMatching, LotOptions } from '../../../src/main/engine/lots/lot-matching.ts';
import { matchLots } from '../../../src/main/engine/lots/match-lots.ts';
import { lotMovesOf } from '../../../src/main/engine/lots/moves/lot-moves-of.ts';
import { matchMoves } from '../../../src/main/engine/lots/matching/match-moves.ts';
import type { LotMoves } from '../../../src/main/engine/lots/moves/move-columns.ts';
import { longTermFrom } from '../../../src/main/engine/tax/jurisdictions/us/long-term-from.ts';
import { priceBookOf } from '../../../src/main/engine/valuation/price-book.ts';
import { median, timed } from '../measured.ts';
import { stepOf } from '../report.ts';
import type { Step } from '../report.ts';
import { bareFifo, bareHifo, bareMoves } from './bare-moves.ts';
import type { BareMove } from './bare-moves.ts';
import { generatedFills } from './generated-fills.ts';

const METHODS: readonly LotMethod[] = ['fifo', 'lifo', 'hifo', 'lofo', 'lowest-tax', 'specific', 'average'];

interface Floor {
  readonly method: LotMethod;
  readonly words: string;
  readonly run: (moves: readonly BareMove[]) => bigint;
}
const FLOORS: readonly Floor[] = [
  { method: 'fifo', words: 'bare bigint FIFO loop', run: bareFifo },
  { method: 'hifo', words: 'bare binary heap', run: bareHifo },
];

function optionsOf(events: readonly LedgerEvent[], method: LotMethod): LotOptions {
  return {
    methodAt: () => method,
    scope: 'account',
    longTermFrom,
    timeZone: utc,
    prices: priceBookOf(assetId('USD'), []),
    movements: ownMovementsOf(events).movements,
    ratesOf: lotLaws.us.topRates,
  };
}

/** In: how many fills, and how often each is measured. */
export async function matchingSteps(count: number, runs: number): Promise<readonly Step[]> {
  const events = generatedFills(count);
  const options = optionsOf(events, 'fifo');
  const [movesMs, moves] = await timed(() => lotMovesOf(events, options));
  const steps = [stepOf('lots: events to moves', count, movesMs)];
  const bare = bareMoves(moves);
  for (const floor of FLOORS) steps.push(await againstFloor(floor, count, runs, moves, bare, options));
  if (count <= 100_000) steps.push(...(await sideBySide(count, runs, moves, options)));
  steps.push(...(await readAsObjects(count, moves, options)));
  return [...steps, ...(await afterEdits(count, runs, events, options))];
}

/** Ours and the bare one by turns, so that neither has the quieter machine. */
async function againstFloor(
  { method, words, run }: Floor,
  count: number,
  runs: number,
  moves: LotMoves,
  bare: readonly BareMove[],
  options: LotOptions,
): Promise<Step> {
  const ours: number[] = [];
  const floor: number[] = [];
  for (let number = 0; number < 2 * runs - 1; number++) {
    const [bareMs, expected] = await timed(() => run(bare));
    const [ms, matching] = await timed(() => matchMoves(moves, { ...options, methodAt: () => method }));
    floor.push(bareMs);
    ours.push(ms);
    if (number === 0) expectSame(expected, matching, count, method);
  }
  return stepOf(`matching ${method} (floor: ${words})`, count, median(ours), median(floor));
}

/** They do the same work: their gains differ by nothing but the last digit of what was rounded. */
function expectSame(expected: bigint, matching: LotMatching, count: number, method: LotMethod): void {
  const gains = matching.years.reduce(
    (sum, { shortTermGain, longTermGain }) =>
      sum + (shortTermGain as unknown as bigint) + (longTermGain as unknown as bigint),
    0n,
  );
  const apart = gains > expected ? gains - expected : expected - gains;
  if (apart > BigInt(count) * 10n) throw new Error(`${method}: the floor computes something else`);
}

/** All methods over the same moves in one go, as the side-by-side of a year asks for them. */
async function sideBySide(
  count: number,
  runs: number,
  moves: LotMoves,
  options: LotOptions,
): Promise<readonly Step[]> {
  const times = new Map<LotMethod, number[]>(METHODS.map((method) => [method, []]));
  const totals: number[] = [];
  for (let number = 0; number < runs; number++) {
    const start = performance.now();
    for (const method of METHODS) {
      const from = performance.now();
      const { years } = matchMoves(moves, { ...options, methodAt: () => method });
      times.get(method)?.push(performance.now() - from);
      if (years.length === 0) throw new Error('nothing was sold');
    }
    totals.push(performance.now() - start);
  }
  return [
    stepOf('every method side by side, years summed', count, median(totals)),
    ...METHODS.map((method) => stepOf(`  ${method}`, count, median(times.get(method) ?? []))),
  ];
}

async function readAsObjects(count: number, moves: LotMoves, options: LotOptions): Promise<readonly Step[]> {
  const matching = matchMoves(moves, options);
  const [lotsMs] = await timed(() => matching.openLots.length);
  const [disposalsMs] = await timed(() => matching.disposals.length);
  return [stepOf('open lots as objects', count, lotsMs), stepOf('disposals as objects', count, disposalsMs)];
}

/** One purchase more, at the end, in the middle, at the start: with what was made before, against all anew. */
async function afterEdits(
  count: number,
  runs: number,
  events: readonly LedgerEvent[],
  options: LotOptions,
): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const previous = matchLots(events, options);
  for (const [words, place] of [
    ['at the end', events.length],
    ['in the middle', events.length >>> 1],
    ['at the start', 1],
  ] as const) {
    const edited = withOneMore(events, place);
    const after: number[] = [];
    const anew: number[] = [];
    for (let number = 0; number < runs; number++) {
      const [ms, matching] = await timed(() => matchLots(edited, options, previous));
      const [fullMs, full] = await timed(() => matchLots(edited, options));
      if (matching.disposalCount !== full.disposalCount)
        throw new Error('what took up is not what is made anew');
      after.push(ms);
      anew.push(fullMs);
    }
    steps.push(stepOf(`edit ${words} (floor: all anew)`, count, median(after), median(anew)));
  }
  return steps;
}

function withOneMore(events: readonly LedgerEvent[], place: number): readonly LedgerEvent[] {
  const beside = events[place - 1] as LedgerEvent;
  const bought = events.find(({ kind }) => kind === 'buy') as LedgerEvent;
  const added = { ...bought, id: 'added-0' as EventId, time: addDuration(beside.time, 1) };
  return [...events.slice(0, place), added, ...events.slice(place)];
}
