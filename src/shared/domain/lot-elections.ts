/** What law leaves open about lots: each choice with its words, its law and what holds until it is made. */
import type { Election } from './hedge.ts';

export interface LotElection {
  readonly id: string;
  readonly title: string;
  /** What is open and what the choice means, for a beginner. */
  readonly sentence: string;
  readonly law: string;
  /** When it had to be made, a whole sentence. */
  readonly deadline: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly defaultValue: string;
}

/** A reading of the law: no form asks for it. */
const KEEP_TO_ONE =
  'No form and no date: it is how you read the law on your return. Keep to one reading in all years.';

/** Adding one: an entry here, a line in `lotElectionsOf`, and what the engine makes of it. */
export const LOT_ELECTIONS = [
  {
    id: 'basis-before-2025',
    title: 'Purchases before 2025',
    sentence:
      'Since 2025 every account has its own lots: a sale uses up lots that lie in the same account. Before, most people kept one list for all their accounts and wallets. Choose what your returns up to 2024 were made by.',
    law: 'Rev. Proc. 2024-28; Reg. 1.1012-1(j)',
    deadline:
      'It has to match the returns that you filed for the years up to 2024: say what they were made by.',
    options: [
      { value: 'universal', words: 'One list for all accounts until the end of 2024, then one for each' },
      { value: 'account', words: 'A list for each account in all years' },
    ],
    defaultValue: 'universal',
  },
  {
    id: 'transfer-fee',
    title: 'Network fee of a transfer',
    sentence:
      'Moving coins between your own accounts is no sale, but the coins that pay the network are gone. No rule says what they are: coins sold at their price of that moment, or a cost of the coins that you keep.',
    law: 'Reg. 1.1001-7, 1.1012-1(h); no guidance on transfers between own accounts',
    deadline: KEEP_TO_ONE,
    options: [
      { value: 'disposal', words: 'The coins that pay the fee count as sold' },
      { value: 'into-basis', words: 'Their cost is added to the cost of the coins that arrive' },
    ],
    defaultValue: 'disposal',
  },
  {
    id: 'unknown-cost',
    title: 'Coins whose cost nobody knows',
    sentence:
      'Coins that arrived without a known purchase have no cost that can be shown. The tax office may then take their whole price as gain. Gains that rest on this are marked.',
    law: '26 U.S.C. 1012; the taxpayer has to show basis',
    deadline: 'No date: it holds until the missing purchase is found.',
    options: [
      { value: 'zero-cost', words: 'They cost nothing: their whole price is gain' },
      { value: 'left-out', words: 'Their sales are left out of the gains until the cost is found' },
    ],
    defaultValue: 'zero-cost',
  },
  {
    id: 'missing-units',
    title: 'More sold than the files show',
    sentence:
      'A sale can be of more coins than your imports show arriving. Most often a file is missing. Until it is found, the part that is missing can be left out, or count as coins that cost nothing. Gains that rest on this are marked.',
    law: '26 U.S.C. 1012; the taxpayer has to show basis',
    deadline: 'No date: it holds until the missing purchase is found.',
    options: [
      { value: 'left-out', words: 'The missing coins are left out of the gains' },
      { value: 'zero-cost', words: 'They cost nothing: their whole price is short-term gain' },
    ],
    defaultValue: 'left-out',
  },
] as const satisfies readonly LotElection[];

type Registered = (typeof LOT_ELECTIONS)[number];
export type LotElectionId = Registered['id'];
/** The values that one election can have. */
type ValueOf<Id extends LotElectionId> = Extract<Registered, { readonly id: Id }>['options'][number]['value'];

/** The elections in force, one value each: what was chosen last, else the default. */
export interface LotElectionValues {
  /** `universal`: one pool per asset until the end of 2024, then the allocation of Rev. Proc. 2024-28. */
  readonly basisBefore2025: ValueOf<'basis-before-2025'>;
  readonly transferFee: ValueOf<'transfer-fee'>;
  readonly unknownCost: ValueOf<'unknown-cost'>;
  readonly missingUnits: ValueOf<'missing-units'>;
}

/** In: the latest choice of each election, as the ledger keeps them; those about other things are passed over. */
export function lotElectionsOf(elections: readonly Election[]): LotElectionValues {
  return {
    basisBefore2025: valueOf('basis-before-2025', elections),
    transferFee: valueOf('transfer-fee', elections),
    unknownCost: valueOf('unknown-cost', elections),
    missingUnits: valueOf('missing-units', elections),
  };
}

/** A value that the registry does not know (of a later program) counts as not chosen. */
function valueOf<Id extends LotElectionId>(id: Id, elections: readonly Election[]): ValueOf<Id> {
  const known: LotElection | undefined = LOT_ELECTIONS.find((one) => one.id === id);
  const chosen = elections.find((one) => one.id === id)?.value;
  const isKnown = known?.options.some(({ value }) => value === chosen) === true;
  return (isKnown ? chosen : known?.defaultValue) as ValueOf<Id>;
}
