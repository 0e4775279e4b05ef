/** The first place of a list at which something is so and stays so to its end; its length where it is so nowhere. */
export function firstPlace<T>(list: readonly T[], isSo: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = list[middle];
    if (one !== undefined && isSo(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}
