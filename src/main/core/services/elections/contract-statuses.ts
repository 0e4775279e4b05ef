import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { fillIndex } from '../hedge/leg-lives.ts';

type Status = CallAnswer<'elections.read'>['contracts'][number];

/** Every contract that was traded or is planned, with how it is taxed. */
export const contractStatuses = keptFor((derived: Derived): readonly Status[] => {
  const traded = new Set<ContractId>(fillIndex(derived.events).all.map(({ fill }) => fill.contract));
  const planned = derived.facts.plans.flatMap(({ plan }) => plan.legs.map(({ contract }) => contract));
  return [...new Set([...traded, ...planned])]
    .toSorted()
    .flatMap((contract) => statusOf(contract, derived) ?? []);
});

function statusOf(contract: ContractId, { facts }: Derived): Status | null {
  const terms = facts.termsOf(contract);
  if (terms === undefined) return null;
  const { status, settled, reason } = terms.section1256;
  const yours = facts.corrections.some((one) => one.contract === contract && one.field === 'section1256');
  const what = status
    ? 'A section 1256 contract: 60 % long-term, 40 % short-term, and marked at each year’s end'
    : 'Not a section 1256 contract: taxed when it is closed, as a rule short-term';
  const how = yours ? 'set by you' : settled ? 'settled' : 'not settled';
  return {
    contract,
    contractName: terms.name,
    section1256: status,
    settled,
    yours,
    words: `${what} (${how}). ${reason}`,
  };
}
