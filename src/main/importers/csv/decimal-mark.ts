import type { DecimalMark } from '../importer.ts';

const unit = String.raw`\s?[A-Za-z]{0,10}$`;
const oneMark = new RegExp(String.raw`^-?(\d{1,15})([.,])(\d+)${unit}`, 'u');
/** "1.234,5" and "1,234.5": the mark that comes last is the decimal one. */
const bothMarks = new RegExp(
  String.raw`^-?\d{1,3}(?:\.\d{3}(?:\.\d{3})*(,)|,\d{3}(?:,\d{3})*(\.))\d+${unit}`,
  'u',
);

/** A file saved again by a European spreadsheet has decimal commas: then hardly a number of it has a decimal point. */
export class DecimalMarkVote {
  readonly #sure = { ',': 0, '.': 0 };
  /** "1,234" can be a thousand or one and a bit: such cells count only where no other says it. */
  readonly #open = { ',': 0, '.': 0 };
  #example = '';

  add(cell: string): void {
    const text = cell.trim();
    const [, whole = '', mark, decimals = ''] = oneMark.exec(text) ?? [];
    if (mark === '.' || mark === ',') {
      const isOpen = decimals.length === 3 && whole.length <= 3 && !whole.startsWith('0');
      (isOpen ? this.#open : this.#sure)[mark]++;
      if (isOpen && this.#example === '') this.#example = text;
      return;
    }
    const [, comma, point] = bothMarks.exec(text) ?? [];
    if (comma !== undefined) this.#sure[',']++;
    else if (point !== undefined) this.#sure['.']++;
  }

  get mark(): DecimalMark {
    const votes = this.#sure[','] === this.#sure['.'] ? this.#open : this.#sure;
    return votes[','] > votes['.'] ? ',' : '.';
  }

  /** What the cells show for certain; null where none does. */
  get told(): DecimalMark | null {
    return this.#sure[','] === 0 && this.#sure['.'] === 0 ? null : this.mark;
  }

  /** A cell that can be read in two ways where no cell tells which; else null. */
  get inDoubt(): string | null {
    return this.told !== null || this.#example === '' ? null : this.#example;
  }
}
