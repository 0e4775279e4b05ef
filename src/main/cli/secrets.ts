/** Secrets come from the environment (HEDGEROW_PASSPHRASE …) or from a prompt without echo; never from an argument. */
import { fail, ok, type Result } from '../../shared/errors/failure.ts';
import { passphraseStrength } from '../../shared/passphrase-strength.ts';
import { wrongUsage, type Terminal } from './verb.ts';

/** The passphrase of an existing ledger. */
export async function currentPassphrase(
  terminal: Terminal,
): Promise<Result<{ readonly passphrase: string }>> {
  const passphrase = await secret(terminal, 'HEDGEROW_PASSPHRASE', 'Passphrase: ');
  return passphrase.ok ? ok({ passphrase: passphrase.value }) : passphrase;
}

/** The key that was printed when the ledger was made. */
export async function recoveryKey(terminal: Terminal): Promise<Result<{ readonly recoveryKey: string }>> {
  const key = await secret(terminal, 'HEDGEROW_RECOVERY_KEY', 'Recovery key: ');
  return key.ok ? ok({ recoveryKey: key.value }) : key;
}

/** A new passphrase: typed twice, or from the variable. A weak one is said to be so, and taken. */
export async function newPassphrase(terminal: Terminal, variable: string): Promise<Result<string>> {
  const first = await secret(terminal, variable, 'New passphrase: ');
  if (!first.ok) return first;
  const { level, words } = passphraseStrength(first.value);
  if (level === 'weak')
    terminal.say(`hedgerow: this passphrase is weak. ${words} Four unrelated words are strong.`);
  if (terminal.env[variable] !== undefined || terminal.askSecret === null) return first;
  const second = await terminal.askSecret('The same again: ');
  if (!second.ok || second.value === first.value) return second;
  return wrongUsage('passphrase', 'the two differ');
}

async function secret(terminal: Terminal, variable: string, prompt: string): Promise<Result<string>> {
  const given = terminal.env[variable];
  if (given !== undefined && given !== '') return ok(given);
  if (terminal.askSecret === null) {
    return wrongUsage(
      prompt.slice(0, -2).toLowerCase(),
      `there is no terminal to ask for it; set ${variable}`,
    );
  }
  return await terminal.askSecret(prompt);
}

/** Asks on a terminal: what is typed is not shown, and not kept once it is handed over. */
export function askOn(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  prompt: string,
): Promise<Result<string>> {
  output.write(prompt);
  input.setRawMode(true);
  input.setEncoding('utf8');
  input.resume();
  return new Promise((resolve) => {
    let typed = '';
    const finish = (result: Result<string>): void => {
      input.off('data', read);
      input.setRawMode(false);
      input.pause();
      output.write('\n');
      resolve(result);
    };
    const read = (chunk: string): void => {
      for (const character of chunk) {
        if (character === '\r' || character === '\n') return finish(ok(typed));
        if (character === '\u0003' || character === '\u0004') return finish(fail('call/cancelled', {}));
        typed = character === '\u007f' || character === '\b' ? typed.slice(0, -1) : typed + character;
      }
    };
    input.on('data', read);
  });
}
