import { useEffect, useMemo, useState } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import {
  assetsToHedge,
  overlayInput,
  rankedContracts,
  type Contract,
} from '../../../../shared/domain/overlay-choice.ts';
import { useCall, type CallState } from '../../../rpc/use-call.ts';
import { useSlowCall, type SlowCallState } from '../../../rpc/use-slow-call.ts';
import { useNavigation } from '../../../ui/navigation.tsx';
import { useKept } from '../use-kept.ts';
import {
  askedElsewhere,
  checkExit,
  emptyExitDraft,
  type CheckedExit,
  type ExitDraft,
  type ExitRequest,
} from './exit-draft.ts';

export interface ExitForm {
  readonly draft: ExitDraft;
  change(part: Partial<ExitDraft>): void;
  reset(): void;
  readonly checked: CheckedExit;
  /** Coins that are off target or that goals name: what prices and limits are asked for. */
  readonly assets: readonly string[];
  /** Contracts on a coin that could hedge it, most fitting first. */
  contractsOf(asset: string): readonly Contract[];
  readonly targets: CallState<'targets.read'>;
}

export interface ExitSearch {
  readonly form: ExitForm;
  /** What was last asked; null before, and after a cancel. */
  readonly asked: ExitRequest | null;
  /** What stands in the form is not what the answer is of. */
  readonly changed: boolean;
  solve(): void;
  cancel(): void;
  readonly run: SlowCallState<'exit.plan'>;
}

interface Kept {
  readonly draft: ExitDraft;
  readonly asked: ExitRequest | null;
  /** What was found before it: a cancel goes back there. */
  readonly before: ExitRequest | null;
}

const start: Kept = { draft: emptyExitDraft, asked: null, before: null };

/**
 * The form and the search of an exit plan. Both stay while other screens are open, and while the ledger is. No search
 * begins by itself: what was found is kept, and where the facts have changed since, that is said.
 */
export function useExitPlan(holdings: CallAnswer<'holdings.read'>): ExitSearch {
  const [{ draft, asked, before }, keep] = useKept('exit', start);
  const [isStarted, setStarted] = useState(false);
  useAskedElsewhere((given) => keep({ draft: given, asked, before }));
  const form = useExitForm(holdings, draft, (next) => keep({ draft: next, asked, before }));
  const run = useSlowCall('exit.plan', asked ?? {}, asked !== null && isStarted, { renews: true });
  const { request } = form.checked;
  return {
    form,
    asked,
    changed: asked !== null && JSON.stringify(request) !== JSON.stringify(asked),
    solve: () => {
      if (request === null) return;
      // The same question once more: a failure is tried again.
      if (JSON.stringify(request) === JSON.stringify(asked)) void run.call.refetch();
      setStarted(true);
      keep({ draft, asked: request, before: run.call.data === undefined ? null : asked });
    },
    cancel: () => {
      run.cancel();
      setStarted(false);
      keep({ draft, asked: before, before: null });
    },
    run,
  };
}

/** A question that another screen put in the address fills the form once, and leaves the address. */
function useAskedElsewhere(fill: (draft: ExitDraft) => void): void {
  const { params, go } = useNavigation();
  const { ask, ...rest } = params;
  useEffect(() => {
    if (ask === undefined) return;
    const given = askedElsewhere(ask);
    if (given !== null) fill(given);
    go('plan', rest);
    // Only a new question counts.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ask]);
}

/** The form over a draft that its caller keeps. */
export function useExitForm(
  holdings: CallAnswer<'holdings.read'>,
  draft: ExitDraft,
  set: (draft: ExitDraft) => void,
): ExitForm {
  const targets = useCall('targets.read', {});
  const contracts = useCall('targets.contracts', {});
  const known = contracts.data?.contracts;
  const assets = useMemo(() => {
    const off = assetsToHedge(targets.data?.drift ?? [], holdings.holdings);
    const named = draft.goals.map(({ asset }) => asset);
    return [...new Set([...named, ...off])].filter((asset) => asset !== '');
  }, [targets.data, holdings, draft.goals]);
  const overlay = useMemo(
    () => overlayInput(assets, draft.contracts, known ?? [], holdings.positions, 'nearest'),
    [assets, draft.contracts, known, holdings],
  );
  const checked = useMemo(() => checkExit(draft, holdings.asOf, overlay), [draft, holdings.asOf, overlay]);
  return {
    draft,
    change: (part) => set({ ...draft, ...part }),
    reset: () => set(emptyExitDraft),
    checked,
    assets,
    contractsOf: (asset) => rankedContracts(asset, known ?? [], holdings.positions),
    targets,
  };
}
