import { notifications } from '@mantine/notifications';
import { useReducer } from 'react';
import type { CallName } from '../../../shared/contract/contract.ts';
import { useCommand, type CommandState } from '../../rpc/use-command.ts';
import { useTask, type TaskState } from '../../rpc/use-task.ts';
import { isLedgerOpenIn, moveLock, type LockFlow, type LockMove } from './lock-flow.ts';
import type { OrderInput, ProfileInput } from './profile-draft.ts';
import { showWarnings } from './use-open-ledger.ts';

interface Started<Name extends CallName, Values extends readonly unknown[]> {
  readonly task: TaskState<Name>;
  start(...values: Values): void;
}

export interface LockFlowState {
  readonly flow: LockFlow;
  move(move: LockMove): void;
  /** To the start, locking what was opened on the way. */
  back(): void;
  /** Into the open ledger. */
  enter(): void;
  readonly sample: Started<'ledger.createSample', []>;
  readonly create: Started<'ledger.create', [path: string, passphrase: string]>;
  readonly recover: Started<'ledger.recover', [path: string, recoveryKey: string]>;
  readonly changePassphrase: Started<'ledger.changePassphrase', [current: string, next: string]>;
  readonly saveProfile: {
    readonly task: Pick<CommandState<'plan.saveProfile'>, 'busy' | 'failure'>;
    /** Then records the standing order, if there is one. */
    start(profile: ProfileInput, order: OrderInput | null): void;
  };
}

/** The steps of the door with the calls that carry them. `hold` keeps the door in front of a ledger that is open already. */
export function useLockFlow(hold: (held: boolean) => void): LockFlowState {
  const [flow, move] = useReducer(moveLock, { step: 'start' });
  const sample = useTask('ledger.createSample');
  const create = useTask('ledger.create');
  const recover = useTask('ledger.recover');
  const changePassphrase = useTask('ledger.changePassphrase');
  const saveProfile = useCommand('plan.saveProfile');
  const recordOrder = useCommand('elections.order');
  const lock = useCommand('ledger.lock');

  const enter = (): void => {
    hold(false);
    move({ type: 'back' });
  };
  const back = (): void => {
    if (isLedgerOpenIn(flow)) void lock.run({});
    create.reset();
    recover.reset();
    enter();
  };
  const startSample = async (): Promise<void> => {
    const result = await sample.run({});
    if (result?.ok === true) saySampleIsOpen();
  };
  const startCreate = async (path: string, passphrase: string): Promise<void> => {
    hold(true);
    const result = await create.run({ path, passphrase });
    if (result?.ok === true) move({ type: 'created', recoveryKey: result.value.recoveryKey });
    else hold(false);
  };
  const startRecover = async (path: string, recoveryKey: string): Promise<void> => {
    hold(true);
    const result = await recover.run({ path, recoveryKey });
    if (result?.ok !== true) return hold(false);
    showWarnings(result.value.warnings);
    move({ type: 'recovered', recoveryKey });
  };
  const startChange = async (current: string, next: string): Promise<void> => {
    const result = await changePassphrase.run({ current, next });
    if (result?.ok === true) enter();
  };
  const startSave = async (profile: ProfileInput, order: OrderInput | null): Promise<void> => {
    const saved = await saveProfile.run(profile);
    if (saved?.ok !== true) return;
    const recorded = order === null ? saved : await recordOrder.run(order);
    if (recorded?.ok === true) enter();
  };

  return {
    flow,
    move,
    enter,
    back,
    sample: { task: sample, start: () => void startSample() },
    create: { task: create, start: (path, passphrase) => void startCreate(path, passphrase) },
    recover: { task: recover, start: (path, recoveryKey) => void startRecover(path, recoveryKey) },
    changePassphrase: { task: changePassphrase, start: (current, next) => void startChange(current, next) },
    saveProfile: {
      task: {
        busy: saveProfile.busy || recordOrder.busy,
        failure: saveProfile.failure ?? recordOrder.failure,
      },
      start: (profile, order) => void startSave(profile, order),
    },
  };
}

/** Its passphrase is kept back: nothing in the app unlocks a sample, because the next one is a click away. */
function saySampleIsOpen(): void {
  notifications.show({
    title: 'The sample ledger is open',
    message: 'Everything here is invented. Once it is locked, "Open the sample" makes a fresh one.',
    autoClose: 8000,
  });
}
