/** Calendar dates and instants → what a person reads. A tax date has no time zone; an instant always names its own. */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** "2026-12-31" (or the date part of an instant in UTC) → "31 Dec 2026". */
export function formatDate(text: string): string {
  const [year = '', month = '', day = ''] = text.slice(0, 10).split('-');
  const name = months[Number(month) - 1];
  return name === undefined ? text : `${Number(day)} ${name} ${year}`;
}

/** "2026-11-22T10:53:07Z" → "22 Nov 2026, 10:53 UTC". */
export function formatInstant(text: string): string {
  return `${formatDate(text)}, ${text.slice(11, 16)} UTC`;
}

/** Whole days from one date to another; negative when the other is earlier. Both as "YYYY-MM-DD…". */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
}

/** "today", "yesterday", "9 days ago", "in 3 days". */
export function formatAge(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days === -1) return 'tomorrow';
  return days > 0 ? `${days} days ago` : `in ${-days} days`;
}
