import { useHotkeys, useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { isAnyLayerOpen } from '../ui/layers.ts';
import { advance, type KeyBinding } from './keys.ts';

const sequenceMs = 1500;

/** Single-letter keys can be turned off: with speech input or a shaky hand they do harm (WCAG 2.1.4). */
export function useSingleKeysOn(): readonly [on: boolean, setOn: (on: boolean) => void] {
  const [on, setOn] = useLocalStorage({
    key: 'hedgerow-single-keys',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  return [on, setOn];
}

/** Single keys and sequences, except while someone types or a layer is open. */
export function useSingleKeys(bindings: readonly KeyBinding[], on: boolean): void {
  const pending = useRef({ typed: '', at: 0 });
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isAnyLayerOpen())
        return;
      const begun = event.timeStamp - pending.current.at < sequenceMs ? pending.current.typed : '';
      const step = advance(begun, event.key, bindings);
      pending.current = { typed: step.pending, at: event.timeStamp };
      if (step.binding === undefined) return;
      event.preventDefault();
      step.binding.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [bindings, on]);
}

/** Works everywhere, in fields too. */
export function useHideKey(toggle: () => void): void {
  useHotkeys([['mod+.', toggle]], []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="menu"], [role="listbox"]') !== null)
  );
}
