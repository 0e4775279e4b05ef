import { expect, test } from 'vitest';
import {
  createStepOf,
  isLedgerOpenIn,
  keyNotShownAgain,
  moveLock,
  type LockFlow,
  type LockMove,
} from './lock-flow.ts';

const start: LockFlow = { step: 'start' };

function after(...moves: readonly LockMove[]): LockFlow {
  return moves.reduce(moveLock, start);
}

const created: LockMove = { type: 'created', recoveryKey: 'AB-CD' };

test('creating goes through four steps', () => {
  const steps = [
    after({ type: 'create' }),
    after({ type: 'create' }, created),
    after({ type: 'create' }, created, { type: 'key-kept' }),
    after({ type: 'create' }, created, { type: 'key-kept' }, { type: 'key-checked' }),
  ];
  expect(steps.map(createStepOf)).toEqual([0, 1, 2, 3]);
  expect(steps.map(isLedgerOpenIn)).toEqual([false, true, true, true]);
});

test('one can look at the key again while checking it', () => {
  expect(after({ type: 'create' }, created, { type: 'key-kept' }, { type: 'show-key-again' })).toEqual({
    step: 'show-key',
    recoveryKey: 'AB-CD',
  });
});

test('back leads to the start from anywhere, and says when a key goes unkept', () => {
  expect(after({ type: 'create' }, { type: 'back' })).toEqual(start);
  expect(after({ type: 'recover', path: 'x' }, { type: 'back' })).toEqual(start);
  expect(after({ type: 'create' }, created, { type: 'back' })).toEqual({
    step: 'start',
    notice: keyNotShownAgain,
  });
});

test('the key is gone from the flow once it is checked', () => {
  expect(after(created, { type: 'key-kept' }, { type: 'key-checked' })).toEqual({ step: 'profile' });
});

test('a late click changes nothing', () => {
  expect(after({ type: 'key-checked' })).toEqual(start);
});
