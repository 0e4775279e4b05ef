/** Times as strangers' files write them → a layout that `cells/times.ts` reads: "Mon 5. Jänner 2026 um 14h05" → "5 Jan 2026 14:05". */

/** What needs no second look: the common layouts are digits and signs. */
const common = /^[\d\s:./TZ+-]+$/u;

/** By their first letters, in the languages that exports are written in; the longer first where one begins another. */
const months: readonly (readonly [english: string, begins: RegExp])[] = [
  ['Jan', /^(?:jan|jän|ene|gen|leden|ledna|styc|ocak)/u],
  ['Feb', /^(?:feb|fév|úno|luty|lut|şub)/u],
  ['Mar', /^(?:mar|mär|maa|bře)/u],
  ['Apr', /^(?:apr|abr|avr|dub|kwi|nis)/u],
  ['Jun', /^(?:jun|juin|giu|červn|czerw|haz)/u],
  ['Jul', /^(?:jul|juil|lug|červen?c|lip|tem)/u],
  ['May', /^(?:may|mai|maj|mei|mag|kvě)/u],
  ['Aug', /^(?:aug|ago|aoû|srp|sie|ağu)/u],
  ['Sep', /^(?:sep|set|zář|wrz|eyl)/u],
  ['Oct', /^(?:oct|okt|ott|out|říj|paź|eki)/u],
  ['Nov', /^(?:nov|listopad|lis|kas)/u],
  ['Dec', /^(?:dec|dez|dic|déc|pros|gru|ara)/u],
];

const weekday =
  /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom)\p{L}{0,7}\.?,?\s+(?=\d|\p{L}{3,}\.?\s+\d)/iu;

/** Short names of zones that mean one thing alone. */
const zones: Readonly<Record<string, string>> = {
  CET: '+01:00',
  CEST: '+02:00',
  MEZ: '+01:00',
  MESZ: '+02:00',
  EST: '-05:00',
  EDT: '-04:00',
  PST: '-08:00',
  PDT: '-07:00',
  MSK: '+03:00',
  JST: '+09:00',
};

/** The text itself where nothing in it is out of the way. */
export function plainTime(text: string): string {
  if (common.test(text) || text.length > 80) return text;
  return withZone(
    text
      .replace(weekday, '')
      .replaceAll(/(\d+)\s*年\s*(\d+)\s*月\s*(\d+)\s*日/gu, '$1-$2-$3')
      .replaceAll(/(?<=\d)(?:st|nd|rd|th)\b/giu, '')
      .replaceAll(/\s(?:at|um|à|a las|alle|v|o)\s(?=\d)/giu, ' ')
      .replaceAll(/\s*(?:uhr|o'clock|hod\.?)\b/giu, '')
      .replaceAll(/(?<=\b\d{1,2})\s?h\s?(?=\d\d\b)/giu, ':')
      .replaceAll(/(?<=:\d\d)\s?m(?:in)?\s?(\d\d)\s?s\b/giu, ':$1')
      .replaceAll(
        /(?<=\d)\.?\s(?:de\s)?(\p{L}{3,})\.?,?\s(?:de\s)?(?=\d{4})/giu,
        (_, name: string) => ` ${monthOf(name)} `,
      )
      .replace(/^(\p{L}{3,})\.?\s(?=\d)/u, (_, name: string) => `${monthOf(name)} `)
      .replaceAll(/\s+/gu, ' ')
      .trim(),
  );
}

function monthOf(name: string): string {
  const small = name.toLowerCase();
  return months.find(([, begins]) => begins.test(small))?.[0] ?? name;
}

/** "UTC+3" and "CET" behind a time → "+03:00". */
function withZone(text: string): string {
  const named = /^(.*:\d\d.*?)\s\(?([A-Z]{3,4})\)?$/u.exec(text);
  const offset = named === null ? undefined : zones[named[2] ?? ''];
  if (named !== null && offset !== undefined) return `${named[1] ?? ''} ${offset}`;
  const stated = /^(.*:\d\d.*?)\s?\(?(?:UTC|GMT)\s?([+-])(\d{1,2})(?::?(\d\d))?\)?$/u.exec(text);
  if (stated === null) return text;
  const [, before = '', sign = '', hours = '', minutes = '00'] = stated;
  return `${before} ${sign}${hours.padStart(2, '0')}:${minutes}`;
}

const msPerDay = 86_400_000;
/** The day zero of spreadsheets. */
const firstDay = Date.UTC(1899, 11, 30);

/** "46027.4375", as spreadsheets keep a date → "2026-01-05 10:30:00"; null of anything else. Years 2009 to 2064. */
export function timeOfSheet(text: string): string | null {
  const match = /^(\d{5})(?:[.,](\d{1,12}))?$/u.exec(text);
  const days = Number(match?.[1] ?? 0);
  if (match === null || days < 39_814 || days > 60_263) return null;
  const seconds = Math.round(Number(`0.${match[2] ?? '0'}`) * 86_400);
  return new Date(firstDay + days * msPerDay + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
