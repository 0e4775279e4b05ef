import { fail, ok } from '../../../../shared/errors/failure.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { legLivesOf } from './leg-lives.ts';
import {
  changesOf,
  thresholdsDocument,
  thresholdsOf,
  thresholdsText,
  watchKey,
} from './thresholds-setting.ts';

/**
 * When the watch speaks up, for one leg or position or for all ("default"). What is left out stays as it was; null goes
 * back to the default. Errors: `hedge/no-such-leg` and those of writing.
 */
export const setThresholds: Handler<'monitor.setThresholds'> = async ({ of, thresholds }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const isKnown =
    of === 'default' ||
    legLivesOf(derived.value).some(({ leg }) => leg.id === of) ||
    derived.value.positions.positions.some((one) => positionKey(one) === of);
  if (!isKnown) return fail('hedge/no-such-leg', { leg: of }, { field: 'of' });
  const changes =
    thresholds === null ? null : { ...changesOf(derived.value.facts.settings, of), ...thresholds };
  const document = changes === null ? null : thresholdsDocument(changes);
  const saved = await ledger.write.saveSetting(watchKey(of), document, context.clock);
  if (!saved.ok) return saved;
  const settings = await ledger.read.settings();
  return ok({ thresholds: thresholdsText(thresholdsOf(settings, of)) });
};
