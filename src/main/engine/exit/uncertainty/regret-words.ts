import { isZero } from '../../../../shared/num/arithmetic.ts';
import { listText, moneyText } from '../../words.ts';
import type { PathId, PlanOnPaths, RegretTable } from './regret-table.ts';

const PATH_WORDS: { readonly [Id in PathId]: string } = {
  flat: 'prices stay',
  up: 'prices rise',
  down: 'prices fall',
  crash: 'prices crash',
  yours: 'your own prices come',
};

/**
 * The same table with plans called by what they are best for. A plan that a search ended too early for, so that another is
 * cheaper on the very path it was made for, is left out, unless it is the robust one.
 */
export function withTitles({ plans, best, robust }: RegretTable): RegretTable {
  const titled = plans.flatMap((plan): PlanOnPaths[] => {
    // The plan that is on the screen keeps its name, whatever it is best for.
    if (plan.kind === 'rule' || plan.id === 'own') return [plan];
    const paths = plan.onPaths.flatMap(({ path }) =>
      best.get(path)?.plan === plan.id ? [PATH_WORDS[path]] : [],
    );
    if (paths.length > 0) return [{ ...plan, title: `The cheapest if ${listText(paths)}` }];
    const own = plan.onPaths.find(({ path }) => plan.id === `best-${path}`);
    const isBeaten = own?.regret !== undefined && own.regret !== null && !isZero(own.regret);
    if (isBeaten && plan.id !== robust?.id) return [];
    return [isBeaten ? { ...plan, title: 'A plan for no path in particular' } : plan];
  });
  return { plans: titled, best, robust: titled.find(({ id }) => id === robust?.id) ?? null };
}

/** What the table says, for someone who never heard of regret: whole sentences. */
export function regretWords({ robust, plans, best }: RegretTable, currency: string): readonly string[] {
  const about =
    'Regret is what a plan costs more than the cheapest plan for the prices that came: nobody knows beforehand which come.';
  if (robust === null || robust.worst === null)
    return [about, 'No plan is possible whatever prices do, so none can be called robust.'];
  const { regret, path } = robust.worst;
  const same = plans.length > 1 && isZero(regret);
  const chosen = same
    ? `"${robust.title}" is the cheapest on every path: it does not matter which prices come.`
    : `"${robust.title}" is the robust choice: at worst, if ${PATH_WORDS[path]}, it costs ${moneyText(regret, currency)} more than the best plan for that.`;
  return [about, chosen, ...againstOthers(robust.id, { plans, best, robust }, currency)];
}

/** Against the cheapest plan for prices that stay, where that is another. */
function againstOthers(id: string, { plans, best }: RegretTable, currency: string): string[] {
  const flat = plans.find((plan) => plan.id === best.get('flat')?.plan);
  if (flat === undefined || flat.id === id) return [];
  if (flat.worst === null) return [`"${flat.title}" is not possible on every path.`];
  return [
    `"${flat.title}" would cost up to ${moneyText(flat.worst.regret, currency)} more than the best, if ${PATH_WORDS[flat.worst.path]}.`,
  ];
}
