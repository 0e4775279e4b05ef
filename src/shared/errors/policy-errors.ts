/** Policies: sentences that were not understood, policies that cannot be used, decisions. */
export const policyErrors = {
  'policy/not-understood': {
    message: 'These sentences cannot be used as a policy: {problems}. Nothing was changed.',
    fix: 'Write instead: {instead}',
  },
  'policy/text-or-fields': {
    message: 'A policy is given as sentences or as fields: one of the two. Nothing was changed.',
    fix: 'Give its sentences alone.',
  },
  'policy/no-such-firing': {
    message:
      'No rule fired with the id "{firing}", so there is nothing to decide about. Nothing was recorded.',
    fix: 'Look at the list of firings, and take an id from there.',
  },
} as const;
