/** Rows with an id of the exchange's own are known by it, whatever each download computes anew beside it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, openDesk } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

/** MEXC's deposits: the progress of an old deposit is what it was on the day of the download. */
function deposits(...rows: readonly (readonly [id: string, progress: string])[]): string {
  const lines = rows.map(
    ([id, progress]) => `7,Credited Successfully,2025-03-01 10:11:12,USDT,TRX,250.5,${id},${progress}`,
  );
  return ['UID,Status,Time,Crypto,Network,Deposit Amount,TxID,Progress', ...lines, ''].join('\n');
}

async function counts(text: string): Promise<readonly number[]> {
  const { added, already } = await desk.bring(text);
  return [added, already];
}

it('a cell that changes from download to download makes no other row; another id does, and so does the row again', async () => {
  expect(await counts(deposits(['a:1', '20/20']))).toEqual([1, 0]);
  expect(await counts(deposits(['a:1', '12/12'], ['a:2', '12/12']))).toEqual([1, 1]);
  expect(await counts(deposits(['a:1', '3/3'], ['a:1', '3/3']))).toEqual([1, 1]);
  for (const { id } of (await desk.ledger.read.batches()).slice(1)) await desk.undo(id);
  expect(await desk.ledger.read.eventCount()).toBe(1);
  expect(await desk.ledger.read.recomputeHash()).toBe(desk.ledger.hash());
});

// Source: review of issue 7, session 8 (code 47).
it('a row whose id is here with other contents is told of; the same row again is not', async () => {
  const changed = deposits(['a:1', '20/20'], ['a:2', '20/20']).replace('250.5,a:2', '6,a:2');
  await desk.bring(deposits(['a:1', '20/20'], ['a:2', '20/20']), 'old.csv');
  const told = async (text: string): Promise<readonly unknown[]> => {
    const { files } = await desk.preview({ upload: desk.upload(text, 'new.csv') });
    return files.flatMap(({ problems }) =>
      problems
        .filter(({ code }) => code !== 'import/zone-assumed')
        .map(({ code, severity, rows }) => [code, severity, rows.map(({ line }) => line)]),
    );
  };
  expect(await told(changed)).toEqual([['import/id-with-other-contents', 'warning', [3]]]);
  expect(await told(deposits(['a:1', '3/3'], ['a:1', '3/3'], ['a:3', '3/3']))).toEqual([]);
});
