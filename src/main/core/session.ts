import type { Ledger } from '../ledger/ledger.ts';
import type { UploadStore } from './uploads.ts';

/** What one core process holds between calls. There is at most one open ledger; locking ends the process. */
export interface Session {
  ledger: Ledger | null;
  /** Recent-ledger list, sample folder and the like live here; set by the host, overridden in tests. */
  readonly dataFolder: string;
  readonly uploads: UploadStore;
  /** Derived results by key; emptied whenever the ledger's facts change (see `derived.ts`). */
  readonly cache: Map<string, unknown>;
}
