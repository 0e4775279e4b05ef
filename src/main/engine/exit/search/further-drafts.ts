/** More drafts to search from where the gap is open: plans of the case with less allowed, and spreads over the dates. */
import type { ExitCase } from '../exit-case.ts';
import type { ExitTools } from '../exit-tools.ts';
import { draftOfAnswer } from './draft-of-answer.ts';
import type { Draft } from './draft.ts';
import { levelDrafts } from './level-drafts.ts';
import { inWholeCase, restrictedCases } from './restricted-cases.ts';
import { solvedModel } from './solved-model.ts';

/** Of the spreads of a large case, by their estimates. */
const MOST_SPREADS = 6;
/** Of what is left of the time, for one case with less allowed. */
const SHARE_OF_TIME = 0.15;
/** From here on only prices. */
const SOLVED_UNTIL = 0.8;

export interface Further {
  readonly tools: ExitTools;
  readonly isSmall: boolean;
  readonly estimate: ((draft: Draft) => number | null) | null;
  readonly best: Draft;
}

export async function* furtherDrafts(given: ExitCase, further: Further): AsyncGenerator<Draft> {
  const { tools, isSmall, estimate, best } = further;
  const regimes = given.regimes.length === 0 ? [null] : given.regimes;
  for (const restricted of restrictedCases(given, isSmall)) {
    if (tools.elapsed() > tools.limits.seconds * SOLVED_UNTIL) break;
    const solved = await solvedModel(restricted.given, tools, SHARE_OF_TIME);
    if (!solved.ok || solved.value.values === null) continue;
    for (const regime of regimes) {
      const draft = draftOfAnswer(restricted.given, solved.value.model, solved.value.values, regime, true);
      const whole = inWholeCase(given, restricted, draft);
      yield whole;
      yield {
        ...whole,
        goals: whole.goals.map((own) => ({ ...own, steps: { ...own.steps, wished: null } })),
      };
    }
  }
  const spreads = regimes.flatMap((regime) => [...levelDrafts(given, { ...best, regime })]);
  if (estimate === null) yield* spreads;
  else yield* cheapestByEstimate(spreads, estimate);
}

function cheapestByEstimate(
  drafts: readonly Draft[],
  estimate: (draft: Draft) => number | null,
): readonly Draft[] {
  return drafts
    .map((draft) => ({ draft, guess: estimate(draft) ?? Number.POSITIVE_INFINITY }))
    .filter(({ guess }) => Number.isFinite(guess))
    .toSorted((a, b) => a.guess - b.guess)
    .slice(0, MOST_SPREADS)
    .map(({ draft }) => draft);
}
