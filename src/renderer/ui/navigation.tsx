import { createContext, useContext } from 'react';

/** The screens there are. `shell/screens.tsx` has one entry for each; keys, rail and palette follow from it. */
export type ScreenId =
  | 'overview'
  | 'import'
  | 'holdings'
  | 'targets'
  | 'monitor'
  | 'plan'
  | 'elections'
  | 'reports';

export type ScreenParams = Readonly<Record<string, string>>;

export interface Place {
  readonly screen: ScreenId;
  /** What the screen opens on: `{ asset: "BTC" }`. */
  readonly params: ScreenParams;
}

export interface Navigation extends Place {
  go(screen: ScreenId, params?: ScreenParams): void;
}

export const NavigationContext = createContext<Navigation>({
  screen: 'overview',
  params: {},
  go: () => undefined,
});

/** Where the app is, and the way to another screen: features never import each other, they go there. */
export function useNavigation(): Navigation {
  return useContext(NavigationContext);
}
