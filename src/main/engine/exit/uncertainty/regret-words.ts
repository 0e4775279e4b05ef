import { isZero } from '../../../../shared/num/arithmetic.ts';
import { moneyText } from '../../words.ts';
import type { PathId, RegretTable } from './regret-table.ts';

const PATH_WORDS: { readonly [Id in PathId]: string } = {
  flat: 'prices stay',
  up: 'prices rise',
  down: 'prices fall',
  crash: 'prices crash',
  yours: 'your own prices come',
};

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

/** Against the plan for prices that stay, where that is another. */
function againstOthers(id: string, { plans }: RegretTable, currency: string): string[] {
  const flat = plans.find((plan) => plan.id === 'best-flat');
  if (flat === undefined || flat.id === id) return [];
  if (flat.worst === null) return [`"${flat.title}" is not possible on every path.`];
  return [
    `"${flat.title}" would cost up to ${moneyText(flat.worst.regret, currency)} more than the best, if ${PATH_WORDS[flat.worst.path]}.`,
  ];
}
