/** The recovery key is printed in groups; typing two of them back shows that the print is there and can be read. */
export function groupsOf(recoveryKey: string): readonly string[] {
  return recoveryKey.split(/[\s-]+/u).filter((group) => group !== '');
}

/** Which two groups to ask for: one of each half. `dice` gives numbers from 0 up to, not including, 1. */
export function askedGroups(count: number, dice: () => number): readonly [number, number] {
  const half = Math.ceil(count / 2);
  const first = Math.floor(dice() * half);
  const second = half + Math.floor(dice() * (count - half));
  return [first, Math.min(second, count - 1)];
}

/** Typed as it stands, whatever the case; letters that are easily taken for digits count as those. */
export function isSameGroup(typed: string, group: string): boolean {
  return canonical(typed) === canonical(group);
}

function canonical(text: string): string {
  return text.replaceAll(/[\s-]/gu, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/gu, '1');
}
