/** What is told of a file while its rows go by: how many there are of each kind, and the first of them in words. */
import type { z } from 'zod';
import type { previewFile } from '../../../../shared/contract/import-calls.ts';
import { toText } from '../../../../shared/num/format.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { ArrivingRow } from '../../../ledger/import-transaction.ts';
import type { ArrivingObservation, ArrivingPrice } from './arriving-rows.ts';
import { eventWords } from './event-words.ts';
import { observationWords } from './observation-words.ts';

type PreviewFile = z.output<typeof previewFile>;

const sampleRows = 50;

export class FileReport {
  added = 0;
  already = 0;
  readonly #kinds = new Map<string, number>();
  readonly #sample: PreviewFile['sampleRows'] = [];

  event({ event, raw }: ArrivingRow, isNew: boolean): void {
    this.#count(event.kind, isNew);
    const { time, kind, source } = event;
    if (this.#wants(source.line))
      this.#show({ line: source.line, raw, time: toIso(time), kind, words: rowWords(event) });
  }

  price({ mark, line, raw }: ArrivingPrice, isNew: boolean): void {
    this.#count('price', isNew);
    const words = `Price of ${mark.of}: ${toText(mark.price)}`;
    if (this.#wants(line)) this.#show({ line, raw, time: toIso(mark.time), kind: 'price', words });
  }

  observation({ observation, line, raw }: ArrivingObservation, isNew: boolean): void {
    const { time, measure } = observation;
    this.#count(measure, isNew);
    if (this.#wants(line))
      this.#show({ line, raw, time: toIso(time), kind: measure, words: observationWords(observation) });
  }

  /** The most frequent first. */
  byKind(): PreviewFile['byKind'] {
    return [...this.#kinds].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count);
  }

  /** The first rows as the file has them, whatever their time. */
  sampleRows(): PreviewFile['sampleRows'] {
    return this.#sample.slice(0, sampleRows);
  }

  #count(kind: string, isNew: boolean): void {
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    if (isNew) this.added++;
    else this.already++;
  }

  #wants(line: number): boolean {
    const last = this.#sample[sampleRows - 1];
    return last === undefined || line < last.line;
  }

  #show(row: PreviewFile['sampleRows'][number]): void {
    this.#sample.push(row);
    this.#sample.sort((a, b) => a.line - b.line);
    this.#sample.length = Math.min(this.#sample.length, sampleRows);
  }
}

/** Of a row that is put together with others: that it is, not only what it changes by itself. */
function rowWords(event: ArrivingRow['event']): string {
  const words = eventWords(event);
  return event.part !== undefined && event.kind === 'balance-change'
    ? `Part of an event of several rows: ${words.charAt(0).toLowerCase()}${words.slice(1)}`
    : words;
}
