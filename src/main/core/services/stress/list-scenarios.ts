import { ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { scenariosOf, scenarioText } from './scenario-text.ts';

/** Shipped scenarios, one for the loss of each venue, and the user's own. Errors: `ledger/locked`. */
export const listScenarios: Handler<'stress.scenarios'> = async (_, context) => {
  const derived = await derivedOf(context);
  return derived.ok ? ok({ scenarios: scenariosOf(derived.value).map(scenarioText) }) : derived;
};
