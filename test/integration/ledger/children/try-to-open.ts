/** Prints what opening a ledger comes to: "ok" or the failure's code. */
import { openLedger } from '../../../../src/main/ledger/open/open-ledger.ts';

const [, , path = '', passphrase = ''] = process.argv;
const opened = await openLedger({ path, passphrase });
console.log(opened.ok ? 'ok' : opened.failure.code);
if (opened.ok) await opened.value.ledger.close();
