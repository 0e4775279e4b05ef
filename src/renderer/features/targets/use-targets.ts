import { useMemo, useState } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { useCall, type CallState } from '../../rpc/use-call.ts';
import {
  assetsToHedge,
  overlayInput,
  type Contract,
  type OverlayInput,
} from '../../../shared/domain/overlay-choice.ts';
import { firstSizing, sizedInput, type Sizing } from './sizing.ts';
import type { PolicyDraft } from './use-policy-draft.ts';

export interface HedgeChoice {
  readonly assets: readonly string[];
  readonly contracts: readonly Contract[];
  readonly positions: CallAnswer<'holdings.read'>['positions'];
  readonly input: OverlayInput;
  readonly sizing: Sizing;
  /** The same object all along, so that what only acts is not drawn anew with every key. */
  readonly act: HedgeActions;
}

export interface HedgeActions {
  /** null means: no futures for this asset. */
  choose(asset: string, contract: string | null): void;
  /** A second, smaller contract for what whole ones of the first leave over; null for none. */
  addSmall(asset: string, contract: string | null): void;
  size(part: Partial<Sizing>): void;
}

const noContracts: readonly Contract[] = [];

/** Which futures stand for each asset that is off target. It lives on the screen: nothing is saved by choosing. */
export function useHedgeChoice(
  { rows, typed }: Pick<PolicyDraft, 'rows' | 'typed'>,
  holdings: CallAnswer<'holdings.read'>,
  /** The day on which a way back leaves the hedge; empty for none. */
  exitDate = '',
): {
  readonly contracts: CallState<'targets.contracts'>;
  readonly choice: HedgeChoice;
} {
  const contracts = useCall('targets.contracts', {});
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [small, setSmall] = useState<Readonly<Record<string, string>>>({});
  const [sizing, setSizing] = useState<Sizing>({ ...firstSizing, exitDate });
  const all = contracts.data?.contracts ?? noContracts;
  const act = useMemo(
    () => ({
      choose: (asset: string, contract: string | null) => {
        setChosen((now) => ({ ...now, [asset]: contract ?? '' }));
        setSmall((now) => ({ ...now, [asset]: '' }));
      },
      addSmall: (asset: string, contract: string | null) =>
        setSmall((now) => ({ ...now, [asset]: contract ?? '' })),
      size: (part: Partial<Sizing>) => setSizing((now) => ({ ...now, ...part })),
    }),
    [],
  );
  const choice = useMemo(() => {
    const assets = assetsToHedge(rows, holdings.holdings);
    const input = sizedInput(
      overlayInput(assets, chosen, all, holdings.positions, sizing.rounding),
      small,
      sizing,
    );
    return {
      assets,
      contracts: all,
      positions: holdings.positions,
      input: typed === null ? input : { ...input, policy: typed },
      sizing,
      act,
    };
  }, [rows, typed, holdings, all, chosen, small, sizing, act]);
  return { contracts, choice };
}
