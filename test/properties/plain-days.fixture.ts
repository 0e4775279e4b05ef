/** Local days a second time: text of dates, the platform's own calendar, searches. */

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const known = new Map<string, string>();

/** "2025-03-01": the day an instant falls on in a zone. */
export function localDay(ms: number, zone: string): string {
  if (zone === 'UTC') return new Date(ms).toISOString().slice(0, 10);
  const key = `${zone} ${ms}`;
  let day = known.get(key);
  if (day === undefined) {
    let format = formats.get(zone);
    if (format === undefined)
      formats.set(zone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })));
    known.set(key, (day = format.format(ms)));
  }
  return day;
}

/** The first minute of a local day, found by halving: zones differ from UTC by less than a day. */
export function startOfLocalDay(day: string, zone: string): number {
  let before = Date.parse(day) - DAY;
  let within = Date.parse(day) + DAY;
  while (within - before > 60_000) {
    const middle = before + Math.floor((within - before) / 120_000) * 60_000;
    if (localDay(middle, zone) < day) before = middle;
    else within = middle;
  }
  return within;
}

/** An instant with its zone, or a date: then the day's first instant. */
export function instantOf(text: string, zone: string): number {
  return text.includes('T') ? Date.parse(text) : startOfLocalDay(text, zone);
}

export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
