/** A mapping profile as an importer: previews, duplicates, undo and accounting are those of every other format. */
import { accountSlug } from '../../../shared/domain/account.ts';
import { type MappingProfile, NUMBER_ROLES } from '../../../shared/domain/mapping-profile.ts';
import { parseTimeZone } from '../../../shared/time/time-zone.ts';
import { csvCaps } from '../csv/caps.ts';
import { columnNames, columnPlaces } from '../header.ts';
import type { Detection, FileHead, Importer, ZoneFact } from '../importer.ts';
import { knownAccounts } from '../known-accounts.ts';
import { zoneFact, zoneOfText } from '../zone-facts.ts';
import { MappedReader } from './mapped-reader.ts';

/** Of the importer that a profile makes: row keys belong to it, so that a profile keeps its name. */
export function formatOfProfile(name: string): string {
  return `map-${accountSlug(name)}`;
}

/** In: a profile without problems (`profileProblems`). */
export function importerOfProfile(profile: MappingProfile): Importer {
  const { name, account } = profile;
  const id = accountSlug(account.name);
  const known = knownAccounts.get(id);
  return {
    id: formatOfProfile(name),
    name,
    exchange: account.venue ?? account.name,
    help: 'A mapping of your own: see "hedgerow formats profiles".',
    headers: [profile.header.join(',')],
    account: known?.kind === account.kind ? known : { id, ...account, country: null },
    accountIsChoice: true,
    state: JSON.stringify(profile),
    detect: (head) => detect(head, profile),
    open: (detection, context, sink) => new MappedReader(profile, detection, context, sink),
  };
}

function detect(head: FileHead, profile: MappingProfile): Detection | null {
  const place = head.rows.slice(0, csvCaps.preambleRows).findIndex((row) => {
    if (row.cells.length > csvCaps.columns) return false;
    const columns = columnPlaces(row);
    return columns.size === profile.header.length && profile.header.every((name) => columns.has(name));
  });
  const row = head.rows[place];
  if (row === undefined) return null;
  const { time, opened } = profile.columns;
  return {
    variant: 'mapped',
    headerIndex: place,
    columns: columnPlaces(row),
    why: `Its columns are those of your mapping "${profile.name}".`,
    zone: zoneOf(profile, head, place),
    ...(profile.dateOrder !== undefined && { dateOrder: profile.dateOrder }),
    ...(profile.decimalMark !== undefined && { decimalMark: profile.decimalMark }),
    dateColumns: [time, opened].filter((name) => name !== undefined),
    numberColumns: NUMBER_ROLES.flatMap((role) => profile.columns[role] ?? []),
  };
}

/** What the mapping says wins over the file: the user has looked at it. */
function zoneOf({ timeZone, columns }: MappingProfile, head: FileHead, headerIndex: number): ZoneFact {
  const zone = timeZone === undefined ? undefined : parseTimeZone(timeZone);
  if (zone !== undefined) return { zone, from: 'given' };
  const row = head.rows[headerIndex];
  const texts = row === undefined ? [] : columnNames(row).map(({ zoneText }) => zoneText);
  const own = zoneInName(columns.time ?? '');
  return zoneFact(head, headerIndex, own ?? texts.find((text) => text !== null) ?? null);
}

/** "executedat(utc+3)" → utc+3: a name that no header rule knows may state a zone, too. */
function zoneInName(name: string): string | null {
  const [from, to] = [name.lastIndexOf('('), name.lastIndexOf(')')];
  const text = from < 0 || to < from ? '' : name.slice(from + 1, to);
  return text !== '' && zoneOfText(text) !== undefined ? text : null;
}
