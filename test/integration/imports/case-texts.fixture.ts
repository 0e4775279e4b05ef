/** Every file of every case of the importers: what the invariants, the properties and the fuzz run over. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CaseText {
  /** "binance-spot.json: the case". */
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly format: string;
  readonly choice: { readonly timeZone?: string; readonly market?: string; readonly format?: string };
  readonly isRefused: boolean;
}

interface Case {
  readonly name: string;
  readonly file?: string;
  readonly zone?: string;
  readonly market?: string;
  readonly choose?: string;
  readonly lines: readonly string[];
  readonly expect?: { readonly failure?: string };
}

const folder = join(import.meta.dirname, '../../cases/importers');

export const caseTexts: readonly CaseText[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .toSorted()
  .flatMap((name) => {
    const { format, cases } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      readonly format: string;
      readonly cases: readonly Case[];
    };
    return cases.map((one) => ({
      name: `${name}: ${one.name}`,
      file: one.file ?? 'export.csv',
      text: one.lines.join('\n'),
      format,
      choice: {
        ...(one.zone !== undefined && { timeZone: one.zone }),
        ...(one.market !== undefined && { market: one.market }),
        ...(one.choose !== undefined && { format: one.choose }),
      },
      isRefused: one.expect?.failure !== undefined,
    }));
  });
