/** `npm run check`: format, lint with the import table, types, unused code. */
import { runScript } from './lib/project.mjs';
import { setUpDependencies } from './lib/set-up.mjs';
import { fastSteps, runSteps } from './lib/steps.mjs';

await runScript(async () => {
  setUpDependencies();
  return (await runSteps(fastSteps)) ? 0 : 1;
});
