import { useMemo, useState } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { useCall, type CallState } from '../../rpc/use-call.ts';
import {
  assetsToHedge,
  overlayInput,
  type Contract,
  type OverlayInput,
} from '../../../shared/domain/overlay-choice.ts';
import type { PolicyDraft } from './use-policy-draft.ts';

export interface HedgeChoice {
  readonly assets: readonly string[];
  readonly contracts: readonly Contract[];
  readonly positions: CallAnswer<'holdings.read'>['positions'];
  readonly input: OverlayInput;
  /** null means: no futures for this asset. */
  choose(asset: string, contract: string | null): void;
  round(rounding: OverlayInput['rounding']): void;
}

const noContracts: readonly Contract[] = [];

/** Which futures stand for each asset that is off target. It lives on the screen: nothing is saved by choosing. */
export function useHedgeChoice(
  { rows, typed }: Pick<PolicyDraft, 'rows' | 'typed'>,
  holdings: CallAnswer<'holdings.read'>,
): {
  readonly contracts: CallState<'targets.contracts'>;
  readonly choice: HedgeChoice;
} {
  const contracts = useCall('targets.contracts', {});
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [rounding, round] = useState<OverlayInput['rounding']>('nearest');
  const all = contracts.data?.contracts ?? noContracts;
  const choice = useMemo(() => {
    const assets = assetsToHedge(rows, holdings.holdings);
    const input = overlayInput(assets, chosen, all, holdings.positions, rounding);
    return {
      assets,
      contracts: all,
      positions: holdings.positions,
      input: typed === null ? input : { ...input, policy: typed },
      choose: (asset: string, contract: string | null) =>
        setChosen((now) => ({ ...now, [asset]: contract ?? '' })),
      round,
    };
  }, [rows, typed, holdings, all, chosen, rounding]);
  return { contracts, choice };
}
