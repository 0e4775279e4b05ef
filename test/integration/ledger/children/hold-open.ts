/** Opens a ledger, says so, and holds it until it is ended. */
import { openLedger } from '../../../../src/main/ledger/open/open-ledger.ts';

const [, , path = '', passphrase = ''] = process.argv;
const opened = await openLedger({ path, passphrase });
console.log(opened.ok ? 'open' : opened.failure.code);
setInterval(() => undefined, 1000);
