/** Imports and saves until the disk refuses; prints what each attempt came to. */
import { openLedger } from '../../../../src/main/ledger/open/open-ledger.ts';
import { batchOf, binance, now, passphrase, tradeRows, valueOf } from '../ledger.values.ts';
import type { Result } from '../../../../src/shared/errors/failure.ts';
import type { Ledger } from '../../../../src/main/ledger/ledger.ts';

const [, , path = '', chunk = '', noteBytes = '0'] = process.argv;
const note = 'n'.repeat(Number(noteBytes));
const { ledger } = valueOf(await openLedger({ path, passphrase }));
let before = ledger.hash();
let refused = 0;
for (let number = 1; refused < 2; number++) {
  const result = await importOne(ledger, number);
  const code = result.ok ? 'ok' : result.failure.code;
  console.log(code);
  if (result.ok) before = ledger.hash();
  else refused += 1;
  if (ledger.hash() !== before || (await ledger.read.recomputeHash()) !== before) console.log('HALF STORED');
}
const long = 'x'.repeat(30_000_000);
const saved = await ledger.write.appendRecord({ kind: 'election', body: long, recordedAt: now });
console.log(saved.ok ? 'ok' : saved.failure.code);
if ((await ledger.read.recomputeHash()) !== before) console.log('HALF STORED');
await ledger.close();

async function importOne({ write }: Ledger, number: number): Promise<Result<unknown>> {
  const transaction = await write.beginImport();
  try {
    for (const step of [
      () => transaction.storeAccounts([binance]),
      () => transaction.startFile(batchOf(`${number}.csv`)),
      ...chunksOf(number).map((rows) => () => transaction.store(rows)),
    ]) {
      const result = step();
      if (!result.ok) return result;
    }
    return await transaction.commit();
  } finally {
    await transaction.rollback();
  }
}

function chunksOf(number: number): ReturnType<typeof tradeRows>[] {
  const rows = Number(chunk);
  return [0, 1, 2].map((part) => tradeRows((number * 3 + part) * rows, (number * 3 + part + 1) * rows, note));
}
