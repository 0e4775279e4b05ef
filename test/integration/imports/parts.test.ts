/** Parts of one download beside other files: the ledger is that of the files that are there, whatever came and went. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runs } from '../../runs.ts';
import { type ImportDesk, openDesk, spotFile, spotRow } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

const part = (number: number): string => `Trades-20260101-part${number}-of3.csv`;

/** Of a download whose two parts have one row each, the same one. */
const half = (number: number): string => `Trades-20260102-part${number}-of2.csv`;

/** Numbers of rows: equal numbers are equal rows. */
const files: Readonly<Record<string, readonly number[]>> = {
  [part(1)]: [1, 1],
  [part(2)]: [1, 2],
  [part(3)]: [2],
  [half(1)]: [1],
  [half(2)]: [1],
  'other.csv': [1, 5],
  'more.csv': [5, 1, 1, 1],
};

async function bring(file: string): Promise<void> {
  await desk.bring(spotFile(...(files[file] ?? []).map(spotRow)), file);
}

async function undo(file: string): Promise<void> {
  const batch = (await desk.ledger.read.batches()).find((one) => one.file === file);
  await desk.undo(batch!.id);
}

async function undoAll(): Promise<void> {
  for (const { id } of await desk.ledger.read.batches()) await desk.undo(id);
}

/** How many rows the files state: of each the most that one file has, the parts of the download together. */
function expected(names: readonly string[]): number {
  const groups = Map.groupBy(names, (name) => name.replace(/part\d/u, ''));
  const most = new Map<number, number>();
  for (const group of groups.values()) {
    const rows = Map.groupBy(
      group.flatMap((name) => files[name] ?? []),
      (row) => row,
    );
    for (const [row, { length }] of rows) most.set(row, Math.max(most.get(row) ?? 0, length));
  }
  return [...most.values()].reduce((sum, one) => sum + one, 0);
}

// Source: review of issue 7, session 8 (code 2).
it.each([
  { left: half(2), gone: half(1) },
  { left: half(1), gone: half(2) },
  { left: part(2), gone: part(1) },
])(
  'a part that is undone leaves no free place: $gone goes, other.csv comes beside $left',
  async ({ left, gone }) => {
    for (const file of [left, 'other.csv']) await bring(file);
    const wanted = { events: expected([left, 'other.csv']), hash: desk.ledger.hash() };
    await undoAll();
    for (const file of [left, gone].toSorted()) await bring(file);
    await undo(gone);
    await bring('other.csv');
    expect({ events: await desk.ledger.read.eventCount(), hash: desk.ledger.hash() }).toEqual(wanted);
    await undoAll();
  },
);

it('after any imports and undos there are as many rows as the files that are left state, and the hash is theirs', async () => {
  let state = 11;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const downloads = [
    [half(1), half(2)],
    [part(1), part(2), part(3)],
  ];
  const hashes = new Map<string, string>();
  const empty = desk.ledger.hash();
  for (let run = 0; run < runs(40, 10); run++) {
    // Few files at a time: with many, what one leaves open another covers.
    const names = [...(downloads[run % 2] ?? []), run % 3 === 0 ? 'more.csv' : 'other.csv'];
    const there = new Set<string>();
    let name = '';
    for (let step = 0; step < 8; step++) {
      // Not the one before: what comes and goes at once leaves nothing.
      const others = names.filter((one) => one !== name);
      name = others[draw(others.length)] ?? '';
      if (there.has(name)) await undo(name);
      else await bring(name);
      if (!there.delete(name)) there.add(name);
      const left = [...there].toSorted();
      expect([left, await desk.ledger.read.eventCount()]).toEqual([left, expected(left)]);
      const hash = desk.ledger.hash();
      expect([left, hash]).toEqual([left, hashes.get(left.join()) ?? hash]);
      hashes.set(left.join(), hash);
    }
    expect(await desk.ledger.read.recomputeHash()).toBe(desk.ledger.hash());
    await undoAll();
    expect(desk.ledger.hash()).toBe(empty);
  }
}, 60_000);
