/** The place of the first item from which on all hold; the length where none does. Looks at few, by halving. */
export function firstWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return firstPlaceWhere(items.length, (place) => holds(items[place] as T));
}

/** The same by places, for what is no list. In: `count`, how many places there are. */
export function firstPlaceWhere(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
