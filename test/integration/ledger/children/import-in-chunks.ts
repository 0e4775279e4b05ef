/** Imports rows into a ledger, saying after each step how far it is: to be killed at any moment. */
import { openLedger } from '../../../../src/main/ledger/open/open-ledger.ts';
import { batchOf, binance, passphrase, tradeRows, valueOf } from '../ledger.values.ts';

const [, , path = ''] = process.argv;
const { ledger } = valueOf(await openLedger({ path, passphrase }));
for (let number = 1; ; number++) {
  const transaction = await ledger.write.beginImport();
  valueOf(transaction.storeAccounts([binance]));
  valueOf(transaction.startFile(batchOf(`${number}.csv`)));
  const rows = tradeRows(number * 4000, (number + 1) * 4000);
  for (let at = 0; at < rows.length; at += 500) {
    valueOf(transaction.store(rows.slice(at, at + 500)));
    console.log('stored');
  }
  console.log('committing');
  const { ledgerHash } = valueOf(await transaction.commit());
  console.log(`committed ${ledgerHash}`);
}
