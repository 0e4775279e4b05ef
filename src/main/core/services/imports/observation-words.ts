import type { ObservationDraft } from '../../../importers/importer.ts';
import { toText } from '../../../../shared/num/format.ts';
import { measureWords } from '../../../../shared/domain/measure-words.ts';

/** "Funding rate of binance-um:BTCUSDT: 0.0001 for 8 hours". */
export function observationWords({ measure, of, level, value, hours }: ObservationDraft): string {
  const at = level === '' ? '' : ` at ${level} %`;
  const span = hours === null ? '' : ` for ${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  return `${measureWords(measure)} of ${of}${at}: ${toText(value)}${span}`;
}
