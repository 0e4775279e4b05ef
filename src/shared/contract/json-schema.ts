import { z } from 'zod';
import type { Call } from './call.ts';

/** What goes in and what comes out of a call, as JSON Schema: for those who write its documents by program. */
export function jsonSchemaOf(call: Call): { readonly input: unknown; readonly output: unknown } {
  return { input: z.toJSONSchema(call.input, { io: 'input' }), output: z.toJSONSchema(call.output) };
}
