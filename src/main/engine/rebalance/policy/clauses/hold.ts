import type { ClauseKind, NamedShare, Said } from './clause.ts';
import { NAME, NUMBER, PERCENT, nameOf, phrase, shareOf } from './lexicon.ts';

const example = 'Hold 50 % BTC, 40 % ETH and 10 % cash.';
const EXAMPLE_GROUP = '20 % "Alts" (60 % SOL and 40 % ADA), or 20 % "Alts" (SOL and ADA as held)';
const SHARE = `(?<share>${NUMBER})\\s*${PERCENT}`;
const GROUP = String.raw`(?:the )?(?:group )?(?<name>${NAME})\s*:?\s*\((?<members>[^()]*)\)`;
const THEN = String.raw`\s*(?:of |in |into |as |to )?`;

/** What is held: "50 % BTC", "BTC: 50 %", "20 % "Alts" (SOL and ADA as held)". */
export const hold: ClauseKind = {
  about: 'Targets, which add up to 100 %',
  example,
  phrases: [
    { pattern: phrase(`${SHARE}${THEN}${GROUP}`), means: groupSaid },
    {
      pattern: phrase(String.raw`(?<name>${NAME})\s*(?::|=|at )?\s*${SHARE}(?!\s*(?:of|points?)\b)`),
      means: lineSaid,
    },
    { pattern: phrase(String.raw`${SHARE}${THEN}(?<name>${NAME})(?!\s*\()`), means: lineSaid },
  ],
};

type Groups = Readonly<Record<string, string | undefined>>;

function lineSaid({ name = '', share = '' }: Groups): Said {
  const weight = shareOf(share);
  return weight === null ? tooFine(share) : { kind: 'line', name: nameOf(name), weight };
}

function groupSaid({ name = '', share = '', members = '' }: Groups): Said {
  const weight = shareOf(share);
  const read = membersOf(members);
  if (weight === null) return tooFine(share);
  if (read === null)
    return {
      kind: 'wrong',
      message: `what is in the group "${nameOf(name)}" was not understood`,
      instead: EXAMPLE_GROUP,
    };
  return { kind: 'group', name: nameOf(name), weight, members: read };
}

const AS_HELD = /\s*,?\s*\b(?:shared\s+)?as\s+(?:they\s+are\s+)?held\s*$/iu;
const WITH_SHARE = phrase(String.raw`${SHARE}${THEN}(?<name>${NAME})`);
const ALONE = phrase(`(?<name>${NAME})(?:\\s*[:=]?\\s*${SHARE})?`);
const BETWEEN = /(?:[\s,;+&]|and\b)+/iuy;

/** null where they cannot be read. */
function membersOf(text: string): readonly NamedShare[] | null {
  const list = text.replace(AS_HELD, '');
  const members: NamedShare[] = [];
  for (let at = skip(BETWEEN, list, 0); at < list.length; at = skip(BETWEEN, list, at)) {
    const found = matchAt(WITH_SHARE, list, at) ?? matchAt(ALONE, list, at);
    if (found === null) return null;
    const { name = '', share } = found.groups ?? {};
    const read = share === undefined ? null : shareOf(share);
    if (share !== undefined && read === null) return null;
    members.push({ name: nameOf(name), share: read });
    at += found[0].length;
  }
  return members.length === 0 ? null : members;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function skip(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}

function tooFine(share: string): Said {
  return {
    kind: 'wrong',
    message: `"${share} %" is too large, or has more than 16 decimals`,
    instead: example,
  };
}
