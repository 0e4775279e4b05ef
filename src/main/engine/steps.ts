/** Long work in steps: whoever runs it may let others have their turn between them. */
export type Steps<T> = Generator<void, T, void>;

/** Something of a long list is dealt with in far less than ten milliseconds, and asking whether to wait costs nothing beside it. */
const itemsOfStep = 500;

/** The items one by one, with a step after every few hundred. */
export function* eachInSteps<T>(items: Iterable<T>, deal: (item: T) => void): Steps<void> {
  let left = itemsOfStep;
  for (const item of items) {
    deal(item);
    if (--left > 0) continue;
    left = itemsOfStep;
    yield;
  }
}

/** All steps at once, for lists that are short, and where nobody waits. */
export function finished<T>(steps: Steps<T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
