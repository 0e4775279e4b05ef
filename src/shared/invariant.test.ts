import { expect, test } from 'vitest';
import { InvariantError, invariant } from './invariant.ts';

test('a false invariant throws its own kind of error with its message', () => {
  expect(() => invariant(false, 'lots cover the disposal')).toThrow(
    new InvariantError('lots cover the disposal'),
  );
  expect(new InvariantError('x')).toMatchObject({ name: 'InvariantError', message: 'x' });
});

test('a true invariant narrows', () => {
  const maybe: string | undefined = ['a'][0];
  invariant(maybe !== undefined, 'there is one');
  expect(maybe.length).toBe(1);
});
