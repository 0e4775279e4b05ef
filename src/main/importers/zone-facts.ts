/** Which time zone the times of a file are in, and how anybody knows. */
import { parseTimeZone, utc, type TimeZone } from '../../shared/time/time-zone.ts';
import type { FileHead, ZoneFact } from './importer.ts';

const inFileName = /[(~]UTC(--?|\+)(\d{1,2})(?::?(\d\d))?[)~]/iu;
const inPreamble = /time\s*zone\W{0,4}([A-Za-z]+(?:[/_+-][A-Za-z0-9_:+-]+)*)/iu;
const utcOffset = /^(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?(\d\d))?$/iu;

/** The zone of text such as `UTC+8`, `+01:00`, `America/Sao_Paulo`, `UTC`, `UTCnull`; undefined for anything else. */
export function zoneOfText(text: string): TimeZone | undefined {
  const trimmed = text.trim();
  if (/^(?:utc|gmt|utcnull|z)$/iu.test(trimmed)) return utc;
  const offset = utcOffset.exec(trimmed);
  if (offset === null) return parseTimeZone(trimmed);
  return zoneOfOffset(offset[1] === '-', offset[2] ?? '0', offset[3] ?? '00');
}

/** The zone in a name such as `Binance-Spot-Trade-History-202605061200(UTC--6)_1.csv`. */
export function zoneOfFileName(file: string): TimeZone | undefined {
  const match = inFileName.exec(file);
  return match === null ? undefined : zoneOfOffset(match[1] !== '+', match[2] ?? '0', match[3] ?? '00');
}

/** The zone of a file: its header, the lines above it, its name, else UTC, which is then only assumed. */
export function zoneFact(head: FileHead, headerIndex: number, zoneText: string | null): ZoneFact {
  const stated = zoneText === null ? zoneOfPreamble(head, headerIndex) : zoneOfText(zoneText);
  if (stated !== undefined) return { zone: stated, from: 'file' };
  const named = zoneOfFileName(head.file);
  return named === undefined ? { zone: utc, from: 'assumed' } : { zone: named, from: 'file-name' };
}

function zoneOfPreamble(head: FileHead, headerIndex: number): TimeZone | undefined {
  for (const row of head.rows.slice(0, headerIndex)) {
    const match = inPreamble.exec(row.raw);
    const zone = match === null ? undefined : zoneOfText(match[1] ?? '');
    if (zone !== undefined) return zone;
  }
  return undefined;
}

function zoneOfOffset(negative: boolean, hours: string, minutes: string): TimeZone | undefined {
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  if (Number(hours) === 0 && Number(minutes) === 0) return utc;
  return parseTimeZone(`${negative ? '-' : '+'}${hours.padStart(2, '0')}:${minutes}`);
}
