/** `hedgerow <verb>`: the product without a window. */
import { join } from 'node:path';
import { forkCore, startCore } from '../core/client.ts';
import { runTerminal } from './run.ts';
import { thisTerminal } from './terminal.ts';

// Run from sources, as tests do, the core is a source file too.
const file = import.meta.filename.endsWith('.ts') ? join('..', 'core', 'main.ts') : 'core.js';
const entry = join(import.meta.dirname, file);
const abort = new AbortController();
process.on('SIGINT', () => {
  // The second time the user means it: whatever is under way leaves nothing half stored.
  if (abort.signal.aborted) process.exit(130);
  abort.abort();
});
// `hedgerow lots | head` closes the pipe early.
process.stdout.on('error', () => process.exit(0));

process.exitCode = await runTerminal(process.argv.slice(2), {
  startCore: (env) => startCore({ fork: () => forkCore(entry, env) }),
  terminal: thisTerminal(),
  signal: abort.signal,
  print: (text) => void process.stdout.write(text),
});
