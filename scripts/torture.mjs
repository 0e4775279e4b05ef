/**
 * `npm run torture`: the properties at their full numbers, which would not fit into the ten minutes of `npm test`.
 * `npm run torture -- exit` runs the files whose path holds the word; `HEDGEROW_SEED=…` draws other cases.
 */
import { inRoot, root, runNode, runScript } from './lib/project.mjs';
import { setUpBuild } from './lib/set-up.mjs';

await runScript(() => {
  setUpBuild();
  process.chdir(root);
  const [only = ''] = process.argv.slice(2);
  return runNode(
    [inRoot('node_modules/vitest/vitest.mjs'), 'run', '--project=spans', `test/properties/${only}`],
    { env: { HEDGEROW_TORTURE: '1' } },
  );
});
