import { expect, test } from 'vitest';
import { choiceOf, moveImport, type Confirmed, type ImportFlow, type ImportMove } from './import-flow.ts';

function after(...moves: readonly ImportMove[]): ImportFlow {
  return moves.reduce<ImportFlow>(moveImport, { step: 'files' });
}

const uploaded: ImportMove = { type: 'uploaded', uploads: ['a', 'b'] };

test('a choice changes one file and can be taken back', () => {
  const choose: ImportMove = { type: 'choose', choice: { upload: 'b', timeZone: 'UTC' } };
  const chosen = after(uploaded, choose);
  expect(chosen).toMatchObject({
    step: 'detect',
    files: [{ upload: 'a' }, { upload: 'b', timeZone: 'UTC' }],
  });
  expect(moveImport(chosen, { type: 'undo-choice' })).toMatchObject({
    files: [{ upload: 'a' }, { upload: 'b' }],
  });
  const kept = after(uploaded, choose, { type: 'read-well' }, { type: 'undo-choice' });
  expect(kept).toMatchObject({ files: [{ upload: 'a' }, { upload: 'b', timeZone: 'UTC' }] });
});

test('leaving the last file out leads to the start', () => {
  const one = after(uploaded, { type: 'leave-file-out', upload: 'a' });
  expect(one).toMatchObject({ step: 'detect', files: [{ upload: 'b' }] });
  expect(moveImport(one, { type: 'leave-file-out', upload: 'b' })).toEqual({ step: 'files' });
});

test('bad rows are left out only by choice, and going back keeps the choices', () => {
  const there = after(uploaded, { type: 'go', step: 'check' }, { type: 'leave-out-bad-rows', on: true });
  expect(there).toMatchObject({ step: 'check', leaveOutBadRows: true });
  expect(moveImport(there, { type: 'go', step: 'detect' })).toMatchObject({ leaveOutBadRows: true });
  expect(after(uploaded)).toMatchObject({ leaveOutBadRows: false });
});

test('a file that nobody knows is mapped, and then read by its mapping', () => {
  const mapping = after(uploaded, { type: 'map', upload: 'b' });
  expect(mapping).toMatchObject({ step: 'map', upload: 'b' });
  expect(moveImport(mapping, { type: 'go', step: 'detect' })).toEqual(after(uploaded));
  expect(moveImport(mapping, { type: 'mapped', upload: 'b', format: 'map-mine' })).toMatchObject({
    step: 'detect',
    files: [{ upload: 'a' }, { upload: 'b', format: 'map-mine' }],
  });
});

test('a late click after a restart changes nothing', () => {
  expect(after(uploaded, { type: 'restart' }, { type: 'go', step: 'confirm' })).toEqual({ step: 'files' });
});

test('what is not chosen is left to the file', () => {
  expect(choiceOf('a', { format: '', account: ' Kraken ', timeZone: undefined })).toEqual({
    upload: 'a',
    account: 'Kraken',
  });
});

test('an import under way is found again where one comes back to it; one that is done is left behind', () => {
  expect(after(uploaded, { type: 'left' })).toEqual(after(uploaded));
  const confirmed = { added: 1 } as unknown as Confirmed;
  expect(after(uploaded, { type: 'confirmed', confirmed }, { type: 'left' })).toEqual({ step: 'files' });
});
