/** Where a fresh page starts: on the screen that the old one showed, without what was chosen on it. */
export function freshAddress(origin: string, old: string): string {
  const screen = /#\/[a-z-]+/u.exec(old)?.[0] ?? '';
  return `${origin}/${screen}`;
}
