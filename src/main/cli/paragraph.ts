import { plain } from './table.ts';

const width = 100;

/** Prose in lines of at most 100 columns; lines after the first stand two columns further in than `indent`. */
export function paragraph(text: string, indent = 0): string {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  let isEmpty = true;
  for (const word of plain(text).split(/ +/u)) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = ' '.repeat(indent === 0 ? 0 : indent + 2);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}
