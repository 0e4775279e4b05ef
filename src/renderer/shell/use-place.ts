import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Navigation, ScreenId } from '../ui/navigation.tsx';
import { hashOf, placeOf } from './place.ts';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The place in the address, so that Back and Forward work; `go` leads to another. */
export function usePlace(screens: readonly ScreenId[], first: ScreenId): Navigation {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const navigation = useMemo<Navigation>(
    () => ({
      ...placeOf(hash, screens, first),
      go: (screen, params) => {
        window.location.hash = hashOf(screen, params);
      },
    }),
    [hash, screens, first],
  );
  useEffect(() => {
    // Replaces an address that names no screen, so that Back does not return to it.
    if (hash === '' || hash === '#') window.history.replaceState(null, '', hashOf(navigation.screen));
  }, [hash, navigation.screen]);
  return navigation;
}
