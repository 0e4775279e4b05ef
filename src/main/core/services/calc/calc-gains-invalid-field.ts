import { failure } from '../../../../shared/errors/failure.ts';
import type { Failure } from '../../../../shared/errors/failure.ts';

/** A field of the request, by its path, that cannot be computed with. Errors: `call/invalid-input`. */
export function invalidField(field: string, reason: string): Failure {
  return failure('call/invalid-input', { field, reason }, { field });
}
