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
  /** The whole search. It begins once the first figures are there. */
  readonly slow: SlowCallState<'rebalance.alternatives'>;
  /** Without the mix and what decides, which take longest. */
  readonly quick: SlowCallState<'rebalance.alternatives'>;
  /** What was asked last, whole and right. */
  readonly asked: Ask;
  /** The newest answer there is, of other assumptions where `stale`. */
  readonly shown: Answer | undefined;
  /** The mix is not in what is shown. */
  readonly isPartial: boolean;
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
  const first = useMemo(() => ({ ...asked, withoutMix: true, withoutTurns: true }), [asked]);
  const quick = useSlowCall('rebalance.alternatives', first, true);
  const slow = useSlowCall('rebalance.alternatives', asked, quick.call.data !== undefined);
  const data = slow.call.data ?? withoutMix(quick.call.data);
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
    quick,
    asked,
    shown: data ?? last,
    isPartial: slow.call.data === undefined && data !== undefined,
    stale: checked.ask === null || lastGood !== asked || data === undefined,
  };
}

const cut = new WeakMap<Answer, Answer>();

/** The answer without the column of the mix, the same object for the same answer. */
function withoutMix(answer: Answer | undefined): Answer | undefined {
  if (answer === undefined) return undefined;
  const known = cut.get(answer);
  if (known !== undefined) return known;
  const part = { ...answer, alternatives: answer.alternatives.filter(({ kind }) => kind !== 'mixed') };
  cut.set(answer, part);
  return part;
}
