/** Facts after an edit: read anew only where something changed, and never other than a fresh load. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import { price } from '../../../src/shared/num/parse.ts';
import { addDuration } from '../../../src/shared/time/instant.ts';
import { factsOf, type Facts } from '../../../src/main/core/facts.ts';
import type { Session } from '../../../src/main/core/session.ts';
import { UploadStore } from '../../../src/main/core/uploads.ts';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import { accounts, rowsOfFile } from '../ledger/event.fixture.ts';
import { importRows, makeLedger } from '../ledger/ledger.fixture.ts';
import { batchOf, now, tradeRows, valueOf } from '../ledger/ledger.values.ts';

function sessionOf(ledger: Ledger): Session {
  return { ledger, dataFolder: '', uploads: new UploadStore(), cache: new Map() };
}

const factsIn = async (session: Session): Promise<Facts> => valueOf(await factsOf(session));

/** Functions are made anew: they say nothing of what a ledger holds. */
function plain({ termsOf: _, ...facts }: Facts): Omit<Facts, 'termsOf'> {
  return facts;
}

type Step = 'import' | 'two files' | 'undo' | 'undo last' | 'price' | 'account' | 'nothing';
const step = fc.constantFrom<Step>('import', 'two files', 'undo', 'undo last', 'price', 'account', 'nothing');

async function importFiles(
  ledger: Ledger,
  files: readonly string[],
  generate: fc.GeneratorValue,
): Promise<void> {
  const transaction = await ledger.write.beginImport();
  valueOf(transaction.storeAccounts(accounts));
  for (const file of files) {
    valueOf(transaction.startFile({ ...batchOf(file), account: accounts[0]!.id }));
    valueOf(transaction.store(generate(rowsOfFile, file)));
  }
  valueOf(await transaction.commit());
}

async function take(one: Step, ledger: Ledger, number: number, generate: fc.GeneratorValue): Promise<void> {
  const batches = await ledger.read.batches();
  if (one === 'import') await importFiles(ledger, [`${number}.csv`], generate);
  if (one === 'two files') await importFiles(ledger, [`${number}a.csv`, `${number}b.csv`], generate);
  if (one === 'undo' && batches[0] !== undefined) valueOf(await ledger.write.undoBatch(batches[0].id, now));
  if (one === 'undo last' && batches.length > 0)
    valueOf(await ledger.write.undoBatch(batches.at(-1)!.id, now));
  if (one === 'price') {
    const mark = { of: assetId('BTC'), time: addDuration(now, number), price: price('1'), source: 'typed' };
    valueOf(await ledger.write.savePrices([mark], now));
  }
  if (one === 'account') {
    const account = { ...accounts[1]!, id: accountId(`own-${number}`) };
    valueOf(await ledger.write.saveAccount(account, now));
  }
}

test('after any imports, undos and prices the facts are those of a fresh load, events that stay the same objects', async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), fc.gen(), async (steps, generate) => {
      const { ledger } = await makeLedger();
      const session = sessionOf(ledger);
      let before = await factsIn(session);
      for (const one of steps) {
        await take(one, ledger, number++, generate);
        const after = await factsIn(session);
        expect(plain(after)).toEqual(plain(await factsIn(sessionOf(ledger))));
        const known = new Map(before.events.map((event) => [event.id, event]));
        for (const event of after.events) expect(known.get(event.id) ?? event).toBe(event);
        before = after;
      }
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

test('what an edit does not touch stays the very same object', async () => {
  const { ledger } = await makeLedger();
  const session = sessionOf(ledger);
  await importRows(ledger, tradeRows(10, 20), 'late.csv');
  const first = await factsIn(session);
  const mark = { of: assetId('BTC'), time: now, price: price('60000'), source: 'typed' };
  valueOf(await ledger.write.savePrices([mark], now));
  const priced = await factsIn(session);
  expect(priced.events).toBe(first.events);
  expect(priced.accounts).toBe(first.accounts);
  expect(priced.marks).not.toBe(first.marks);
  await importRows(ledger, tradeRows(0, 10), 'early.csv');
  const earlier = await factsIn(session);
  expect(earlier.events.slice(10)).toEqual(first.events);
  expect(earlier.events.slice(10).every((event, place) => event === first.events[place])).toBe(true);
  expect(earlier.marks).toBe(priced.marks);
});
