import { useEffect, useId, useSyncExternalStore } from 'react';

/** Open layers (drawers, dialogs, the palette), the topmost last. */
let layers: readonly string[] = [];
const listeners = new Set<() => void>();

function change(next: readonly string[]): void {
  layers = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Registers a layer while it is open; true while it is the topmost, so that Esc closes one layer and no more. */
export function useLayer(open: boolean): boolean {
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    change([...layers, id]);
    return () => change(layers.filter((layer) => layer !== id));
  }, [open, id]);
  return useSyncExternalStore(subscribe, () => layers.at(-1)) === id;
}

/** Is any layer open? Single-letter keys rest while one is. */
export function isAnyLayerOpen(): boolean {
  return layers.length > 0;
}
