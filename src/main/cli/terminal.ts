import { text } from 'node:stream/consumers';
import { askOn } from './secrets.ts';
import type { Terminal } from './verb.ts';

/** The terminal that this process was started from. */
export function thisTerminal(): Terminal {
  const { stdin, stderr, env } = process;
  const onTerminal = stderr.isTTY && env['TERM'] !== 'dumb';
  return {
    env,
    askSecret: stdin.isTTY && stderr.isTTY ? (prompt) => askOn(stdin, stderr, prompt) : null,
    readStdin: () => text(stdin),
    say: (line) => void stderr.write(`${line}\n`),
    // Elsewhere than on a terminal, lines over lines are noise.
    progress: (line) => void (onTerminal && stderr.write(`\r\u001b[K${line}`)),
  };
}
