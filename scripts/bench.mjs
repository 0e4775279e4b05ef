/** `npm run bench`: the benchmarks. Node runs them from the source, which it can read as it is. */
import { inRoot, runNode, runScript } from './lib/project.mjs';
import { setUpBuild } from './lib/set-up.mjs';

await runScript(() => {
  setUpBuild();
  return runNode(['--expose-gc', inRoot('test/bench/bench.ts'), ...process.argv.slice(2)]);
});
