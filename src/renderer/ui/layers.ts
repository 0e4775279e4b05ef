import { useEffect, useId, useSyncExternalStore } from 'react';

interface Layer {
  readonly id: string;
}

/** Open layers (drawers, dialogs, the palette), the topmost last. */
let layers: readonly Layer[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Layer[]): void {
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
    const layer: Layer = { id };
    change([...layers, layer]);
    // Not before the key that closed it has reached everyone: else the layer beneath would take the same Esc.
    return () => void setTimeout(() => change(layers.filter((each) => each !== layer)));
  }, [open, id]);
  return useSyncExternalStore(subscribe, () => layers.at(-1)?.id) === id;
}

/** Is any layer open? Single-letter keys rest while one is. */
export function isAnyLayerOpen(): boolean {
  return layers.length > 0;
}
