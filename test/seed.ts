/**
 * Properties draw the same examples in every run, so that a red run is a change and never a draw.
 * `HEDGEROW_SEED=… npm test` draws others; the counterexample's own seed is printed with it.
 */
import * as fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['HEDGEROW_SEED'] ?? 20_261_122) });
