/** Changes a ledger's passphrase to and fro: to be killed at any moment. */
import { trivialKdfCost } from '../../../../src/main/ledger/keys/kdf-cost.ts';
import { openLedger } from '../../../../src/main/ledger/open/open-ledger.ts';
import { passphrase, valueOf } from '../ledger.values.ts';

const [, , path = '', other = '', first = passphrase] = process.argv;
const { ledger } = valueOf(await openLedger({ path, passphrase: first }));
console.log('open');
for (let current = first, next = other; ; [current, next] = [next, current]) {
  valueOf(await ledger.changePassphrase({ current, next, kdfCost: trivialKdfCost }));
}
