import { appendFileSync } from 'node:fs';

/** A request that somebody in the page tried to make and that did not leave. The rest of its URL may hold figures. */
export interface BlockedRequest {
  readonly origin: string;
  readonly type: string;
}

/**
 * Counts refused requests and says each on stderr; with HEDGEROW_BLOCKED_LOG also as a JSON line in that file, so that a
 * test can fail on any.
 */
export class BlockedRequests {
  readonly #list: BlockedRequest[] = [];
  readonly #file: string | undefined;

  constructor(file: string | undefined = process.env['HEDGEROW_BLOCKED_LOG']) {
    this.#file = file;
  }

  get list(): readonly BlockedRequest[] {
    return this.#list;
  }

  add(url: string, type: string): void {
    const blocked = { origin: originOf(url), type };
    this.#list.push(blocked);
    process.stderr.write(`hedgerow: refused a request to ${blocked.origin} (${type})\n`);
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(blocked)}\n`);
  }
}

function originOf(url: string): string {
  if (!URL.canParse(url)) return 'an unreadable address';
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
