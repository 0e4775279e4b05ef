/** The steps of `npm run check` and `npm test`: each has a heading, a time, and ends the run where it fails. */
import { inRoot, root, runNode, say } from './project.mjs';

export const fastSteps = [
  ['Format', () => runTool('oxfmt/bin/oxfmt', '--check')],
  ['Lint', () => runTool('oxlint/bin/oxlint')],
  ['Types', () => runTool('typescript/bin/tsc')],
  ['Unused code', () => runTool('knip/bin/knip.js')],
];

/** Runs steps until one fails; answers whether all passed. A step answers its exit code. */
export async function runSteps(steps) {
  const started = Date.now();
  for (const [name, step] of steps) {
    say(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
    const stepStarted = Date.now();
    const code = await step();
    say(
      `${code === 0 ? '✓' : '✗'} ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${secondsSince(stepStarted)}`,
    );
    if (code !== 0) return false;
  }
  say(`\nAll of it in ${secondsSince(started)}.`);
  return true;
}

function runTool(program, ...args) {
  process.chdir(root);
  return runNode([inRoot('node_modules', program), ...args]);
}

function secondsSince(ms) {
  return `${((Date.now() - ms) / 1000).toFixed(1)} s`;
}
