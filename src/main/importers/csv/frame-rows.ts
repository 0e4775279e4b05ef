/**
 * Text, piece by piece → rows of text, each with the line where it begins. A quoted cell may hold line ends.
 *
 * A quote that is never closed costs its own row only: what was held back for it is framed again, line by line.
 */
import { csvCaps } from './caps.ts';

export type FrameFault = 'row-too-long' | 'quote-not-closed';

export interface FrameSink {
  /** In: `span`, how many lines it takes. */
  row(raw: string, line: number, span: number): void;
  fault(fault: FrameFault, raw: string, line: number): void;
}

const shownOfLongRow = 200;

/** Frames the rows of one file. In: `push` in order, then `end`; pieces may be cut anywhere. */
export class RowFramer {
  readonly #sink: FrameSink;
  readonly #newline: '\n' | '\r';
  #line = 1;
  /** The piece of a line whose end has not come. */
  #tail = '';
  /** Lines of a row that began a quoted cell and has not ended it. */
  #open: string[] = [];
  #openLength = 0;
  #skipping = false;

  constructor(newline: '\n' | '\r', sink: FrameSink) {
    this.#newline = newline;
    this.#sink = sink;
  }

  push(piece: string): void {
    const text = this.#tail === '' ? piece : this.#tail + piece;
    let at = 0;
    let nextQuote = text.indexOf('"');
    for (let end = text.indexOf(this.#newline); end !== -1; end = text.indexOf(this.#newline, at)) {
      if (nextQuote !== -1 && nextQuote < at) nextQuote = text.indexOf('"', at);
      this.#endLine(text.slice(at, endOfLine(text, at, end)), nextQuote !== -1 && nextQuote < end);
      at = end + 1;
    }
    this.#keepTail(text.slice(at));
  }

  end(): void {
    const last = this.#tail;
    this.#tail = '';
    if (last !== '') this.#endLine(last, last.includes('"'));
    while (this.#open.length > 0) this.#giveUpQuote();
    if (this.#skipping) this.#line++;
    this.#skipping = false;
  }

  /** Lines that have ended. */
  get lines(): number {
    return this.#line - 1;
  }

  #keepTail(tail: string): void {
    this.#tail = tail;
    if (tail.length <= csvCaps.rowBytes) return;
    if (!this.#skipping) this.#sink.fault('row-too-long', tail.slice(0, shownOfLongRow), this.#line);
    this.#skipping = true;
    this.#tail = '';
  }

  /** One line has ended. */
  #endLine(text: string, quoted: boolean): void {
    if (this.#skipping) {
      this.#skipping = false;
      this.#line++;
    } else if (this.#open.length > 0) {
      this.#extendOpen(text, quoted);
    } else if (text.length > csvCaps.rowBytes) {
      this.#sink.fault('row-too-long', text.slice(0, shownOfLongRow), this.#line++);
    } else if (quoted && hasOddQuotes(text)) {
      this.#open = [text];
      this.#openLength = text.length;
    } else {
      this.#sink.row(text, this.#line++, 1);
    }
  }

  #extendOpen(text: string, quoted: boolean): void {
    this.#open.push(text);
    this.#openLength += text.length + 1;
    if (this.#openLength > csvCaps.rowBytes) {
      this.#giveUpQuote();
    } else if (quoted && hasOddQuotes(text)) {
      const lines = this.#open;
      this.#open = [];
      this.#sink.row(lines.join('\n'), this.#line, lines.length);
      this.#line += lines.length;
    }
  }

  /** The row that opened the quote is bad; the lines held back behind it get another chance. */
  #giveUpQuote(): void {
    const [bad = '', ...others] = this.#open;
    this.#open = [];
    this.#sink.fault('quote-not-closed', bad, this.#line++);
    for (const line of others) this.#endLine(line, line.includes('"'));
  }
}

/** Without the carriage return of Windows. */
function endOfLine(text: string, start: number, end: number): number {
  return end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

function hasOddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}
