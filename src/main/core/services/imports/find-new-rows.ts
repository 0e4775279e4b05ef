/** Which rows the ledger does not hold yet: of equal rows, as many as a file has more than are stored. */
import type { PriceMark } from '../../../../shared/domain/price-mark.ts';
import { toText } from '../../../../shared/num/format.ts';
import { epochMs } from '../../../../shared/time/instant.ts';
import type { ReadableLedger } from '../../../ledger/ledger.ts';
import { newObservations, statedValues } from './find-new-observations.ts';
import { eventIdOf } from './identify.ts';
import type { ParsedFile, ParsedObservation, ParsedPrice, ParsedRow } from './parsed-file.ts';
import type { Pacer } from './pacer.ts';

/** A row that is new, with the place among equal rows that is free for it. */
export interface NewRow {
  readonly row: ParsedRow;
  readonly occurrence: number;
}

export interface NewOfFile {
  readonly file: ParsedFile;
  readonly rows: readonly NewRow[];
  readonly prices: readonly ParsedPrice[];
  readonly observations: readonly ParsedObservation[];
  /** Rows of the file, prices and observations included, that are stored or come with a file before it. */
  readonly already: number;
}

const chunk = 2000;

/** In: files in the order in which they will be stored; what one brings is not new in the next. */
export async function findNewRows(
  files: readonly ParsedFile[],
  ledger: ReadableLedger,
  pacer: Pacer,
): Promise<readonly NewOfFile[]> {
  const stored = await storedCounts(files, ledger, pacer);
  const places = new FreePlaces(ledger, stored);
  const known = await storedPrices(files, ledger);
  const stated = await statedValues(files, ledger, pacer);
  const found: NewOfFile[] = [];
  for (const file of files) {
    const rows = await newRows(file, places, pacer);
    const prices = newPrices(file, known);
    const observations = await newObservations(file, stated, pacer);
    const all = file.events.length + file.prices.length + file.observations.length;
    const already = all - rows.length - prices.length - observations.length;
    found.push({ file, rows, prices, observations, already });
  }
  return found;
}

async function storedCounts(
  files: readonly ParsedFile[],
  ledger: ReadableLedger,
  pacer: Pacer,
): Promise<ReadonlyMap<string, number>> {
  const stored = new Map<string, number>();
  for (const { events } of files) {
    for (let at = 0; at < events.length; at += chunk) {
      const hashes = new Set(events.slice(at, at + chunk).map((row) => row.rowHash));
      for (const [hash, count] of await ledger.rowCounts(hashes)) stored.set(hash, count);
      await pacer.pause();
    }
  }
  return stored;
}

async function newRows(file: ParsedFile, places: FreePlaces, pacer: Pacer): Promise<readonly NewRow[]> {
  const rows: NewRow[] = [];
  const heldBefore = places.held();
  for (const [at, row] of file.events.entries()) {
    if (at % chunk === 0) await pacer.pause();
    if (row.occurrence < heldBefore(row.rowHash)) continue;
    const place = places.take(row.rowHash);
    rows.push({ row, occurrence: typeof place === 'number' ? place : await place });
  }
  return rows;
}

/** Places among equal rows. Where earlier imports were undone, the stored ones may have gaps. */
class FreePlaces {
  readonly #ledger: ReadableLedger;
  readonly #stored: ReadonlyMap<string, number>;
  /** How many rows this import adds. */
  readonly #added = new Map<string, number>();
  /** Of rows that are stored too: where to look for the next free place. */
  readonly #next = new Map<string, number>();

  constructor(ledger: ReadableLedger, stored: ReadonlyMap<string, number>) {
    this.#ledger = ledger;
    this.#stored = stored;
  }

  /** How many rows of a hash there are at this moment; the answer does not change while rows are taken. */
  held(): (hash: string) => number {
    const added = new Map(this.#added);
    return (hash) => (this.#stored.get(hash) ?? 0) + (added.get(hash) ?? 0);
  }

  take(hash: string): number | Promise<number> {
    const added = this.#added.get(hash) ?? 0;
    this.#added.set(hash, added + 1);
    return this.#stored.has(hash) ? this.#findFree(hash) : added;
  }

  async #findFree(hash: string): Promise<number> {
    let place = this.#next.get(hash) ?? 0;
    while ((await this.#ledger.eventRow(eventIdOf(hash, place))) !== undefined) place++;
    this.#next.set(hash, place + 1);
    return place;
  }
}

/** Prices that are stored: what each says, and the sources that are taken. */
interface KnownPrices {
  readonly said: Set<string>;
  readonly sources: Set<string>;
}

async function storedPrices(files: readonly ParsedFile[], ledger: ReadableLedger): Promise<KnownPrices> {
  const known: KnownPrices = { said: new Set(), sources: new Set() };
  if (files.every(({ prices }) => prices.length === 0)) return known;
  for (const mark of await ledger.marks()) note(known, mark);
  return known;
}

/** A price that is stored already is not new, whatever file or line it stands in now. */
function newPrices({ prices }: ParsedFile, known: KnownPrices): readonly ParsedPrice[] {
  return prices.flatMap((price) => {
    if (known.said.has(saidBy(price.mark))) return [];
    const mark = withFreeSource(price.mark, known);
    note(known, mark);
    return [{ ...price, mark }];
  });
}

/** A line that was corrected says another price at the same time: both are kept, the ledger tells them by their source. */
function withFreeSource(mark: PriceMark, known: KnownPrices): PriceMark {
  let { source } = mark;
  for (let time = 2; known.sources.has(placeOf({ ...mark, source })); time++)
    source = `${mark.source} (${time})`;
  return { ...mark, source };
}

function note(known: KnownPrices, mark: PriceMark): void {
  known.said.add(saidBy(mark));
  known.sources.add(placeOf(mark));
}

function saidBy({ of, time, price }: PriceMark): string {
  return `${of}|${epochMs(time)}|${toText(price)}`;
}

function placeOf({ of, time, source }: PriceMark): string {
  return `${of}|${epochMs(time)}|${source}`;
}
