import { ok } from '../../../shared/errors/failure.ts';
import { comparisonInput, comparisonOf, comparisonOptions } from '../comparison-options.ts';
import { comparisonText } from '../comparison-text.ts';
import type { Verb } from '../verb.ts';

export const exitPlan: Verb = {
  summary: 'selling now against hedging now and selling on a date: tax by year, costs, lots',
  usage: '[--exit DATE] [--contract ASSET=CONTRACT,…] [assumptions]',
  example: 'exit plan --exit 2027-01-15 --price-change BTC=0.2,ETH=-0.1',
  options: comparisonOptions,
  async run(context) {
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const input = await comparisonInput(context, calls.value);
    if (!input.ok) return input;
    const compared = await comparisonOf(calls.value, input.value);
    if (!compared.ok) return compared;
    return ok({ document: compared.value, text: () => comparisonText(compared.value) });
  },
};
