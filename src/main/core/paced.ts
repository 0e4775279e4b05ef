import type { Steps } from '../engine/steps.ts';
import { Pacer } from './services/imports/pacer.ts';

/** Runs long work and lets others have their turn between its steps. Nobody can stop it: what it makes is for all who ask. */
export async function paced<T>(steps: Steps<T>): Promise<T> {
  const pacer = new Pacer(new AbortController().signal);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (pacer.isDue) await pacer.pause();
  }
}
