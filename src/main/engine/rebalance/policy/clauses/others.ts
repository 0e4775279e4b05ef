import type { ClauseKind } from './clause.ts';
import { NUMBER, PERCENT, phrase, shareOf } from './lexicon.ts';

const ELSE = String.raw`(?:(?:everything|anything|all)(?: else| other| others)|the rest|other (?:assets|coins)|the others)`;

/** Assets that are held without a target. */
export const others: ClauseKind = {
  about: 'What is held without a target',
  example: 'Everything else: 0 %.',
  phrases: [
    {
      pattern: phrase(String.raw`(?:ignore|leave out|leave) ${ELSE}(?: out| alone)?`),
      means: () => ({ kind: 'others', others: 'ignore' }),
    },
    {
      pattern: phrase(
        String.raw`${ELSE}\s*(?::|=)?(?:\s*(?:is|are|stays?))?\s*(?:ignored?|left out|outside|left alone)\b`,
      ),
      means: () => ({ kind: 'others', others: 'ignore' }),
    },
    {
      pattern: phrase(
        String.raw`(?:hold )?nothing else\b|${ELSE}\s*(?::|=)?\s*(?:is |are )?(?:zero|none|sold)\b`,
      ),
      means: () => ({ kind: 'others', others: 'zero' }),
    },
    {
      pattern: phrase(
        String.raw`${ELSE}\s*(?::|=)?(?:\s*(?:at|is|to|with a target of|has))?\s*(?<share>${NUMBER})\s*${PERCENT}`,
      ),
      means: ({ share = '' }) =>
        shareOf(share) === shareOf('0')
          ? { kind: 'others', others: 'zero' }
          : {
              kind: 'wrong',
              message: 'everything else can only be ignored, or have a target of 0 %',
              instead: 'Everything else: 0 %.',
            },
    },
  ],
};
