import type { DecimalMark } from '../importer.ts';

/** A file saved again by a European spreadsheet has decimal commas: then hardly a number of it has a decimal point. */
export class DecimalMarkVote {
  #commas = 0;
  #points = 0;

  add(cell: string): void {
    const text = cell.trim();
    if (/^-?\d{1,15},\d+\s?[A-Za-z]{0,10}$/u.test(text)) this.#commas++;
    else if (/^-?\d{1,15}\.\d+\s?[A-Za-z]{0,10}$/u.test(text)) this.#points++;
  }

  get mark(): DecimalMark {
    return this.#commas > this.#points ? ',' : '.';
  }
}
