import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import {
  assetsToHedge,
  overlayInput,
  type Contract,
  type OverlayInput,
} from '../../../../shared/domain/overlay-choice.ts';
import { useSlowCall, type SlowCallState } from '../../../rpc/use-slow-call.ts';
import { checkAsk, emptyAsk, type Ask, type AskFields, type CheckedAsk } from './ask-draft.ts';
import type { Answer } from './view-model.ts';

export interface AlternativesState {
  readonly fields: AskFields;
  change(part: Partial<AskFields>): void;
  reset(): void;
  readonly checked: CheckedAsk;
  /** Assets that are off target and could be hedged. */
  readonly assets: readonly string[];
  readonly contracts: readonly Contract[];
  readonly overlay: OverlayInput;
  choose(asset: string, contract: string | null): void;
  readonly slow: SlowCallState<'rebalance.alternatives'>;
  /** What was asked last, whole and right. */
  readonly asked: Ask;
  /** The newest answer there is, of other assumptions where `stale`. */
  readonly shown: Answer | undefined;
  readonly stale: boolean;
}

export interface AlternativesBase {
  readonly holdings: CallAnswer<'holdings.read'>;
  readonly drift: CallAnswer<'targets.read'>['drift'];
  readonly contracts: readonly Contract[];
}

/** The ways back for what is typed. Typing waits for a rest, since the search takes time; the last answer stays in view. */
export function useAlternatives({ holdings, drift, contracts }: AlternativesBase): AlternativesState {
  const [fields, setFields] = useState(emptyAsk);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const assets = useMemo(() => assetsToHedge(drift, holdings.holdings), [drift, holdings]);
  const overlay = useMemo(
    () => overlayInput(assets, chosen, contracts, holdings.positions, 'nearest'),
    [assets, chosen, contracts, holdings],
  );
  const checked = useMemo(() => checkAsk(fields, overlay, holdings.asOf), [fields, overlay, holdings]);
  const [lastGood, setLastGood] = useState<Ask>(checked.ask ?? {});
  if (checked.ask !== null && JSON.stringify(checked.ask) !== JSON.stringify(lastGood))
    setLastGood(checked.ask);
  const [asked] = useDebouncedValue(lastGood, 500);
  const slow = useSlowCall('rebalance.alternatives', asked, true);
  const { data } = slow.call;
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  return {
    fields,
    change: (part) => setFields((now) => ({ ...now, ...part })),
    reset: () => {
      setFields(emptyAsk);
      setChosen({});
    },
    checked,
    assets,
    contracts,
    overlay,
    choose: (asset, contract) => setChosen((now) => ({ ...now, [asset]: contract ?? '' })),
    slow,
    asked,
    shown: data ?? last,
    stale: checked.ask === null || lastGood !== asked || data === undefined,
  };
}
