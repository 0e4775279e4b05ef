/** What the imported files ask of a person: rows that nobody knows, figures that differ, months without a file. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { formatCount } from '../../ui/number-format.ts';
import type { ScreenParams } from '../../ui/navigation.tsx';
import type { Need } from './needs.ts';

export interface ImportNeedsInput {
  readonly review: CallAnswer<'imports.review'> | undefined;
  readonly reconcile: CallAnswer<'imports.reconcile'> | undefined;
  readonly coverage: CallAnswer<'imports.coverage'> | undefined;
  readonly balances: CallAnswer<'holdings.balanceCheck'> | undefined;
}

export function importNeeds(input: ImportNeedsInput): readonly Need[] {
  return [...balanceNeeds(input), ...reviewNeeds(input), ...differenceNeeds(input), ...gapNeeds(input)];
}

/** Balances below zero are issues of the holdings already. */
function balanceNeeds({ balances }: ImportNeedsInput): readonly Need[] {
  const wrong = balances?.balances.filter(({ differs }) => differs !== null) ?? [];
  const [first] = wrong;
  if (first === undefined || first.differs === null) return [];
  const { file, line } = first.differs;
  return [
    need('warning', 'balances', 'See the balances', {
      message: `${first.accountName} holds another amount of ${first.asset} by its rows than its file states; it begins at ${file}, line ${formatCount(line)}.`,
      fix: 'Usually a file or a row before that line is missing.',
      more: wrong.length - 1,
    }),
  ];
}

function reviewNeeds({ review }: ImportNeedsInput): readonly Need[] {
  const [first] = review?.rows ?? [];
  if (review === undefined || first === undefined) return [];
  const word = first.operation === null ? 'a row' : `a row “${first.operation}”`;
  return [
    need('warning', 'review', 'Say what they are', {
      message: `In ${first.file} stands ${word} that Hedgerow does not know: its balance counts, its tax does not.`,
      fix: 'Say what it is, once.',
      more: review.total - 1,
    }),
  ];
}

function differenceNeeds({ reconcile }: ImportNeedsInput): readonly Need[] {
  const pairs = reconcile?.pairs.filter(({ differences }) => differences.length > 0) ?? [];
  const [first] = pairs;
  if (first === undefined) return [];
  const all = pairs.reduce((sum, { differences }) => sum + differences.length, 0);
  return [
    need('warning', 'differences', 'See the differences', {
      message: `${first.counts.formatName} and ${first.compared.formatName} of ${first.accountName} do not state the same ${first.subjectWords}.`,
      fix: `${first.counts.formatName} counts. Look at the lines of both, and decide where the other one is right.`,
      more: all - 1,
    }),
  ];
}

function gapNeeds({ coverage }: ImportNeedsInput): readonly Need[] {
  const lines = (coverage?.accounts ?? []).flatMap(({ accountName, subjects }) =>
    subjects.filter(({ gaps }) => gaps > 0).map((subject) => ({ accountName, ...subject })),
  );
  const [first] = lines;
  if (first === undefined) return [];
  const month = first.months.find(({ state }) => state === 'gap')?.month ?? '';
  return [
    need('note', 'coverage', 'See what is covered', {
      message: `No file covers ${month} for ${first.accountName}, ${first.subjectWords}, though months before and after are there.`,
      fix: 'Download the export for that time, unless nothing happened then.',
      more: lines.reduce((sum, { gaps }) => sum + gaps, 0) - 1,
    }),
  ];
}

function need(
  severity: Need['severity'],
  tab: string,
  words: string,
  said: Pick<Need, 'message' | 'fix' | 'more'>,
): Need {
  const params: ScreenParams = { tab };
  return { key: `import ${tab}`, severity, ...said, way: { screen: 'import', params, words } };
}
