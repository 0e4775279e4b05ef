/** One's own scenario: what is typed → what the core takes. Pure. */
import type { CallInput } from '../../../../shared/contract/contract.ts';
import { readEntry, type EntryRules } from '../../../ui/decimal-entry.ts';

export type ScenarioInput = CallInput<'stress.saveScenario'>;
type StepInput = ScenarioInput['steps'][number];

export interface StepDraft {
  readonly hours: string;
  /** Every coin that has no field of its own filled. */
  readonly allCoins: string;
  readonly coins: Readonly<Record<string, string>>;
  readonly stablecoins: string;
  readonly basis: string;
  readonly funding: string;
  readonly margin: string;
  readonly haircut: string;
  readonly closed: ClosedChoice;
  readonly noAccess: boolean;
}

export type ClosedChoice = 'none' | 'all' | 'winning' | 'shorts' | 'longs';

export const closedWords: Readonly<Record<ClosedChoice, string>> = {
  none: 'None',
  all: 'All futures',
  winning: 'Those in profit',
  shorts: 'All shorts',
  longs: 'All longs',
};

export interface ScenarioDraft {
  readonly name: string;
  readonly words: string;
  readonly steps: readonly StepDraft[];
}

export const emptyStep: StepDraft = {
  hours: '',
  allCoins: '',
  coins: {},
  stablecoins: '',
  basis: '',
  funding: '',
  margin: '',
  haircut: '',
  closed: 'none',
  noAccess: false,
};

export const emptyScenario: ScenarioDraft = { name: '', words: '', steps: [emptyStep] };

export interface CheckedScenario {
  /** null while a field is wrong, or nothing happens in it. */
  readonly input: ScenarioInput | null;
  /** By "name" or "<step> <field>", where a coin's field is its name. */
  readonly errors: Readonly<Record<string, string>>;
}

const change: EntryRules = { percent: true, negative: true };

/** In: what is typed; `nameless` gives a scenario that is only tried a name of its own. */
export function checkScenario(draft: ScenarioDraft, nameless?: string): CheckedScenario {
  const errors: Record<string, string> = {};
  const steps = draft.steps.map((step, index) =>
    stepOf(step, (field, why) => (errors[`${index} ${field}`] = why)),
  );
  const name = draft.name.trim() === '' ? (nameless ?? '') : draft.name.trim();
  const somethingHappens = steps.some((step) => Object.keys(step).some((key) => key !== 'hours'));
  const words = draft.words.trim();
  const isReady = name !== '' && somethingHappens && Object.keys(errors).length === 0;
  return {
    input: isReady ? { name, ...(words === '' ? {} : { words }), steps } : null,
    errors,
  };
}

function stepOf(step: StepDraft, wrong: (field: string, why: string) => void): StepInput {
  const read = (field: string, text: string, rules: EntryRules): string | undefined => {
    const entry = readEntry(text, rules);
    if (entry.ok) return entry.value;
    if (entry.error !== null) wrong(field, entry.error);
    return undefined;
  };
  const moveOf = (field: string, text: string): string | undefined => {
    const move = read(field, text, change);
    if (move !== undefined && Number(move) <= -1) wrong(field, 'At most a fall of 99.9%');
    return move;
  };
  const coins = [
    ['*', 'allCoins', step.allCoins] as const,
    ...Object.entries(step.coins).map(([coin, text]) => [coin, coin, text] as const),
  ].flatMap(([coin, field, text]) => {
    const move = moveOf(field, text);
    return move === undefined ? [] : [[coin, move] as const];
  });
  const stablecoins = moveOf('stablecoins', step.stablecoins);
  const hours = read('hours', step.hours, {});
  const basis = moveOf('basis', step.basis);
  const funding = read('funding', step.funding, change);
  const margin = read('margin', step.margin, { zero: false });
  const haircut = read('haircut', step.haircut, { percent: true });
  if (haircut !== undefined && Number(haircut) >= 1) wrong('haircut', 'Less than 100%');
  return {
    ...(hours === undefined ? {} : { hours: Number(hours) }),
    ...(coins.length === 0 ? {} : { coins: Object.fromEntries(coins) }),
    ...(stablecoins === undefined ? {} : { stablecoins: { '*': stablecoins } }),
    ...(basis === undefined ? {} : { basis }),
    ...(funding === undefined ? {} : { fundingPer8h: funding }),
    ...(margin === undefined ? {} : { marginMultiplier: margin }),
    ...(haircut === undefined ? {} : { haircut }),
    ...(step.closed === 'none' ? {} : { closed: step.closed }),
    ...(step.noAccess ? { noAccess: true } : {}),
  };
}
