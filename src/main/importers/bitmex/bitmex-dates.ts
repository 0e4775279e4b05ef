import type { Detection, FileHead } from '../importer.ts';

/** The browser that saved the file wrote its times: with AM and PM in capitals it was an American one, month first. */
export function withBrowserDates(detection: Detection, head: FileHead): Detection {
  const at = detection.columns.get('transacttime') ?? 0;
  const below = head.rows.slice(detection.headerIndex + 1);
  const isAmerican = below.some(({ cells }) => / [AP]M$/u.test(cells[at] ?? ''));
  return isAmerican
    ? { ...detection, dateOrder: 'month-first' }
    : { ...detection, dateColumns: ['transacttime'] };
}
