/** Rows that the core gives page by page. Pure. */
export const pageSize = 500;

/** The pages beyond the first that hold rows `from` to `to`. */
export function pagesFor(from: number, to: number): readonly number[] {
  const first = Math.max(1, Math.floor(from / pageSize));
  const last = Math.floor(to / pageSize);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
