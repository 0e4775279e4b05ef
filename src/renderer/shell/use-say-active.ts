import { useEffect } from 'react';
import { sayActive } from '../rpc/client.ts';

const atMostEveryMs = 30_000;

/** Keeps the idle lock off while somebody is there, without a call for every key. */
export function useSayActive(): void {
  useEffect(() => {
    let lastSaid = performance.now();
    const say = (): void => {
      if (performance.now() - lastSaid < atMostEveryMs) return;
      lastSaid = performance.now();
      sayActive();
    };
    window.addEventListener('pointermove', say, { passive: true });
    window.addEventListener('keydown', say);
    return () => {
      window.removeEventListener('pointermove', say);
      window.removeEventListener('keydown', say);
    };
  }, []);
}
