import type { CallInput } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/errors/failure.ts';
import { type Report, reportOf, textOption, type Verb, type VerbContext, wrongUsage } from './verb.ts';

type Verdict = CallInput<'transfers.decide'>['verdict'];

const options = {
  asset: {
    type: 'string',
    help: 'where the rows move several assets: which one (default: the one they share)',
  },
} as const satisfies Verb['options'];

/** A verb that says what two rows are to each other. In: `said`, the answer's words. */
export function transferVerdict(
  verb: Pick<Verb, 'summary' | 'example'>,
  verdict: Verdict,
  said: string,
): Verb {
  return {
    ...verb,
    usage: 'DEPARTURE ARRIVAL [--asset ASSET]',
    options,
    run: async (context) => await decide(context, verdict, said),
  };
}

async function decide(context: VerbContext, verdict: Verdict, said: string): Promise<Result<Report>> {
  const [departure = '', arrival = '', more] = context.positionals;
  if (departure === '' || arrival === '' || more !== undefined)
    return wrongUsage('DEPARTURE ARRIVAL', 'give the ids of both rows, as `hedgerow transfers` shows them');
  const calls = await context.openLedger();
  if (!calls.ok) return calls;
  const known = await calls.value.call('transfers.read', {});
  if (!known.ok) return known;
  const { pairs, departures, decisions } = known.value;
  const sides = [...pairs.map((pair) => pair.departure), ...departures];
  const asset =
    textOption(context, 'asset')?.toUpperCase() ??
    sides.find(({ event }) => event === departure)?.asset ??
    decisions.find((one) => one.departure === departure)?.asset;
  if (asset === undefined) return wrongUsage('DEPARTURE', `no row that left is known by "${departure}"`);
  return await reportOf(calls, 'transfers.decide', { departure, arrival, asset, verdict }, () => said);
}
