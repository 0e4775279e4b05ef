import { afterEach, expect, test } from 'vitest';
import { factsOf } from '../../../src/main/core/facts.ts';
import { openDesk, type ImportDesk } from './import-desk.fixture.ts';

const header = 'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark\n';
const row = (day: number): string => `1,2024-03-0${day} 10:00:00,Spot,Deposit,BTC,${day},""\n`;

let desk: ImportDesk | undefined;
afterEach(async () => desk?.end());

async function places(of: ImportDesk): Promise<readonly string[]> {
  const facts = await factsOf(of.session);
  if (!facts.ok) throw new Error(facts.failure.message);
  return facts.value.events.map(({ source }) => `${source.file}:${source.line}`);
}

test('after an undo that leaves the content hash as it was, rows stand in the file that is left', async () => {
  desk = await openDesk();
  const first = await desk.bring(header + row(1) + row(2), 'first.csv');
  await desk.bring(header + row(2) + row(1), 'second.csv');
  const hash = desk.ledger.hash();
  expect(await places(desk)).toEqual(['first.csv:2', 'first.csv:3']);
  await desk.undo(first.batches[0]?.id ?? '');
  expect(desk.ledger.hash()).toBe(hash);
  expect(await places(desk)).toEqual(['second.csv:3', 'second.csv:2']);
});
