import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { mappingRoleWords } from '../../../../shared/domain/mapping-profile.ts';
import type { MappingFieldsProps } from './field-props.ts';
import { coinsToName, withCoin, type Profile } from './mapping-draft.ts';
import { MappingSection } from './mapping-section.tsx';
import { errorOf } from './problem-words.ts';

/** Whose rows these are; how markets are written; coins that no column says. */
export function AccountFields(props: MappingFieldsProps): ReactNode {
  const { profile, problems, change } = props;
  const { account } = profile;
  return (
    <MappingSection
      title="Where the rows belong"
      about="The account, and what the cells do not say. Files of one account have to name the same one."
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextInput
          label="Account"
          error={errorOf(problems, 'account')}
          value={account.name}
          onChange={(event) =>
            change({ ...profile, account: { ...account, name: event.currentTarget.value } })
          }
        />
        <NativeSelect
          label="Kind of account"
          value={account.kind}
          onChange={(event) => {
            const kind = event.currentTarget.value as Profile['account']['kind'];
            change({ ...profile, account: { ...account, kind } });
          }}
          data={[
            { value: 'exchange', label: 'Account at an exchange' },
            { value: 'futures', label: 'Futures account' },
            { value: 'wallet', label: 'Wallet of your own' },
          ]}
        />
        <TextInput
          label="Exchange"
          description="Empty for a wallet of your own"
          value={account.venue ?? ''}
          onChange={(event) => {
            const venue = event.currentTarget.value;
            change({ ...profile, account: { ...account, venue: venue.trim() === '' ? null : venue } });
          }}
        />
        <ContractFields {...props} />
        <MarketFields {...props} />
        {coinsToName(profile).map((coin) => (
          <TextInput
            key={coin}
            label={mappingRoleWords[coin]}
            description="One for all rows, such as USDT. Empty where the cells say it; if a column does, choose it above"
            error={errorOf(problems, coin)}
            value={profile.assets[coin] ?? ''}
            onChange={(event) => change(withCoin(profile, coin, event.currentTarget.value))}
          />
        ))}
      </SimpleGrid>
    </MappingSection>
  );
}

function ContractFields({ profile, problems, change }: MappingFieldsProps): ReactNode {
  const { contract } = profile;
  const isAsked = contract !== null || problems.some(({ code }) => code === 'mapping/no-venue');
  if (!isAsked) return null;
  const shown = contract ?? { venue: '', payoff: null };
  return (
    <>
      <TextInput
        label="Short name of the exchange, for its contracts"
        description="Small letters: weex"
        error={errorOf(
          problems.filter(({ code }) => code === 'mapping/no-venue' || code === 'mapping/unfilled'),
          'contract',
        )}
        value={shown.venue}
        onChange={(event) => {
          const venue = event.currentTarget.value.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');
          change({ ...profile, contract: { ...shown, venue } as Profile['contract'] });
        }}
      />
      <NativeSelect
        label="How its contracts pay"
        error={errorOf(problems, 'payoff')}
        value={shown.payoff ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          const payoff = chosen === '' ? null : chosen;
          change({ ...profile, contract: { ...shown, payoff } as Profile['contract'] });
        }}
        data={[
          ...(shown.payoff === null ? [{ value: '', label: 'Please say' }] : []),
          { value: 'linear', label: 'In dollars or USDT (linear)' },
          { value: 'inverse', label: 'In the coin itself (inverse)' },
          { value: 'quanto', label: 'In a third coin (quanto)' },
        ]}
      />
    </>
  );
}

/** How coin and money stand in one cell, such as BTC/USDT. */
function MarketFields({ profile, change }: MappingFieldsProps): ReactNode {
  const { columns, pair } = profile;
  if (columns.pair === undefined && columns.contract === undefined) return null;
  const known = ['', '/', '-', '_', ':', ' '];
  return (
    <>
      <NativeSelect
        label="Between coin and money"
        value={pair.separator}
        onChange={(event) => change({ ...profile, pair: { ...pair, separator: event.currentTarget.value } })}
        data={[...new Set([...known, pair.separator])].map((separator) => ({
          value: separator,
          label: separator === '' ? 'Nothing: BTCUSDT' : `“${separator}”: BTC${separator}USDT`,
        }))}
      />
      <TextInput
        label="Before the coin"
        description="What is not part of the market, such as cmt_ in cmt_btcusdt. Mostly empty"
        value={pair.prefix}
        maxLength={20}
        onChange={(event) => change({ ...profile, pair: { ...pair, prefix: event.currentTarget.value } })}
      />
    </>
  );
}
