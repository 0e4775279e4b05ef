/** Every figure of an answer, with the id under which it must be explained: whatever is no name is a figure. */

export interface Figure {
  readonly id: string;
  readonly value: string;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [Key in string]: Json };

/** What looks like a figure and is a name: where a row stands, which year it is. */
const names: ReadonlySet<string> = new Set([
  'line',
  'year',
  'parametersYear',
  'event',
  'lot',
  'file',
  'explain',
]);
/** Told on their own: they carry ids themselves, or are no part of a figure's arithmetic. */
const apart: ReadonlySet<string> = new Set([
  'trace',
  'issues',
  'notes',
  'assumptions',
  'asOf',
  // The day of `pricesAsOf`, which is explained.
  'pricesDay',
]);

/** The figures of an answer. In: `prefix`, the id that stands for its own totals ("holdings:"). */
export function figuresIn(answer: unknown, prefix: string): readonly Figure[] {
  return found(answer as Json, prefix);
}

function found(json: Json, id: string): readonly Figure[] {
  if (Array.isArray(json)) return json.flatMap((one) => found(one, `${id}/${accountOf(one)}`));
  if (json === null || typeof json !== 'object') return isFigure(json) ? [{ id, value: String(json) }] : [];
  const fields = json as { readonly [Key in string]: Json };
  const own = typeof fields['explain'] === 'string' ? fields['explain'] : id;
  return Object.entries(fields).flatMap(([key, value]) => {
    if (names.has(key) || apart.has(key)) return [];
    return found(value, idOf(own, key, value));
  });
}

/** A list of balances is told by account. */
function accountOf(json: Json): string {
  const account =
    json !== null && typeof json === 'object' ? (json as Record<string, Json>)['account'] : null;
  return typeof account === 'string' ? account : '?';
}

/** "holding:BTC" and "value" make "holding:BTC/value"; "holdings:" and "total" make "holdings:total". */
function idOf(own: string, key: string, value: Json): string {
  const joined = own.endsWith(':') ? `${own}${key}` : `${own}/${key}`;
  return Array.isArray(value) && value.length === 0 ? own : joined;
}

function isFigure(json: Json): boolean {
  if (typeof json === 'number') return true;
  return typeof json === 'string' && /^(?:-?\d+(?:\.\d+)?|\d{4}-\d{2}-\d{2})$/u.test(json);
}
