/** What keeps a hedge from being saved, in words. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { listed } from '../../ui/listed.ts';

type Checks = CallAnswer<'hedge.checks'>;
type CheckId = Checks['beforeSaving'][number]['id'];

const names: Readonly<Record<CheckId, string>> = {
  'data-age': 'the age of the prices',
  notional: 'the size',
  delta: 'the exposure after it',
  'margin-overnight': 'the margin overnight',
  liquidity: 'the cash it can take',
  'leg-lost': 'a leg that is lost',
  costs: 'the costs',
  expiry: 'the expiry',
  tax: 'the tax',
  uncertain: 'what no source confirms',
};

/** "Mend 1 problem above, and tick as read: the margin overnight and the costs." */
export function keptBackWords({ issues, beforeSaving }: Pick<Checks, 'issues' | 'beforeSaving'>): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const unread = beforeSaving
    .filter(({ needsAcknowledgement, acknowledged }) => needsAcknowledgement && !acknowledged)
    .map(({ id }) => names[id]);
  const mend = errors === 0 ? [] : [`mend ${errors} ${errors === 1 ? 'problem' : 'problems'} above`];
  const tick = unread.length === 0 ? [] : [`tick as read: ${listed(unread)}`];
  const words = [...mend, ...tick].join(', and ');
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
