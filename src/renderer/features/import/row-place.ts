import { formatCount } from '../../ui/number-format.ts';

export interface RowPlace {
  readonly file: string;
  readonly line: number;
}

/** "binance.csv, line 1,204". */
export function placeWords({ file, line }: RowPlace): string {
  return `${file}, line ${formatCount(line)}`;
}

/** "a.csv, lines 3 and 7; b.csv, line 2; and 5 more": the first rows of a figure, and how many there are. */
export function placesWords(places: readonly RowPlace[], count: number): string {
  const byFile = [...Map.groupBy(places, ({ file }) => file)].map(([file, rows]) => {
    const lines = [...new Set(rows.map(({ line }) => line))].map((line) => formatCount(line));
    const last = lines.at(-1) ?? '';
    return lines.length < 2
      ? `${file}, line ${last}`
      : `${file}, lines ${lines.slice(0, -1).join(', ')} and ${last}`;
  });
  const more = count - places.length;
  return [...byFile, ...(more > 0 ? [`and ${formatCount(more)} more`] : [])].join('; ');
}
