import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ok, type Result } from '../../shared/errors/failure.ts';
import { askOn, currentPassphrase, newPassphrase } from './secrets.ts';
import type { Terminal } from './verb.ts';

/** A terminal as far as the prompt uses one. */
function keyboard() {
  const raw: boolean[] = [];
  const shown: string[] = [];
  const input = Object.assign(new EventEmitter(), {
    setRawMode: (on: boolean) => raw.push(on),
    setEncoding: () => undefined,
    resume: () => undefined,
    pause: () => undefined,
  });
  const output = { write: (text: string) => shown.push(text) };
  const asked = askOn(
    input as unknown as NodeJS.ReadStream,
    output as unknown as NodeJS.WriteStream,
    'Passphrase: ',
  );
  return { asked, type: (text: string) => input.emit('data', text), raw, shown };
}

describe('the prompt', () => {
  it('shows nothing of what is typed, and understands backspace', async () => {
    const { asked, type, raw, shown } = keyboard();
    type('hors');
    type('ee\u007f 7ü');
    type('\r');
    expect(await asked).toEqual(ok('horse 7ü'));
    expect(shown).toEqual(['Passphrase: ', '\n']);
    expect(raw).toEqual([true, false]);
  });

  it.each(['\u0003', '\u0004'])('gives up at %j', async (key) => {
    const { asked, type } = keyboard();
    type(`half${key}`);
    expect(await asked).toMatchObject({ failure: { code: 'call/cancelled' } });
  });
});

function terminal(env: Record<string, string>, ...answers: string[]): Terminal {
  const ask = async (): Promise<Result<string>> => ok(answers.shift() ?? '');
  return {
    env,
    askSecret: answers.length === 0 ? null : ask,
    readStdin: async () => '',
    say: () => undefined,
    progress: () => undefined,
  };
}

describe('a new passphrase', () => {
  it.each([['x'], ['password'], ['12345678']])(
    'is taken when it is weak, and said to be so: %s',
    async (weak) => {
      const said: string[] = [];
      const given = {
        ...terminal({ HEDGEROW_PASSPHRASE: weak }),
        say: (line: string) => void said.push(line),
      };
      expect(await newPassphrase(given, 'HEDGEROW_PASSPHRASE')).toEqual(ok(weak));
      expect(said).toEqual([expect.stringContaining('this passphrase is weak')]);
      expect(said.join()).not.toContain(`"${weak}"`);
    },
  );

  it('is not spoken of where it is strong', async () => {
    const said: string[] = [];
    const given = {
      ...terminal({ HEDGEROW_PASSPHRASE: 'correct horse battery staple' }),
      say: (line: string) => void said.push(line),
    };
    await newPassphrase(given, 'HEDGEROW_PASSPHRASE');
    expect(said).toEqual([]);
  });
});

describe('where a passphrase comes from', () => {
  it('is the environment, then the prompt, then nowhere', async () => {
    expect(await currentPassphrase(terminal({ HEDGEROW_PASSPHRASE: 'a' }, 'b'))).toEqual(
      ok({ passphrase: 'a' }),
    );
    expect(await currentPassphrase(terminal({}, 'b'))).toEqual(ok({ passphrase: 'b' }));
    expect(await currentPassphrase(terminal({}))).toMatchObject({ failure: { code: 'call/invalid-input' } });
  });

  it('is typed twice where it is new', async () => {
    expect(await newPassphrase(terminal({}, 'a', 'a'), 'V')).toEqual(ok('a'));
    expect(await newPassphrase(terminal({}, 'a', 'b'), 'V')).toMatchObject({
      failure: { where: { field: 'passphrase' } },
    });
    expect(await newPassphrase(terminal({ V: 'a' }, 'x'), 'V')).toEqual(ok('a'));
  });
});
