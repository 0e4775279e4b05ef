import type { CallAnswer, CallRequest } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { rate } from '../../../../shared/num/parse.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { addDays, dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { traceOfPrice } from '../../../engine/exit/price-trace.ts';
import { coinPrice } from '../../../engine/exit/schedule-actions.ts';
import { withMovedPrices } from '../../../engine/exit/uncertainty/moved-prices.ts';
import { pathCandidates } from '../../../engine/exit/uncertainty/path-candidates.ts';
import { regretTable } from '../../../engine/exit/uncertainty/regret-table.ts';
import type { CaseOnPath, PlanOnPaths, RegretTable } from '../../../engine/exit/uncertainty/regret-table.ts';
import { regretWords, withTitles } from '../../../engine/exit/uncertainty/regret-words.ts';
import { stepWords, tradedAssets } from '../../../engine/exit/uncertainty/step-words.ts';
import { percentText } from '../../../engine/words.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { exitCaseOf } from '../exit/exit-case-of.ts';
import { exitMarketOf } from '../exit/exit-market.ts';
import { keptPlan } from '../exit/planned-exit.ts';
import type { ExitRequest, ExitSetup } from '../exit/exit-setup.ts';
import { scheduleText } from '../exit/schedule-text.ts';
import { issueTexts } from '../issue-text.ts';
import { traceText } from '../trace-text.ts';
import { conditionTexts } from './condition-texts.ts';
import { uncertaintyTools } from './uncertainty-tools.ts';

type Answer = CallAnswer<'exit.paths'>;
type Request = CallRequest<'exit.paths'>;

interface Path extends CaseOnPath {
  readonly title: string;
  readonly words: string;
}

/**
 * The plan under each price path, the regret of each, the robust choice, and what to do instead at price targets.
 * Errors: those of `exitCaseOf` and `optimiseExit`, `exit/assumption-out-of-range`.
 */
export const planPaths: Handler<'exit.paths'> = async (asked, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { up, down, crash, ...request } = asked;
  context.progress('Facts', 0, null);
  const setups = await setupsOf(derived.value, request, context);
  if (!setups.ok) return setups;
  const paths = pathsOf(setups.value, { up, down, crash });
  if (!paths.ok) return paths;
  const targets = request.priceTargets?.length ?? 0;
  const tools = uncertaintyTools(context, request.seconds, paths.value.length + targets);
  const own = keptPlan(derived.value, request, context)?.plan.plan.schedule ?? null;
  const total = paths.value.length + targets + 1;
  let done = 0;
  const candidates = await pathCandidates(
    paths.value,
    async (given) => {
      context.progress('Plans for each price path', done++, total);
      return await tools.planner(given);
    },
    own,
  );
  if (!candidates.ok) return candidates;
  context.progress('Each plan on each path', done++, total);
  const table = withTitles(await regretTable(paths.value, candidates.value.plans, tools.pause));
  const base = setups.value.yours ?? setups.value.flat;
  const cheapest = table.best.get(setups.value.yours === null ? 'flat' : 'yours')?.plan;
  const kept = table.plans.find(({ id }) => id === cheapest) ?? table.robust;
  const conditions =
    kept === null
      ? []
      : await conditionTexts(base, kept.schedule, request, {
          ...tools,
          progress: () => context.progress('Price targets', done++, total),
        });
  const { currency, asOf, horizon } = base;
  return ok({
    asOf: dateText(asOf),
    horizon: dateText(horizon),
    currency,
    paths: paths.value.map((path) => pathText(path, table, base)),
    plans: table.plans.map((plan) => planText(plan, table, { base, paths: paths.value })),
    robust: table.robust?.id ?? null,
    words: [
      ...regretWords(table, currency),
      ...candidates.value.without.map(
        ({ path, failure }) => `For the path "${TITLES[path]}" no plan was found: ${failure.message}`,
      ),
    ],
    conditions,
    issues: issueTexts(base.setupIssues, derived.value),
  });
};

interface Setups {
  readonly flat: ExitSetup;
  /** null where the request names no prices. */
  readonly yours: ExitSetup | null;
}

async function setupsOf(
  derived: Derived,
  request: ExitRequest,
  context: CallContext,
): Promise<Result<Setups>> {
  const market = await exitMarketOf(derived, request, context);
  context.leave();
  const { prices = [], ...others } = request;
  const flat = exitCaseOf(derived, others, market);
  if (!flat.ok) return flat;
  if (prices.length === 0) return ok({ flat: flat.value, yours: null });
  const yours = exitCaseOf(derived, request, market);
  return yours.ok ? ok({ flat: flat.value, yours: yours.value }) : yours;
}

const TITLES = {
  flat: 'Prices stay',
  up: 'Prices rise',
  down: 'Prices fall',
  crash: 'Crash',
  yours: 'Your prices',
} as const;
const DEFAULTS = { up: '0.5', down: '-0.3', crash: '-0.6' } as const;
const CRASH_DAYS = 30;

function pathsOf(
  { flat, yours }: Setups,
  asked: Pick<Request, 'up' | 'down' | 'crash'>,
): Result<readonly Path[]> {
  const paths: Path[] = [
    { path: 'flat', given: flat, title: TITLES.flat, words: 'All prices stay as they are today.' },
  ];
  for (const path of ['up', 'down', 'crash'] as const) {
    const value = asked[path] ?? DEFAULTS[path];
    const change = rate(value);
    if (change <= rate('-1') || change > rate('100'))
      return fail(
        'exit/assumption-out-of-range',
        { field: path, value, range: 'above -1 and up to 100' },
        { field: path },
      );
    const soon = addDays(flat.asOf, CRASH_DAYS);
    const by = path === 'crash' && soon < flat.horizon ? soon : flat.horizon;
    const given = withMovedPrices(flat, { change, by, asset: null });
    paths.push({ path, given, title: TITLES[path], words: moveWords(change, by) });
  }
  const own = 'The prices that you gave; others stay.';
  if (yours !== null) paths.push({ path: 'yours', given: yours, title: TITLES.yours, words: own });
  return ok(paths);
}

function moveWords(change: Rate, by: LocalDate): string {
  const sign = change < rate('0') ? '' : '+';
  return `Every coin moves by ${sign}${percentText(change)} in a straight line until ${dateText(by)}, then stays.`;
}

function pathText(
  { path, given, title, words }: Path,
  { best }: RegretTable,
  base: ExitSetup,
): Answer['paths'][number] {
  const found = best.get(path) ?? null;
  return {
    id: path,
    title,
    words,
    prices: tradedAssets(given).map((asset) => ({
      asset,
      now: toText(coinPrice(base, asset, base.asOf)),
      atEnd: toText(coinPrice(given, asset, base.horizon)),
    })),
    bestCost: found === null ? null : toText(found.cost),
    bestPlan: found?.plan ?? null,
  };
}

function planText(
  plan: PlanOnPaths,
  { robust }: RegretTable,
  { base, paths }: { readonly base: ExitSetup; readonly paths: readonly Path[] },
): Answer['plans'][number] {
  return {
    id: plan.id,
    title: plan.title,
    kind: plan.kind,
    onPaths: plan.onPaths.map(({ path, priced, regret, why }, place) => ({
      path,
      cost: priced === null ? null : toText(priced.cost),
      tax: priced === null ? null : toText(priced.tax),
      regret: regret === null ? null : toText(regret),
      why,
      trace: priced === null ? null : traceText(traceOfPrice(paths[place]?.given ?? base, priced)),
    })),
    worstRegret: plan.worst === null ? null : toText(plan.worst.regret),
    worstPath: plan.worst?.path ?? null,
    isRobust: plan.id === robust?.id,
    steps: [...stepWords(base, plan.schedule)],
    schedule: scheduleText(plan.schedule),
  };
}
