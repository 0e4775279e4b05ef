/** Where someone stands between starting the app and an open ledger. Back or cancel leads to the start from anywhere. */
export type LockFlow =
  | { readonly step: 'start'; readonly notice?: string }
  | { readonly step: 'recover'; readonly path: string }
  | { readonly step: 'new-passphrase'; readonly recoveryKey: string }
  | { readonly step: 'create' }
  | { readonly step: 'show-key'; readonly recoveryKey: string }
  | { readonly step: 'check-key'; readonly recoveryKey: string }
  | { readonly step: 'profile' };

export type LockMove =
  | { readonly type: 'create' }
  | { readonly type: 'created'; readonly recoveryKey: string }
  | { readonly type: 'key-kept' }
  | { readonly type: 'show-key-again' }
  | { readonly type: 'key-checked' }
  | { readonly type: 'recover'; readonly path: string }
  | { readonly type: 'recovered'; readonly recoveryKey: string }
  | { readonly type: 'back' };

export const keyNotShownAgain =
  'Your ledger was created and opens with its passphrase. Its recovery key is not shown a second time.';

/** A move that does not fit the step (a late click) changes nothing. */
export function moveLock(flow: LockFlow, move: LockMove): LockFlow {
  switch (move.type) {
    case 'create':
      return { step: 'create' };
    case 'created':
      return { step: 'show-key', recoveryKey: move.recoveryKey };
    case 'key-kept':
      return flow.step === 'show-key' ? { ...flow, step: 'check-key' } : flow;
    case 'show-key-again':
      return flow.step === 'check-key' ? { ...flow, step: 'show-key' } : flow;
    case 'key-checked':
      return flow.step === 'check-key' ? { step: 'profile' } : flow;
    case 'recover':
      return { step: 'recover', path: move.path };
    case 'recovered':
      return { step: 'new-passphrase', recoveryKey: move.recoveryKey };
    case 'back':
      return isKeyUnkept(flow) ? { step: 'start', notice: keyNotShownAgain } : { step: 'start' };
  }
}

/** In these steps a ledger is open already: leaving them locks it. */
export function isLedgerOpenIn({ step }: LockFlow): boolean {
  return step === 'new-passphrase' || step === 'show-key' || step === 'check-key' || step === 'profile';
}

/** The place among the four steps of creating a ledger; null outside them. */
export function createStepOf({ step }: LockFlow): number | null {
  const at = ['create', 'show-key', 'check-key', 'profile'].indexOf(step);
  return at === -1 ? null : at;
}

function isKeyUnkept({ step }: LockFlow): boolean {
  return step === 'show-key' || step === 'check-key';
}
