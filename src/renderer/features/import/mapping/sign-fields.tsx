import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MappingFieldsProps } from './field-props.ts';
import type { Profile } from './mapping-draft.ts';
import { errorOf } from './problem-words.ts';

/** What signs say, and what is before fees: asked only where there are such columns, and never presumed of futures. */
export function SignFields({ suggestion, profile, problems, change }: MappingFieldsProps): ReactNode {
  const { columns, fees, funding, profit } = profile;
  return (
    <>
      {columns.fee !== undefined && (
        <NativeSelect
          label="A fee that you paid"
          value={fees.sign}
          onChange={(event) => {
            const sign = event.currentTarget.value as Profile['fees']['sign'];
            change({ ...profile, fees: { ...fees, sign } });
          }}
          data={[
            { value: 'positive-is-cost', label: 'stands without a sign: 0.10' },
            { value: 'negative-is-cost', label: 'stands with a minus: −0.10' },
          ]}
        />
      )}
      {columns.fee !== undefined && (columns.contract === undefined || columns.amount !== undefined) && (
        <NativeSelect
          label="The fee and the amount"
          error={errorOf(problems, 'feeInside')}
          value={fees.inside === null ? '' : String(fees.inside)}
          onChange={(event) => {
            const inside = event.currentTarget.value === 'true';
            change({ ...profile, fees: { ...fees, inside } });
          }}
          data={[
            ...unsaidOf(fees.inside),
            { value: 'false', label: 'the amount is without the fee' },
            { value: 'true', label: 'the amount has the fee in it already' },
          ]}
        />
      )}
      {columns.funding !== undefined && (
        <NativeSelect
          label="Funding above zero"
          description={suggestion.profile.funding === funding && funding !== null ? shownByFile : undefined}
          error={errorOf(problems, 'fundingSign')}
          value={funding ?? ''}
          onChange={(event) =>
            change({ ...profile, funding: event.currentTarget.value as Profile['funding'] })
          }
          data={[
            ...unsaidOf(funding),
            { value: 'positive-is-received', label: 'was paid to you' },
            { value: 'positive-is-paid', label: 'was paid by you' },
          ]}
        />
      )}
      {columns.profit !== undefined && (
        <NativeSelect
          label="The profit"
          description={suggestion.profile.profit === profit && profit !== null ? shownByFile : undefined}
          error={errorOf(problems, 'profitKind')}
          value={profit ?? ''}
          onChange={(event) => change({ ...profile, profit: event.currentTarget.value as Profile['profit'] })}
          data={[
            ...unsaidOf(profit),
            { value: 'gross', label: 'is before fees and funding' },
            { value: 'net', label: 'has fees and funding taken off' },
            ...(columns.funding === undefined && profit !== 'net-of-fees'
              ? []
              : [{ value: 'net-of-fees', label: 'has fees taken off, but not funding' }]),
          ]}
        />
      )}
    </>
  );
}

const shownByFile = 'The prices in the file show it';

/** Nothing is chosen until somebody chooses. */
function unsaidOf(choice: unknown): readonly { readonly value: string; readonly label: string }[] {
  return choice === null ? [{ value: '', label: 'Please say' }] : [];
}
