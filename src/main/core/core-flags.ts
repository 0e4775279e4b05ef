/**
 * How the core process's Node is started. An import makes very many objects that live for a moment: 16 MB for each half of
 * the young generation are enough for them. With 32 and 64 it takes as long, and up to 115 MB more (400,000 rows of a
 * statement: 477, 513 and 591 MB). What unlocking needed is given back at once, for which it must be able to ask. `npm run
 * bench` starts with the same flags.
 */
export const coreFlags: readonly string[] = ['--max-semi-space-size=16', '--expose-gc'];
