import { z } from 'zod';
import { command, query, task } from './call.ts';
import { dateText, instantText, nothing } from './texts.ts';

const passphrase = z.string().min(1).max(1024);

const ledgerStatus = z.strictObject({
  state: z.enum(['locked', 'open']),
  /** File name and folder are shown; nothing else of the machine is. */
  path: z.string().nullable(),
  name: z.string().nullable(),
  /** The sample ledger lives in a temporary place and can be thrown away. */
  sample: z.boolean(),
  ledgerHash: z.string().nullable(),
  asOf: dateText,
  /** The oldest of the newest prices that holdings are valued at. */
  pricesAsOf: instantText.nullable(),
  /** Its day where the taxpayer lives. */
  pricesDay: dateText.nullable(),
  events: z.number().int(),
  taxYear: z.number().int(),
  version: z.string(),
});

const knownLedger = z.strictObject({
  path: z.string(),
  name: z.string(),
  exists: z.boolean(),
  lastOpened: instantText.nullable(),
});

const opened = z.strictObject({ status: ledgerStatus, warnings: z.array(z.string()) });
const created = z.strictObject({
  status: ledgerStatus,
  /** Shown once, to be printed or written down; it opens the ledger when the passphrase is lost. */
  recoveryKey: z.string(),
});

const all = [''];

export const ledgerCalls = {
  'ledger.known': query(nothing, z.strictObject({ ledgers: z.array(knownLedger), defaultPath: z.string() })),
  'ledger.status': query(nothing, ledgerStatus),
  'ledger.create': task(z.strictObject({ path: z.string().min(1), passphrase }), created, all),
  /** A fresh ledger with the sample exports, in a temporary place, with a passphrase that is shown. */
  'ledger.createSample': task(nothing, z.strictObject({ status: ledgerStatus, passphrase: z.string() }), all),
  'ledger.open': task(z.strictObject({ path: z.string().min(1), passphrase }), opened, all),
  'ledger.recover': task(
    z.strictObject({ path: z.string().min(1), recoveryKey: z.string().min(1).max(200) }),
    opened,
    all,
  ),
  /**
   * The whole ledger, not encrypted, piece by piece: an empty ledger that imports it has the same content hash. Each piece is
   * some megabytes of lines in gzip; the pieces one after the other are a gzip file. `next` asks for the one after.
   */
  'ledger.export': task(
    z.strictObject({ next: z.string().max(10_000).optional() }),
    z.strictObject({
      file: z.string(),
      base64: z.string(),
      /** null after the last piece. */
      next: z.string().nullable(),
      events: z.number().int(),
      ledgerHash: z.string(),
    }),
  ),
  /** Computes everything anew: the content hash from all that is stored, and the chain of identification records. */
  'ledger.verify': query(
    nothing,
    z.strictObject({
      ledgerHash: z.string(),
      /** Differs from `ledgerHash` where something was changed behind the ledger's back. */
      recomputedHash: z.string(),
      recordsIntact: z.boolean(),
      /** The first record whose hash, place or predecessor is wrong. */
      recordsBrokenAt: z.number().int().nullable(),
    }),
  ),
  'ledger.changePassphrase': task(z.strictObject({ current: passphrase, next: passphrase }), nothing),
  /** Ends the core process: nothing less empties its memory. Answered by the process above it. */
  'ledger.lock': command(nothing, nothing, all),
};
