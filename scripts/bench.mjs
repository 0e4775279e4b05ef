/** `npm run bench`: the benchmarks. Node runs them from the source, which it can read as it is. */
import { inRoot, runNode, runScript } from './lib/project.mjs';
import { setUpBuild } from './lib/set-up.mjs';

await runScript(() => {
  setUpBuild();
  // The flags of the core process (src/main/core/core-flags.ts); the benchmark refuses to run with others.
  return runNode([
    '--max-semi-space-size=16',
    '--expose-gc',
    inRoot('test/bench/bench.ts'),
    ...process.argv.slice(2),
  ]);
});
