/**
 * What the content hash of a ledger is made of may change by a migration only: with another rule every ledger that exists
 * would be called tampered with. If a hash below changes because a fact or the rule of what is in force did, so do those of
 * all users: it needs a migration (docs/howto/add-a-migration.md). If a reader now reads one of the files otherwise, ledgers
 * keep the events that they have, and the hash is pinned anew.
 */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decideFixed, fixedFiles, typeFixed } from './fixed-ledger.fixture.ts';
import { type ImportDesk, openDesk } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

/** After each step. */
const pinned: readonly (readonly [step: string, hash: string])[] = [
  ['nothing', '0073ca0eef702a6317974f93fb53eeed99672fe1039780fa963637a36ea36171'],
  ['spot.csv', 'dfa4359e4ccbf440347ddbfa5e095867705a61fdc9712b734d3ec0065e6076f7'],
  ['spot-again.csv', 'a5760ee8193724e280d9db3d7ba8ffdf6802f21ee5097437025405bd5c182592'],
  ['statement.csv', '350e01b6ec853c4a7a3abf24b1c52dffc8879d755db4f4d1c30e2d0fab29d13c'],
  ['perpetuals.csv', '1ad44cd0504d59c1b1bbeb34c92b503e3264530d6ab4cbfdf4b9f962e8d71df1'],
  ['own.csv', '775c8386864804deed757d6d4ca707863183c81ee3dc0bde9be590bb051fd848'],
  ['prices.csv', '78972770e1168939db816421a0e0f9b7edcd1c08de1d10f55bd4656bb31cf959'],
  ['other-prices.csv', 'abcc15d1bcf56ae84e6bbc95ebaec078aff6703a8f2a06b5e7d1ecb86eef86f0'],
  ['market.csv', '205b2982a7d14793d927a2f82b52959caccca3dd1e7130732b9f1d06ce48c790'],
  ['other-market.csv', '6ae6b00877bbba837647e75062c464043502571bdbe2fd1d11a52d7dc48013e4'],
  ['decisions', '34a8aaf58817f5b024a1fbf93b6d77c5c40a0d85f106b8f5b124b182dde8bb68'],
  ['typed', '9f6fae1da58bdcf43da702b7f841c969097d761c566a7a1f1eaa4ab0f7d8f460'],
];

it('the ledger of fixed files has the hash that it always had', async () => {
  const hashes: [string, string][] = [];
  const note = (step: string): void => void hashes.push([step, desk.ledger.hash()]);
  note('nothing');
  for (const [file, text] of fixedFiles) {
    await desk.bring(text, file);
    note(file);
  }
  await decideFixed(desk);
  note('decisions');
  await typeFixed(desk);
  note('typed');
  expect(hashes).toEqual(pinned);
  expect(await desk.ledger.read.recomputeHash()).toBe(desk.ledger.hash());
});
