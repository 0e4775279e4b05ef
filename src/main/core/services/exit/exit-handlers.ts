import type { HandlersOf } from '../../call-context.ts';
import { planExit } from './plan-exit.ts';

export const exitHandlers: HandlersOf<'exit.plan'> = { 'exit.plan': planExit };
