/** What `rebalance` assumes, from its options: those of `exit plan`, and what belongs to the ways back alone. */
import type { CallAnswer, CallInput } from '../../shared/contract/contract.ts';
import type { OverlayInput } from '../../shared/domain/overlay-choice.ts';
import { ok, type Result } from '../../shared/errors/failure.ts';
import { exitOptions, exitRequestOf } from './exit-options.ts';
import { overlayOf } from './overlay-options.ts';
import { textOption, type Calls, type VerbContext } from './verb.ts';

type Ways = CallInput<'rebalance.alternatives'>;
type WaysToHedge = Ways & { overlay: OverlayInput };

// The ways back always look at the hedge.
const { hedge: _, ...shared } = exitOptions;

export const waysOptions = {
  ...shared,
  exit: { type: 'string', help: 'the day to leave the hedge (default: the cheapest of all candidate days)' },
  move: { type: 'string', help: 'how far the paths up and down go, as a share (default: 0.3)' },
  'without-mix': { type: 'boolean', help: 'leave the mix out, whose search takes longest' },
  'without-turns': { type: 'boolean', help: 'leave out what decides' },
} as const;

/** The call's input; what is not given, the core assumes and says so. Errors: `call/invalid-input` naming the option. */
export async function waysInput(context: VerbContext, calls: Calls): Promise<Result<WaysToHedge>> {
  const request = await exitRequestOf(context, calls);
  if (!request.ok) return request;
  const overlay = await overlayOf(context, calls);
  if (!overlay.ok) return overlay;
  const own = {
    exitDate: textOption(context, 'exit'),
    move: textOption(context, 'move'),
    withoutMix: isOn(context, 'without-mix'),
    withoutTurns: isOn(context, 'without-turns'),
  };
  const present = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return ok({ overlay: overlay.value, ...request.value, ...present } as WaysToHedge);
}

function isOn(context: VerbContext, option: string): true | undefined {
  return context.options[option] === true ? true : undefined;
}

/** null where there is nothing to sell or to buy: that is no failure of a look at the targets. */
export async function waysOrNothing(
  calls: Calls,
  input: Ways,
): Promise<Result<CallAnswer<'rebalance.alternatives'> | null>> {
  const ways = await calls.call('rebalance.alternatives', input);
  return !ways.ok && ways.failure.code === 'exit/nothing-to-do' ? ok(null) : ways;
}
