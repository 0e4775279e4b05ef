import type { Failure } from '../../../shared/errors/failure.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { KdfCost } from '../keys/kdf-cost.ts';
import type { Ledger } from '../ledger.ts';

/** An opened ledger, and what its owner should know although it opened. */
export interface OpenedLedger {
  readonly ledger: Ledger;
  readonly warnings: readonly Failure[];
}

/** A ledger just made. The recovery key is shown once and kept nowhere. */
export interface CreatedLedger {
  readonly ledger: Ledger;
  readonly recoveryKey: string;
}

export interface CreateOptions {
  readonly path: string;
  readonly passphrase: Buffer | string;
  readonly now: Instant;
  /** What "today" is in a ledger of samples. */
  readonly sample?: { readonly asOf: LocalDate };
  /** Work per guess of the passphrase; tests pass less. */
  readonly kdfCost?: KdfCost;
}

export interface OpenOptions {
  readonly path: string;
  readonly passphrase: Buffer | string;
}

export interface RecoverOptions {
  readonly path: string;
  readonly recoveryKey: string;
}
