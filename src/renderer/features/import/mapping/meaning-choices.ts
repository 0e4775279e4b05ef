/** Everything that a row can mean, as one list to pick from: what it is, with its side or its reason. */
import {
  mappingMeansWords,
  type MappingIgnoreRule,
  type MappingMeans,
} from '../../../../shared/domain/mapping-profile.ts';
import { INCOME_REASONS, type IncomeReason } from '../../../../shared/domain/event.ts';
import type { Meaning } from './mapping-draft.ts';

export interface MeaningChoice {
  readonly key: string;
  readonly words: string;
  readonly meaning: Meaning;
}

export interface MeaningGroup {
  readonly group: string;
  readonly choices: readonly MeaningChoice[];
}

/** "futures-fill/buy/long": two meanings that are the same have the same key. */
export function keyOfMeaning({ means, side, positionSide, reason, rule }: Meaning): string {
  return [means, side, positionSide, reason, rule].filter((part) => part !== undefined).join('/');
}

const reasonWords: Readonly<Record<IncomeReason, string>> = {
  staking: 'Income: staking',
  interest: 'Income: interest',
  airdrop: 'Income: airdrop',
  reward: 'Income: a reward or bonus',
  mining: 'Income: mining',
  referral: 'Income: for bringing others',
  other: 'Income of another kind',
};

const ruleWords: Readonly<Record<MappingIgnoreRule, string>> = {
  'not-final': 'Leave out: it never happened (cancelled, failed, waiting)',
  'inside-the-account': 'Leave out: moved inside the account',
  'nothing-moved': 'Leave out: nothing moved',
  'fills-follow': 'Leave out: an order whose trades have rows of their own',
  heading: 'Leave out: a heading, a total or a footnote',
  'states-no-event': 'Leave out: a message or a setting',
};

const tradeChoices: readonly MeaningChoice[] = [
  choice('A trade: the columns say what came and went', { means: 'trade' }),
  choice('Bought', { means: 'trade', side: 'buy' }),
  choice('Sold', { means: 'trade', side: 'sell' }),
  plain('trade-or-move'),
];

const futuresChoices: readonly MeaningChoice[] = [
  choice('A futures trade: a column says buy or sell', { means: 'futures-fill' }),
  choice('Futures: bought', { means: 'futures-fill', side: 'buy' }),
  choice('Futures: sold', { means: 'futures-fill', side: 'sell' }),
  choice('Futures: opens a long (buy)', { means: 'futures-fill', side: 'buy', positionSide: 'long' }),
  choice('Futures: closes a long (sell)', { means: 'futures-fill', side: 'sell', positionSide: 'long' }),
  choice('Futures: opens a short (sell)', { means: 'futures-fill', side: 'sell', positionSide: 'short' }),
  choice('Futures: closes a short (buy)', { means: 'futures-fill', side: 'buy', positionSide: 'short' }),
  ...(
    [
      'funding',
      'realised-profit',
      'futures-fee',
      'settlement',
      'liquidation',
      'insurance',
      'rebate',
      'closed-position',
    ] as const
  ).map((means) => plain(means)),
];

export const meaningGroups: readonly MeaningGroup[] = [
  { group: 'Trades', choices: tradeChoices },
  {
    group: 'Came in, went out',
    choices: (
      [
        'deposit',
        'withdrawal',
        'move',
        'fee',
        'spend',
        'gift-received',
        'gift-sent',
        'donation',
        'loss',
      ] as const
    ).map((means) => plain(means)),
  },
  {
    group: 'Income',
    choices: INCOME_REASONS.map((reason) => choice(reasonWords[reason], { means: 'income', reason })),
  },
  { group: 'Futures', choices: futuresChoices },
  {
    group: 'Other',
    choices: [
      plain('balance-change'),
      ...(Object.keys(ruleWords) as MappingIgnoreRule[]).map((rule) =>
        choice(ruleWords[rule], { means: 'ignore', rule }),
      ),
    ],
  },
];

const all: ReadonlyMap<string, MeaningChoice> = new Map(
  meaningGroups.flatMap(({ choices }) => choices).map((one) => [one.key, one]),
);

/** A meaning that stands in no list (of a mapping made elsewhere) is put into words. */
export function choiceOfMeaning(meaning: Meaning): MeaningChoice {
  return all.get(keyOfMeaning(meaning)) ?? choice(wordsOfMeaning(meaning), meaning);
}

export function isListed(meaning: Meaning): boolean {
  return all.has(keyOfMeaning(meaning));
}

/** null where the key is none. */
export function meaningOfKey(key: string): Meaning | null {
  return all.get(key)?.meaning ?? null;
}

function wordsOfMeaning({ means, side, positionSide, reason, rule }: Meaning): string {
  const details = [side, positionSide, reason, rule].filter((part) => part !== undefined);
  const words = mappingMeansWords[means];
  return details.length === 0 ? words : `${words} (${details.join(', ')})`;
}

function plain(means: MappingMeans): MeaningChoice {
  return choice(mappingMeansWords[means], { means });
}

function choice(words: string, meaning: Meaning): MeaningChoice {
  return { key: keyOfMeaning(meaning), words, meaning };
}
