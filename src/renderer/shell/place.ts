import type { Place, ScreenId, ScreenParams } from '../ui/navigation.tsx';

/** "#/holdings?asset=BTC" → the place it names; the first screen where it names none that there is. */
export function placeOf(hash: string, screens: readonly ScreenId[], first: ScreenId): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/u, '').split('?');
  const screen = screens.find((id) => id === path) ?? first;
  return { screen, params: screen === path ? Object.fromEntries(new URLSearchParams(query)) : {} };
}

export function hashOf(screen: ScreenId, params: ScreenParams = {}): string {
  const query = new URLSearchParams(params).toString();
  return query === '' ? `#/${screen}` : `#/${screen}?${query}`;
}
