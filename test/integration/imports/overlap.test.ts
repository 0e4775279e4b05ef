/** Whatever files come in whatever order: rows are neither lost nor doubled, and an import can be taken back. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, openDesk, spotFile, spotRow } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

/** Row number → how often a file has it. */
const rows = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 });
const files = fc.array(rows, { minLength: 1, maxLength: 4 });

const textOf = (numbers: readonly number[]): string => spotFile(...numbers.map(spotRow));
const countIn = (numbers: readonly number[], wanted: number): number =>
  numbers.filter((n) => n === wanted).length;

/** What the ledger holds, by the text of rows. */
async function held(from: ImportDesk): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { id } of await from.ledger.read.events()) {
    const raw = (await from.ledger.read.eventRow(id))?.raw ?? '';
    counts[raw] = (counts[raw] ?? 0) + 1;
  }
  return counts;
}

function largest(all: readonly (readonly number[])[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let n = 0; n <= 6; n++) {
    const most = Math.max(...all.map((numbers) => countIn(numbers, n)));
    if (most > 0) counts[spotRow(n)] = most;
  }
  return counts;
}

async function empty(): Promise<void> {
  for (const { id } of (await desk.ledger.read.batches()).toReversed()) await desk.undo(id);
}

it('overlapping files keep the largest count of each row, one by one or all at once', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.boolean(), async (all, atOnce) => {
      const before = desk.ledger.hash();
      if (atOnce) await desk.confirm(...all.map((numbers) => ({ upload: desk.upload(textOf(numbers)) })));
      else for (const numbers of all) await desk.bring(textOf(numbers));
      expect(await held(desk)).toEqual(largest(all));
      for (const numbers of all) expect(await desk.bring(textOf(numbers))).toMatchObject({ added: 0 });
      expect(await held(desk)).toEqual(largest(all));
      await empty();
      expect(desk.ledger.hash()).toBe(before);
    }),
    { numRuns: 20 },
  );
});

it('what was undone comes back the same', async () => {
  await fc.assert(
    fc.asyncProperty(rows, rows, async (one, other) => {
      await desk.bring(textOf(one));
      const base = desk.ledger.hash();
      const { batches } = await desk.bring(textOf(other));
      const both = desk.ledger.hash();
      if (batches[0] !== undefined) await desk.undo(batches[0].id);
      expect(desk.ledger.hash()).toBe(base);
      await desk.bring(textOf(other));
      expect(desk.ledger.hash()).toBe(both);
      expect(await desk.ledger.read.recomputeHash()).toBe(both);
      await empty();
    }),
    { numRuns: 20 },
  );
});

it('after any imports and undos, importing every file again holds the largest count of each row', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.array(fc.nat(), { maxLength: 3 }), async (all, undone) => {
      for (const numbers of all) await desk.bring(textOf(numbers));
      for (const which of undone) {
        const batches = await desk.ledger.read.batches();
        const batch = batches[which % Math.max(batches.length, 1)];
        if (batch !== undefined) await desk.undo(batch.id);
      }
      for (const numbers of all) await desk.bring(textOf(numbers));
      expect(await held(desk)).toEqual(largest(all));
      await empty();
    }),
    { numRuns: 20 },
  );
});

it('the same file, newest first or oldest first, makes the same events', async () => {
  const numbers = [0, 1, 1, 2, 3];
  await desk.bring(textOf(numbers));
  const forward = (await desk.ledger.read.events()).map(({ id, time, sequence }) => [id, time, sequence]);
  await empty();
  await desk.bring(textOf(numbers.toReversed()));
  expect((await desk.ledger.read.events()).map(({ id, time, sequence }) => [id, time, sequence])).toEqual(
    forward,
  );
});

it.each([
  [
    'a statement',
    'UTC_Time,Account,Operation,Coin,Change,Remark',
    '2023-03-02 10:00:00,Spot,Commission Rebate,BNB,0.001,""',
    '2023-03-02 10:00:00,Spot,Referral Kickback,BNB,0.001,""',
  ],
  [
    'a funding history',
    'Date & Time(UTC),Coin,QTY,Type,Account Balance,Description',
    '2022-08-01 01:02:03,USDT,5,Airdrop,305,Airdrop',
    '2022-08-01 01:02:03,USDT,5,Reward,310,Reward',
  ],
])('rows of other texts are other rows under one header, cut apart or not: %s', async (_, head, ...lines) => {
  const whole = await desk.bring([head, ...lines, ''].join('\n'));
  expect(whole.added).toBe(2);
  await empty();
  for (const line of lines) expect(await desk.bring([head, line, ''].join('\n'))).toMatchObject({ added: 1 });
  expect(desk.ledger.hash()).toBe(whole.ledgerHash);
  expect(await desk.bring([head, ...lines, ''].join('\n'))).toMatchObject({
    added: 0,
    already: 2,
    ledgerHash: whole.ledgerHash,
  });
  const [first, , last] = await desk.ledger.read.batches();
  await desk.undo(last!.id);
  await desk.undo(first!.id);
  const left = desk.ledger.hash();
  await empty();
  await desk.bring([head, lines[1], ''].join('\n'));
  expect(desk.ledger.hash()).toBe(left);
});
