import { useState } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import type { BulletRow } from '../../charts/drift-bullets.tsx';
import {
  checkDraft,
  draftOf,
  firstDraft,
  meansPolicy,
  type CheckedDraft,
  type Draft,
  type Policy,
} from './draft.ts';
import { previewDrift } from './preview.ts';
import type { Targets } from './view-model.ts';

export interface PolicyDraft {
  readonly draft: Draft;
  setDraft(draft: Draft): void;
  readonly checked: CheckedDraft;
  /** Does the form say something that is not saved? */
  readonly changed: boolean;
  /** Has anybody typed? What is wrong is not said before. */
  readonly touched: boolean;
  /** Whole targets that are typed and not saved: the last ones, while somebody is in the middle of typing others. */
  readonly typed: Policy | null;
  /** Today's shares against the targets that are typed, else against the saved ones. */
  readonly rows: readonly BulletRow[];
  undo(): void;
}

/** The targets form, which lives on the screen until it is saved. */
export function usePolicyDraft(
  targets: Targets,
  holdings: CallAnswer<'holdings.read'>['holdings'],
): PolicyDraft {
  const { policy: saved } = targets;
  const [touched, setTouched] = useState(false);
  const [draft, setDraft] = useState(() => (saved === null ? firstDraft(holdings) : draftOf(saved)));
  const [lastWhole, setLastWhole] = useState<Policy | null>(null);
  const checked = checkDraft(draft, saved);
  const changed = saved === null || !meansPolicy(checked, saved);
  if (checked.policy !== null && JSON.stringify(checked.policy) !== JSON.stringify(lastWhole)) {
    setLastWhole(checked.policy);
  }
  const typed = changed ? (checked.policy ?? lastWhole) : null;
  // What is filled in as a start is nobody's wish yet: it is shown, not hedged.
  const isWish = saved !== null || touched;
  const rows =
    typed === null
      ? targets.drift.map(({ effectiveWeight, ...row }) => ({ ...row, weight: effectiveWeight }))
      : previewDrift(typed, holdings);
  const undo = (): void => {
    if (saved !== null) setDraft(draftOf(saved));
  };
  return {
    draft,
    setDraft: (next) => {
      setTouched(true);
      setDraft(next);
    },
    checked,
    changed,
    touched,
    typed: isWish ? typed : null,
    rows,
    undo,
  };
}
