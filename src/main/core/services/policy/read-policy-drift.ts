import { ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';

/** Drift on effective exposure, cash included. */
export const readPolicyDrift: Handler<'policy.drift'> = async () =>
  await Promise.resolve(
    ok({
      value: null,
      lines: [],
      fired: [],
      quiet: null,
      wayBack: null,
      leftOut: [],
      whole: [],
      pricesAsOf: null,
      issues: [],
    }),
  );
