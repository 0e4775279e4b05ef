import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { dateText, daysBetween } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { driftOf } from '../../../engine/rebalance/drift.ts';
import { listText } from '../../../engine/words.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { exposuresOf } from '../targets/exposures.ts';
import { sigmasOf } from './daily-sigmas.ts';
import type { SigmaOf } from './daily-sigmas.ts';
import { legLivesOf } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';
import { watchLeg } from './leg-watch.ts';
import { watchedContracts } from './read-monitor.ts';
import { thresholdsOf } from './thresholds-setting.ts';
import { unclaimedOf } from './unclaimed.ts';

type Answer = CallAnswer<'hedge.checklist'>;
type Step = Answer['steps'][number];
type Found = Pick<Step, 'state' | 'words' | 'next'>;
type Next = NonNullable<Step['next']>;

interface Input {
  readonly lives: readonly LegLife[];
  readonly derived: Derived;
  readonly sigmaOf: SigmaOf;
}

const STEPS: readonly (readonly [Step['id'], string, (input: Input) => Found])[] = [
  ['target', 'Target and deviation', targetStep],
  ['contract', 'Exchange and contract', contractStep],
  ['size', 'Exact size', sizeStep],
  ['execution', 'Both legs executed together', executionStep],
  ['monitoring', 'Hedge ratio monitored', monitoringStep],
  ['exit', 'Exit strategy', exitStep],
];

/** The six steps of a hedge, ticked by what the ledger holds. Errors: `hedge/no-such-plan`. */
export const readChecklist: Handler<'hedge.checklist'> = async ({ plan }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { value } = derived;
  const all = legLivesOf(value);
  const chosen = plan ?? running(all) ?? null;
  const lives = all.filter((life) => life.plan.id === chosen);
  if (plan !== undefined && lives.length === 0)
    return fail('hedge/no-such-plan', { plan }, { field: 'plan' });
  const sigmaOf = await sigmasOf(watchedContracts(value), value, context);
  const steps = STEPS.map(([id, title, look], index) => ({
    number: index + 1,
    id,
    title,
    ...look({ lives, derived: value, sigmaOf }),
  }));
  const current = steps.find(({ state }) => state !== 'done') ?? null;
  const done = steps.filter(({ state }) => state === 'done').length;
  const rest = current === null ? 'all are done' : `next: ${current.title.toLowerCase()}`;
  return ok({
    plan: chosen,
    steps,
    current: current?.number ?? null,
    sentence: `${done} of 6 steps are done; ${rest}.`,
  });
};

/** The plan that is not closed, the latest first. */
function running(lives: readonly LegLife[]): string | undefined {
  return (lives.findLast(({ state }) => state !== 'closed') ?? lives.at(-1))?.plan.id;
}

const next = (words: string, screen: Next['screen'], command: string): Next => ({ words, screen, command });

function targetStep({ derived }: Input): Found {
  const { policy } = derived.facts;
  if (policy === null)
    return {
      state: 'open',
      words: 'No targets are set.',
      next: next('Set what share of each asset you want.', 'targets', 'hedgerow policy set FILE'),
    };
  const exposures = exposuresOf(derived, policy);
  if (!exposures.complete)
    return {
      state: 'attention',
      words: 'Targets are set, but a price is missing, so the deviation is not known.',
      next: next('Type in the price that is missing.', 'holdings', 'hedgerow prices missing'),
    };
  const drift = driftOf(exposures.targeted, policy);
  if (drift === null)
    return {
      state: 'attention',
      words: 'Nothing is held of what has a target.',
      next: next('Import what you hold.', 'import', 'hedgerow import FILE'),
    };
  const words =
    drift.triggers.length === 0
      ? 'Targets are set, and every asset is within its band.'
      : drift.triggers.join(' ');
  return { state: 'done', words, next: null };
}

const planNext = next(
  'Choose contracts and save the overlay as a plan.',
  'targets',
  'hedgerow hedge plan --save --exit DATE',
);

function contractStep({ lives, derived }: Input): Found {
  if (lives.length === 0) {
    const open = unclaimedOf(derived).length;
    const words =
      open === 0
        ? 'No plan names a contract yet.'
        : `${open === 1 ? '1 open position belongs' : `${open} open positions belong`} to no plan.`;
    return { state: 'open', words, next: open === 0 ? planNext : adoptNext };
  }
  const words = listText(
    lives.map(
      ({ leg, terms }) => `${terms?.symbol ?? leg.contract} at ${terms?.venue ?? 'an unknown venue'}`,
    ),
  );
  const unknown = lives.some(({ terms }) => terms === undefined);
  return {
    state: unknown ? 'attention' : 'done',
    words: `${words}.`,
    next: unknown ? next('Add the contract’s terms.', 'targets', 'hedgerow contracts') : null,
  };
}

const adoptNext = next('Make a plan of what is open.', 'monitor', 'hedgerow hedge adopt --exit DATE');

function sizeStep({ lives }: Input): Found {
  if (lives.length === 0) return { state: 'open', words: 'Nothing is sized yet.', next: planNext };
  const bare = lives.filter(({ leg }) => leg.wanted === null);
  const words =
    bare.length === 0
      ? 'Each leg is sized in whole contracts against what its asset is off target.'
      : 'The plan did not keep what was wanted, so its size cannot be compared.';
  return {
    state: bare.length === 0 ? 'done' : 'attention',
    words,
    next: bare.length === 0 ? null : planNext,
  };
}

function executionStep({ lives, derived }: Input): Found {
  if (lives.length === 0) return { state: 'open', words: 'There is no plan to carry out.', next: planNext };
  const waiting = lives.filter(({ state }) => state === 'planned');
  if (waiting.length === 0) {
    const days = new Set(lives.map(({ position }) => dayOf(position.contracts[0]?.opened, derived)));
    const together =
      lives.length < 2
        ? 'Its fills are linked.'
        : days.size === 1
          ? 'All legs were opened on one day.'
          : 'All legs are open, though not all from the same day.';
    return { state: 'done', words: together, next: null };
  }
  const id = waiting[0]?.leg.id ?? '';
  const some = waiting.length < lives.length;
  const words = `${listText(waiting.map(({ leg, terms }) => terms?.symbol ?? leg.contract))}: no fill is linked${some ? ', while the other leg is open: until both are, the mix is off' : ''}.`;
  return {
    state: some ? 'attention' : 'open',
    words,
    next: next('Import the fills and link them.', 'import', `hedgerow hedge link ${id} --all`),
  };
}

function dayOf(at: Instant | undefined, { facts }: Derived): string {
  return at === undefined ? '' : dateText(localDateOf(at, facts.timeZone));
}

function monitoringStep({ lives, derived, sigmaOf }: Input): Found {
  const open = lives.filter(({ open: parts }) => parts.length > 0);
  if (open.length === 0) {
    const isOver = lives.length > 0 && lives.every(({ state }) => state === 'closed');
    if (isOver)
      return { state: 'done', words: 'The legs are closed: there is nothing left to watch.', next: null };
    return { state: 'open', ...unclaimedWatch(derived) };
  }
  const alarms = open.flatMap((life) => {
    const limits = thresholdsOf(derived.facts.settings, life.leg.id);
    return watchLeg(life, limits, derived, sigmaOf).alarms.filter(({ level }) => level !== 'calm');
  });
  const [worst] = alarms.toSorted((a, b) => LEVEL[a.level] - LEVEL[b.level]);
  return worst === undefined
    ? { state: 'done', words: 'Ratio, margin, expiry and prices are within their limits.', next: null }
    : {
        state: 'attention',
        words: worst.words,
        next: monitorNext,
      };
}

const monitorNext = next('Look at the monitor.', 'monitor', 'hedgerow monitor');

/** What the monitor watches of positions that belong to no plan. */
function unclaimedWatch(derived: Derived): Pick<Found, 'words' | 'next'> {
  const count = unclaimedOf(derived).length;
  if (count === 0) return { words: 'Nothing is open that could be watched.', next: null };
  const which = count === 1 ? 'The open position that belongs' : `The ${count} open positions that belong`;
  return {
    words: `${which} to no plan ${count === 1 ? 'is' : 'are'} watched for margin, expiry and the age of prices; a hedge ratio needs a plan.`,
    next: monitorNext,
  };
}

const LEVEL = { danger: 0, act: 1, watch: 2, calm: 3 } as const;

function exitStep({ lives, derived }: Input): Found {
  const [first] = lives;
  if (first === undefined) return { state: 'open', words: 'No exit date is set.', next: planNext };
  if (lives.every(({ state }) => state === 'closed'))
    return { state: 'done', words: 'All legs are closed.', next: null };
  const { exitDate, steps, id } = first.plan;
  const days = daysBetween(derived.asOf, exitDate);
  const date = dateText(exitDate);
  if (days < 0)
    return {
      state: 'attention',
      words: `The exit was due on ${date}, and the legs are still open.`,
      next: next('Look at the closing slices.', 'monitor', `hedgerow monitor`),
    };
  const open = steps.filter(({ doneAt }) => doneAt === null).length;
  return {
    state: 'done',
    words: `The exit is on ${date}, in ${days} days; ${open} of ${steps.length} steps of ${id} are still to do.`,
    next: null,
  };
}
