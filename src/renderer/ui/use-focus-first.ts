import { useEffect, useRef, type RefObject } from 'react';

/** Puts the focus on a step's first field or heading when the step appears, where a keyboard goes on. */
export function useFocusFirst<Element extends HTMLElement>(): RefObject<Element | null> {
  const first = useRef<Element>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);
  return first;
}
