/**
 * How a row is known again: by its text, and by what it states.
 *
 * Its text, with what it cannot be understood without (format, account, header, the zone and market of the file), stays the
 * same however a later program reads it, so that nothing is doubled then. Its key says what it states in normal form:
 * equal for every layout of the format. A row is known if either is known.
 */
import { hash } from 'node:crypto';
import type { AccountId } from '../../../../shared/domain/account.ts';
import { timeZoneText } from '../../../../shared/time/time-zone.ts';
import type { OpenedExport } from '../../../importers/read-export.ts';

export interface RowHasher {
  /** SHA-256, 64 hex digits, of what a row states. In: the importer's key. */
  ofKey(key: string): string;
  /** The same of its text; of its key where that says all, or with the row's own id. In: `place`, which of the events of its line it is. */
  ofText(raw: string, key: string, place: number, id: string | undefined): string;
  /** Of what the file's rows cannot be understood without: the layout that they share. */
  readonly layout: string;
}

export function rowHasher({ importer, detection, guess }: OpenedExport, account: AccountId): RowHasher {
  // Rows that name their account have it in their key.
  const owner = importer.accountIsChoice ? account : importer.account.id;
  const prefix = `${importer.id}\n${owner}\n`;
  const header = guess.head.rows[detection.headerIndex]?.raw ?? '';
  const { zone, market = '', currency = '' } = detection;
  const saysZone = zone.from === 'file' || zone.from === 'file-name';
  const scope = `${prefix}${[market, currency, saysZone ? timeZoneText(zone.zone) : '', header].join('\t')}\n`;
  return {
    // Rows that an earlier version knew by their whole text are other wordings of those that are known by their id.
    layout: hash('sha256', importer.idIsUnique === true ? `${scope}#id` : scope).slice(0, 16),
    ofKey: (key) => hash('sha256', prefix + key),
    ofText: (raw, key, place, id) => {
      const isNamed = importer.idIsUnique === true && id !== undefined;
      const text = isNamed ? `${key}\n#${id}` : importer.keyIsWhole === true ? key : raw;
      return hash('sha256', place === 0 ? `${scope}${text}` : `${scope}${text}\n\n${place}`);
    },
  };
}
