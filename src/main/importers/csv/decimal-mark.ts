import type { DecimalMark } from '../importer.ts';

const unit = String.raw`\s?[A-Za-z]{0,10}$`;
const oneMark = new RegExp(String.raw`^-?(\d{1,15})([.,])(\d+)${unit}`, 'u');
/** "1.234,5" and "1,234.5": the mark that comes last is the decimal one. */
const bothMarks = new RegExp(
  String.raw`^-?\d{1,3}(?:\.\d{3}(?:\.\d{3})*(,)|,\d{3}(?:,\d{3})*(\.))\d+${unit}`,
  'u',
);

/** What the cells of a file say together. */
export type DecimalMarkOutcome =
  | { readonly mark: DecimalMark }
  /** `example` can be read in two ways, and no cell tells which; `against` contradicts `example`. */
  | { readonly example: string; readonly against: string | null };

/** A file saved again by a European spreadsheet has decimal commas. Decided over all its cells, never cell by cell. */
export class DecimalMarkVote {
  /** The first cell that only one mark explains. */
  readonly #sure: { [mark in DecimalMark]?: string } = {};
  /** "1,234" can be a thousand or one and a bit. */
  #open: string | null = null;

  add(cell: string): void {
    const text = cell.trim();
    const [, whole = '', mark, decimals = ''] = oneMark.exec(text) ?? [];
    if (mark === '.' || mark === ',') {
      if (decimals.length === 3 && whole.length <= 3 && !whole.startsWith('0')) this.#open ??= text;
      else this.#sure[mark] ??= text;
      return;
    }
    const [, comma, point] = bothMarks.exec(text) ?? [];
    if (comma !== undefined) this.#sure[','] ??= text;
    else if (point !== undefined) this.#sure['.'] ??= text;
  }

  /** With a point where no number has a mark at all. */
  get outcome(): DecimalMarkOutcome {
    const { ',': comma, '.': point } = this.#sure;
    if (comma !== undefined && point !== undefined) return { example: comma, against: point };
    if (comma === undefined && point === undefined && this.#open !== null)
      return { example: this.#open, against: null };
    return { mark: comma === undefined ? '.' : ',' };
  }

  /** What the cells show for certain; null where none does. */
  get told(): DecimalMark | null {
    const { outcome } = this;
    const isSure = this.#sure[','] !== undefined || this.#sure['.'] !== undefined;
    return isSure && 'mark' in outcome ? outcome.mark : null;
  }

  /** The likelier, for a look at the head. */
  get mark(): DecimalMark {
    return this.#sure[','] !== undefined && this.#sure['.'] === undefined ? ',' : '.';
  }
}
