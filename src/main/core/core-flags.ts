/**
 * How the core process's Node is started. An import makes very many short-lived objects: with room for them the young
 * generation is swept a quarter as often, which `npm run bench` (started with the same flags) shows as a third less time.
 */
export const coreFlags: readonly string[] = ['--max-semi-space-size=64'];
