import type { HandlersOf } from '../../call-context.ts';
import { decidePolicy } from './decide-policy.ts';
import { parsePolicyText } from './parse-policy-text.ts';
import { readPolicyDrift } from './read-policy-drift.ts';
import { readPolicyLog } from './read-policy-log.ts';
import { readPolicyState } from './read-policy-state.ts';
import { savePolicyText } from './save-policy-text.ts';

export const policyHandlers: HandlersOf<
  'policy.read' | 'policy.parse' | 'policy.save' | 'policy.drift' | 'policy.log' | 'policy.decide'
> = {
  'policy.read': readPolicyState,
  'policy.parse': parsePolicyText,
  'policy.save': savePolicyText,
  'policy.drift': readPolicyDrift,
  'policy.log': readPolicyLog,
  'policy.decide': decidePolicy,
};
