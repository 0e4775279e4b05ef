import { keptFor } from '../../kept-for.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { standingIssues } from '../standing-issues.ts';

type IssueTexts = ReturnType<typeof issueTexts>;

const ofLots = keptFor((derived: Derived) =>
  issueTexts([...standingIssues(derived), ...derived.lots.issues], derived),
);
const ofFutures = keptFor((derived: Derived) =>
  issueTexts([...derived.usFacts.issues, ...derived.taxYears.straddles.issues], derived),
);

/** What to know besides figures made of lots; said on every page, put into words once. */
export function lotIssues(derived: Derived): IssueTexts {
  return ofLots(derived);
}

/** The same besides gains: with what the futures of the years leave open. */
export function gainIssues(derived: Derived): IssueTexts {
  return [...ofLots(derived), ...ofFutures(derived)];
}
