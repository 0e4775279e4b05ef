/** Which file of a download in several parts a file is, by its name. */
import { epochMs, type Instant } from '../../../../shared/time/instant.ts';
import type { DownloadPart } from '../../../ledger/batch.ts';

/**
 * In: the file's name, behind that of its archive. Out: undefined where the name does not say that there are other parts.
 *
 * `-part2-of3` says it for certain. Where the rest of the name says when the download was made, its parts find each other
 * in whatever import they come; otherwise, and for names such as `part-00001.csv` and Bybit's `_1.csv`, only those of one
 * import and folder belong together: the next download may have the same names.
 */
export function downloadPartOf(file: string, format: string, importedAt: Instant): DownloadPart | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const folder = file.slice(0, file.length - name.length);
  const here = (stem: string): string => `${folder}${stem} ${epochMs(importedAt)}`;
  const counted = /^(.*)part[-_]?(\d{1,4})[-_]?of[-_]?(\d{1,4})(.*)$/iu.exec(name);
  if (counted !== null) {
    const [, before = '', part = '', of = '', after = ''] = counted;
    if (Number(of) < 2) return undefined;
    const stem = `${before}part?-of${of}${after}`;
    return { name: /\d{8}/u.test(before + after) ? stem : here(stem), part: Number(part) };
  }
  const numbered =
    (folder !== '' ? /^(.*part[-_])(\d{3,6})(\D.*)$/iu.exec(name) : null) ??
    (format.startsWith('bybit') ? /^(.*_)(\d{1,3})(\.\w+)$/u.exec(name) : null);
  if (numbered === null) return undefined;
  const [, before = '', part = '', after = ''] = numbered;
  return { name: here(`${before}?${after}`), part: Number(part) };
}
