/** Keys that do something anywhere: one key ("?"), or two after each other ("g o"). */
export interface KeyBinding {
  readonly keys: string;
  readonly label: string;
  run(): void;
}

export interface KeyStep {
  /** What was pressed so far of a sequence; '' when none is begun. */
  readonly pending: string;
  readonly binding: KeyBinding | undefined;
}

/** One more key: completes a binding, begins or goes on with a sequence, or means nothing. */
export function advance(pending: string, key: string, bindings: readonly KeyBinding[]): KeyStep {
  const typed = pending === '' ? key : `${pending} ${key}`;
  const binding = bindings.find(({ keys }) => keys === typed);
  if (binding !== undefined) return { pending: '', binding };
  if (bindings.some(({ keys }) => keys.startsWith(`${typed} `)))
    return { pending: typed, binding: undefined };
  return pending === '' ? { pending: '', binding: undefined } : advance('', key, bindings);
}
