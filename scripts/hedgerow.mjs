/** `npm run --silent hedgerow -- <verb>`: the terminal. Standard output is the verb's own and nothing else's. */
import { inRoot, runNode, runScript } from './lib/project.mjs';
import { setUpBuild } from './lib/set-up.mjs';

await runScript(() => {
  setUpBuild();
  return runNode([inRoot('out/main/cli.js'), ...process.argv.slice(2)]);
});
