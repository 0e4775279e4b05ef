/**
 * What to do is often another thing on the screen than in the terminal. Both stand in one text, in brackets that say where
 * they belong: "Say which it is (on the screen: below) (in the terminal: --market X)."
 */
export type Place = 'screen' | 'terminal';

const asides: Readonly<Record<Place, RegExp>> = {
  screen: / \(on the screen: [^()]*\)/gu,
  terminal: / \(in the terminal: [^()]*\)/gu,
};

/** Without what belongs to the other place. */
export function wordsFor(place: Place, text: string): string {
  return text.replaceAll(asides[place === 'screen' ? 'terminal' : 'screen'], '');
}
