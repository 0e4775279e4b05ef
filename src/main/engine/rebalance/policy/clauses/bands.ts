import type { ClauseKind, Said } from './clause.ts';
import { MORE, NAME, NUMBER, PERCENT, TARGET, nameOf, phrase, shareOf } from './lexicon.ts';

const AWAY = String.raw`(?:off )?(?:off by |away by |by )?`;
const OF_TARGET = String.raw`(?: (?:away|off|out))?(?: (?:from|of|off) ${TARGET})?`;
const ANY = String.raw`(?:any|an|each|every|one)(?: other)?(?: of the)?(?: (?:assets?|coins?|lines?|groups?))?(?: or (?:any )?group)?\b`;

/** When to act: how far a line may be from its target. */
export const bands: ClauseKind = {
  about: 'How far from its target an asset may be',
  example:
    'Rebalance when any asset is more than 5 points from its target, or off by more than 25 % of its target.',
  phrases: [
    {
      pattern: phrase(
        String.raw`${AWAY}${MORE}(?<points>${NUMBER})\s*(?:percentage |${PERCENT}[\s-]*)?points?\b${OF_TARGET}`,
      ),
      means: ({ points = '' }) => bandSaid(points, null),
    },
    {
      pattern: phrase(String.raw`${AWAY}${MORE}(?<share>${NUMBER})\s*${PERCENT} of ${TARGET}`),
      means: ({ share = '' }) => bandSaid(null, share),
    },
    {
      pattern: phrase(
        String.raw`${AWAY}${MORE}(?<share>${NUMBER})\s*${PERCENT}(?: (?:away|off|out|from|of))*(?: ${TARGET})?`,
      ),
      means: ({ share = '' }) => ({
        kind: 'wrong',
        message: `it is not clear whether "${share} %" means points, or a share of the target`,
        instead: `more than ${share} points from its target, or: off by more than ${share} % of its target`,
      }),
    },
    {
      pattern: phrase(
        String.raw`(?:by )?(?:the )?(?<points>\d+)\s*\/\s*(?<share>\d+)(?:[\s-]+(?:rule|bands?))?(?![\d%])`,
      ),
      means: ({ points = '', share = '' }) => bandSaid(points, share),
    },
    {
      pattern: phrase(String.raw`no bands?(?: is set)?(?:\s*:\s*nothing triggers)?`),
      means: () => none(null),
    },
    {
      pattern: phrase(`never (?:rebalance|act on|act for|trade) (?<name>${NAME})(?: on its own)?`),
      means: ({ name = '' }) => none(nameOf(name)),
    },
    { pattern: phrase(ANY), means: () => ({ kind: 'subject', of: null }) },
    {
      pattern: phrase(
        String.raw`(?:for )?(?<name>${NAME})(?=\s*:|,? (?:is|when|if|has|gets|stands|${MORE.trim()}))`,
      ),
      means: ({ name = '' }) => ({ kind: 'subject', of: nameOf(name) }),
    },
  ],
};

function bandSaid(points: string | null, share: string | null): Said {
  const [absolute, relative] = [points, share].map((number) => (number === null ? null : shareOf(number)));
  if ((points !== null && absolute === null) || (share !== null && relative === null))
    return {
      kind: 'wrong',
      message: `"${points ?? share ?? ''}" is too large, or has more than 16 decimals`,
      instead: 'more than 5 points from its target',
    };
  return { kind: 'band', absolute: absolute ?? null, relative: relative ?? null };
}

function none(of: string | null): Said {
  return { kind: 'no-band', of };
}
