import type { Push } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/errors/failure.ts';
import type { CoreProcess } from '../core/client.ts';

/** What a window's page may ask; the router stands behind it. */
export interface PageCalls {
  /** Nothing of what arrives is believed. Never rejects. */
  handle(name: unknown, input: unknown, id: unknown): Promise<Result<unknown>>;
  /** For hosts that learn of suspend or of the screen's lock. */
  lockIfOpen(): void;
}

export interface HostWindow {
  push(push: Push): void;
  /**
   * Puts a fresh page into the window, in a renderer process of its own: the one before it, and every text in its memory,
   * is gone. Never rejects.
   */
  renewPage(): Promise<void>;
  /** Resolves when the user or `close` has closed it and nothing of it is left behind. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/**
 * What gives the app a window, and serves the page in it (`page-files.ts`). Picking files is the page's own file field,
 * saving is the page's own download, which a host lets the user place: so no path ever reaches a page.
 */
export interface Host {
  forkCore(): CoreProcess;
  openWindow(calls: PageCalls): Promise<HostWindow>;
}
