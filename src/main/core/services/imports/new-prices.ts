/** Which prices of files the ledger does not state yet. */
import type { PriceMark } from '../../../../shared/domain/price-mark.ts';
import { toText } from '../../../../shared/num/format.ts';
import { epochMs } from '../../../../shared/time/instant.ts';
import type { ReadableLedger } from '../../../ledger/ledger.ts';

/** Prices that are stored, or come with a file before: what each says, and the sources that are taken. */
export class KnownPrices {
  readonly #said = new Set<string>();
  readonly #sources = new Set<string>();
  #isRead = false;

  /** Reads what the ledger holds, once. */
  async read(ledger: ReadableLedger): Promise<void> {
    if (this.#isRead) return;
    this.#isRead = true;
    for (const mark of await ledger.marks()) this.#note(mark);
  }

  /** The price under a source that is free, or null where the same is said already, in whatever file or line. */
  take(mark: PriceMark): PriceMark | null {
    if (this.#said.has(saidBy(mark))) return null;
    const free = this.#withFreeSource(mark);
    this.#note(free);
    return free;
  }

  /** A line that was corrected says another price at the same time: both are kept, the ledger tells them by their source. */
  #withFreeSource(mark: PriceMark): PriceMark {
    let { source } = mark;
    for (let time = 2; this.#sources.has(placeOf({ ...mark, source })); time++)
      source = `${mark.source} (${time})`;
    return { ...mark, source };
  }

  #note(mark: PriceMark): void {
    this.#said.add(saidBy(mark));
    this.#sources.add(placeOf(mark));
  }
}

function saidBy({ of, time, price }: PriceMark): string {
  return `${of}|${epochMs(time)}|${toText(price)}`;
}

function placeOf({ of, time, source }: PriceMark): string {
  return `${of}|${epochMs(time)}|${source}`;
}
