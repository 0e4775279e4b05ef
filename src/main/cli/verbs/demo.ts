import { resolve } from 'node:path';
import type { CallAnswer, CallName } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { alternativesText } from '../alternatives-text.ts';
import { countText } from '../numbers.ts';
import { paragraph } from '../paragraph.ts';
import { textOption, type Calls, type Verb, type VerbContext } from '../verb.ts';
import { overlayText } from './hedge-plan.ts';
import { holdingsText } from './holdings.ts';
import { taxYearsText } from '../tax-years-text.ts';
import { driftText } from './rebalance.ts';
import { watchText } from '../watch-text.ts';
import { waysInput, waysOptions } from '../ways-options.ts';

export const demo: Verb = {
  summary: 'the whole job on a sample investor: import, holdings, drift, hedge, exit, tax years, watch',
  usage: '[--folder DIR]',
  example: 'demo --folder hedgerow-demo',
  options: {
    ...waysOptions,
    folder: { type: 'string', help: 'where the sample ledger goes (default: among the app’s own files)' },
  },
  async run(context) {
    const folder = textOption(context, 'folder');
    const calls = context.core(folder === undefined ? undefined : resolve(folder));
    const job = await wholeJob(context, calls);
    return job.ok ? ok({ document: job.value, text: () => jobText(job.value) }) : job;
  },
};

interface Job {
  readonly sample: CallAnswer<'ledger.createSample'>;
  readonly holdings: CallAnswer<'holdings.read'>;
  readonly targets: CallAnswer<'targets.read'>;
  readonly overlay: CallAnswer<'targets.overlay'>;
  readonly alternatives: CallAnswer<'rebalance.alternatives'>;
  readonly taxYears: CallAnswer<'plan.taxYears'>;
  readonly monitor: CallAnswer<'monitor.read'>;
  readonly readings: CallAnswer<'market.readings'>;
}

async function wholeJob(context: VerbContext, calls: Calls): Promise<Result<Job>> {
  const sample = await calls.call('ledger.createSample', {});
  if (!sample.ok) return sample;
  const input = await waysInput(context, calls);
  if (!input.ok) return input;
  const answers = {
    holdings: await calls.call('holdings.read', {}),
    targets: await calls.call('targets.read', {}),
    overlay: await calls.call('targets.overlay', input.value.overlay),
    // The search of the mix takes its time: `rebalance` has it.
    alternatives: await calls.call('rebalance.alternatives', { ...input.value, withoutMix: true }),
    taxYears: await calls.call('plan.taxYears', {}),
    monitor: await calls.call('monitor.read', {}),
    readings: await calls.call('market.readings', {}),
  };
  const { holdings, targets, overlay, alternatives, taxYears, monitor, readings } = answers;
  if (!holdings.ok) return holdings;
  if (!targets.ok) return targets;
  if (!overlay.ok) return overlay;
  if (!alternatives.ok) return alternatives;
  if (!taxYears.ok) return taxYears;
  if (!monitor.ok) return monitor;
  if (!readings.ok) return readings;
  return ok({
    sample: sample.value,
    holdings: holdings.value,
    targets: targets.value,
    overlay: overlay.value,
    alternatives: alternatives.value,
    taxYears: taxYears.value,
    monitor: monitor.value,
    readings: readings.value,
  });
}

function jobText({
  sample,
  holdings,
  targets,
  overlay,
  alternatives,
  taxYears,
  monitor,
  readings,
}: Job): string {
  const { path, events, asOf } = sample.status;
  return [
    step(
      '1. Exports become a ledger',
      `A sample investor's exports from two exchanges and a futures account: ${countText(events)} events, now in an encrypted file. Nothing left this machine. In this sample today is ${asOf}.`,
    ),
    step(
      '2. What is held',
      'Coins, what they are worth, and the share of each. "With futures" counts open futures in.',
      holdingsText(holdings),
    ),
    step(
      '3. How far from the targets',
      'The investor wants certain shares; prices have moved them apart.',
      driftText(targets),
    ),
    step(
      '4. Back to the targets without selling',
      'Selling coins that have gained is taxed. Futures can move the shares instead: going short what is too much, long what is too little.',
      overlayText(overlay, 'counted'),
    ),
    step(
      '5. When to close it, and what that saves',
      'The ways back side by side: doing nothing, selling now, hedging now and leaving later, new money. What decides between them, and why.',
      alternativesText(alternatives),
    ),
    step(
      '6. The tax years',
      'What each year owes, with what the ledger shows and the income in the profile.',
      taxYearsText(taxYears),
    ),
    step(
      '7. The watch',
      'Open futures are watched: how far a forced close is, what is due next. Beside them what is unusual in the market: context, not a signal. In full: `hedgerow monitor` and `hedgerow market`.',
      watchText(monitor, readings),
    ),
    `The sample ledger is ${path ?? 'in memory'}; its passphrase is "${sample.passphrase}".\nYour own: \`hedgerow init\`, then \`hedgerow import FILE…\`. This is a calculation, not advice.`,
  ].join('\n\n\n');
}

function step(title: string, words: string, body = ''): string {
  return [title, '='.repeat(title.length), paragraph(words), ...(body === '' ? [] : ['', body])].join('\n');
}

/** What the document of `demo --json` is made of. */
export const demoParts: Readonly<Record<keyof Job, CallName>> = {
  sample: 'ledger.createSample',
  holdings: 'holdings.read',
  targets: 'targets.read',
  overlay: 'targets.overlay',
  alternatives: 'rebalance.alternatives',
  taxYears: 'plan.taxYears',
  monitor: 'monitor.read',
  readings: 'market.readings',
};
