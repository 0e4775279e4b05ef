import { finished } from '../engine/steps.ts';
import type { Steps } from '../engine/steps.ts';

/** What is made when it is first asked for, and kept. */
export interface MadeOnce<T> {
  (): T;
  /** The same, a step at a time: whoever asks afterwards finds it made. */
  readonly inSteps: () => Steps<T>;
}

export function madeOnce<T>(make: () => Steps<T>): MadeOnce<T> {
  let kept: { readonly made: T } | undefined;
  function* inSteps(): Steps<T> {
    if (kept !== undefined) return kept.made;
    const made = yield* make();
    // Somebody may have asked for it meanwhile: there is one.
    return (kept ??= { made }).made;
  }
  return Object.assign(() => kept?.made ?? finished(inSteps()), { inSteps });
}
