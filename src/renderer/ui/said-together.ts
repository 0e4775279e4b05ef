/**
 * Sentences that say the same up to their last colon become one: "BTC stands at 65 %: more than the 10 points allowed.",
 * "BTC stands at 65 %: more than 25 % of the target." are "BTC stands at 65 %: more than the 10 points allowed and more
 * than 25 % of the target." In the order given.
 */
export function saidTogether(sentences: readonly string[]): readonly string[] {
  const groups = Map.groupBy(sentences, (sentence) => sentence.slice(0, sentence.lastIndexOf(': ') + 1));
  return [...groups].flatMap(([beginning, group]) => {
    if (beginning === '' || group.length === 1) return group;
    const ends = group.map((sentence) => sentence.slice(beginning.length).trim().replace(/\.$/u, ''));
    return [`${beginning} ${ends.join(' and ')}.`];
  });
}
