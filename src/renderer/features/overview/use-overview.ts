import { useInterval } from '@mantine/hooks';
import { useMemo } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { useCall, type CallState } from '../../rpc/use-call.ts';
import { byUrgency, needs, nextAction, type Need, type Way } from './needs.ts';
import { importNeeds } from './import-needs.ts';
import { planNeeds } from './plan-needs.ts';
import { taxNeeds } from './tax-needs.ts';

export interface Overview {
  readonly holdings: CallState<'holdings.read'>;
  readonly targets: CallState<'targets.read'>;
  readonly dates: CallState<'calendar.read'>;
  readonly drift: CallState<'policy.drift'>;
  readonly needs: readonly Need[];
  readonly next: Way | null;
}

const minute = 60_000;
const nothingEnds: CallAnswer<'elections.read'>['endingToday'] = [];
const noExitPlans: CallAnswer<'exit.list'>['plans'] = [];
const noPlans: CallAnswer<'targets.plans'>['plans'] = [];

/** All that the Overview shows. Each part arrives by itself; a part that fails leaves the others standing. */
export function useOverview(): Overview {
  const holdings = useCall('holdings.read', {});
  const targets = useCall('targets.read', {});
  const dates = useCall('calendar.read', {});
  const drift = useCall('policy.drift', {});
  const log = useCall('policy.log', {});
  const exitPlans = useCall('exit.list', {});
  const prices = useCall('prices.read', {});
  const plans = useCall('targets.plans', {});
  const monitor = useCall('monitor.read', {});
  const projection = useCall('plan.projection', {});
  const asked = useAskedByFiles();
  const endingToday = useEndingToday();
  const list = useMemo(
    () =>
      holdings.data === undefined
        ? []
        : byUrgency([
            ...needs({
              holdings: holdings.data.holdings,
              issues: [...holdings.data.issues, ...(targets.data?.issues ?? [])],
              prices: prices.data,
              targets: targets.data,
              rules: rulesOf(log.data, drift.data),
              plans: plans.data?.plans ?? noPlans,
              monitor: monitor.data,
              today: holdings.data.asOf,
            }),
            ...asked,
            ...planNeeds({
              log: log.data,
              drift: drift.data,
              exitPlans: exitPlans.data?.plans ?? noExitPlans,
              calendar: dates.data,
              today: holdings.data.asOf,
            }),
            ...taxNeeds({ endingToday, projection: projection.data, today: holdings.data.asOf }),
          ]),
    [
      holdings.data,
      targets.data,
      prices.data,
      plans.data,
      monitor.data,
      projection.data,
      endingToday,
      log.data,
      drift.data,
      exitPlans.data,
      dates.data,
      asked,
    ],
  );
  return { holdings, targets, dates, drift, needs: list, next: nextAction(list) };
}

/** What the imported files ask: it arrives by itself, and the rest does not wait for it. */
function useAskedByFiles(): readonly Need[] {
  const review = useCall('imports.review', { limit: 1 }).data;
  const reconcile = useCall('imports.reconcile', {}).data;
  const coverage = useCall('imports.coverage', {}).data;
  const balances = useCall('holdings.balanceCheck', {}).data;
  return useMemo(
    () => importNeeds({ review, reconcile, coverage, balances }),
    [review, reconcile, coverage, balances],
  );
}

/** What must be on record before the taxpayer's day ends: asked again every minute while the day runs. */
function useEndingToday(): CallAnswer<'elections.read'>['endingToday'] {
  const { data, refetch } = useCall('elections.read', {});
  useInterval(() => void refetch(), minute, { autoInvoke: true });
  return data?.endingToday ?? nothingEnds;
}

function rulesOf(
  log: CallAnswer<'policy.log'> | undefined,
  drift: CallAnswer<'policy.drift'> | undefined,
): { readonly waiting: number; readonly quiet: boolean } {
  return {
    waiting: log?.firings.filter(({ state }) => state === 'open').length ?? 0,
    quiet: drift !== undefined && drift.quiet !== null,
  };
}
