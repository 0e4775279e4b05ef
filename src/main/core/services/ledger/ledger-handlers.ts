import type { ledgerCalls } from '../../../../shared/contract/ledger-calls.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import type { HandlersOf } from '../../call-context.ts';
import { changePassphraseCall } from './change-passphrase.ts';
import { createSampleCall } from './create-sample.ts';
import { createLedgerCall } from './create-ledger.ts';
import { defaultLedgerPath, knownLedgers } from './known-ledgers.ts';
import { ledgerStatus } from './ledger-status.ts';
import { openLedgerCall, recoverLedgerCall } from './open-ledger.ts';
import { exportLedger } from './export-ledger.ts';
import { verifyLedger } from './verify-ledger.ts';

/** The calls of the Lock screen and of the strip. (`ledger.lock` ends this process, so the one above answers it.) */
export const ledgerHandlers: HandlersOf<Exclude<keyof typeof ledgerCalls, 'ledger.lock'>> = {
  'ledger.known': async (_, { session: { dataFolder } }) =>
    ok({ ledgers: knownLedgers(dataFolder), defaultPath: defaultLedgerPath(dataFolder) }),
  'ledger.status': (_, context) => ledgerStatus(context),
  'ledger.create': createLedgerCall,
  'ledger.createSample': createSampleCall,
  'ledger.open': openLedgerCall,
  'ledger.recover': recoverLedgerCall,
  'ledger.export': exportLedger,
  'ledger.verify': verifyLedger,
  'ledger.changePassphrase': changePassphraseCall,
};
