import { VisuallyHidden } from '@mantine/core';
import { useSpotlight } from '@mantine/spotlight';
import { useEffect, useRef, type ReactNode } from 'react';
import { paletteStore } from './palette-store.ts';

/** The palette only colours the chosen line; this says it to those who listen. */
export function SelectedAloud(): ReactNode {
  const { opened, selected, listId, query } = useSpotlight(paletteStore);
  const voice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!opened) return undefined;
    // The palette marks the line after this, and nobody wants to hear every letter's first hit.
    const wait = setTimeout(() => {
      const line = document
        .getElementById(listId)
        ?.querySelector('[data-selected] .mantine-Spotlight-actionLabel');
      if (voice.current !== null) voice.current.textContent = line?.textContent ?? '';
    }, 150);
    return () => clearTimeout(wait);
  }, [opened, selected, listId, query]);
  return <VisuallyHidden ref={voice} role="status" />;
}
