/** A bug in Hedgerow: something that no user, file or law can cause turned out false. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/**
 * States what must be true here if the program is right.
 * Errors: throws `InvariantError`; anything a user or a file can cause is a `Result` instead.
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}
