import type { Handlers } from './call-context.ts';

/** Every call and the service that answers it. Services are wired as they arrive; when all are here this is `Handlers`. */
export const handlers: Partial<Handlers> = {};
