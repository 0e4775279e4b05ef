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
  'policy/open-loss': {
    message:
      'Your open futures have lost {amount} that is not booked yet: cash is that much less once they are closed, and every share a little more.',
    fix: 'Nothing has to be done. The hedge monitor shows it by position.',
  },
  'policy/open-gain': {
    message:
      'Your open futures have gained {amount} that is not booked yet: cash is that much more once they are closed, and every share a little less.',
    fix: 'Nothing has to be done. The hedge monitor shows it by position.',
  },
} as const;
