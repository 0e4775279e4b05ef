/**
 * How the core process's Node is started. An import makes very many short-lived objects: with room for them the young
 * generation is swept less often. `npm run bench` starts with the same flags; without them its ratios are visibly worse.
 */
export const coreFlags: readonly string[] = ['--max-semi-space-size=64'];
