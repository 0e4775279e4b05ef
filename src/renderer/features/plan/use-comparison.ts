import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { useCall, type CallState } from '../../rpc/use-call.ts';
import { assetsToHedge, overlayInput, type OverlayInput } from '../../../shared/domain/overlay-choice.ts';
import {
  checkAssumptions,
  startFields,
  type AssumptionFields,
  type CheckedAssumptions,
} from './assumptions.ts';
import type { Plan } from './view-model.ts';

export interface WhatIfState {
  readonly fields: AssumptionFields;
  setFields(fields: AssumptionFields): void;
  readonly checked: CheckedAssumptions;
  readonly comparison: CallState<'plan.compare'>;
}

export interface OverlayOfPlan {
  readonly targets: CallState<'targets.read'>;
  readonly contracts: CallState<'targets.contracts'>;
  /** Assets that are off target; with none there is nothing to compare. */
  readonly assets: readonly string[];
  readonly overlay: OverlayInput;
}

/** The overlay that the comparison is about: the plan's contracts, else the most fitting ones. */
export function useOverlayOfPlan(holdings: CallAnswer<'holdings.read'>, plan: Plan | null): OverlayOfPlan {
  const targets = useCall('targets.read', {});
  const contracts = useCall('targets.contracts', {});
  const assets = useMemo(
    () => assetsToHedge(targets.data?.drift ?? [], holdings.holdings),
    [targets.data, holdings],
  );
  const overlay = useMemo(() => {
    const chosen = Object.fromEntries(plan?.legs.map(({ asset, contract }) => [asset, contract]) ?? []);
    return overlayInput(assets, chosen, contracts.data?.contracts ?? [], holdings.positions, 'nearest');
  }, [assets, plan, contracts.data, holdings]);
  return { targets, contracts, assets, overlay };
}

/** The comparison for what is typed, at once: a wrong field keeps the last answer on screen. */
export function useWhatIf(overlay: OverlayInput, exitDate: string, asOf: string): WhatIfState {
  const [fields, setFields] = useState(() => startFields(exitDate));
  const checked = useMemo(() => checkAssumptions(fields, overlay, asOf), [fields, overlay, asOf]);
  const [lastGood, setLastGood] = useState(checked.input);
  if (checked.input !== null && checked.input !== lastGood) setLastGood(checked.input);
  const [input] = useDebouncedValue(lastGood, 50);
  const comparison = useCall('plan.compare', input ?? { overlay, assumptions: { exitDate } }, {
    enabled: input !== null,
    keepPrevious: true,
  });
  return { fields, setFields, checked, comparison };
}
