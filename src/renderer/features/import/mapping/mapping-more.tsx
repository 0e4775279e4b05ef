import { Accordion, Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { MAPPING_ASSETS, mappingRoleWords } from '../../../../shared/domain/mapping-profile.ts';
import { isAboutFutures, type Profile } from './edit-profile.ts';
import type { MappingPartProps } from './mapping-form.tsx';

/** What is seldom needed: coins that no column names, how markets are written, signs of fees, contracts. */
export function MappingMore({ profile, onChange }: MappingPartProps): ReactNode {
  const isFutures = isAboutFutures(profile);
  return (
    <Accordion variant="separated" order={3} defaultValue={isFutures ? 'more' : null}>
      <Accordion.Item value="more">
        <Accordion.Control>More: coins without a column, markets, fees, futures</Accordion.Control>
        <Accordion.Panel>
          <SimpleGrid cols={{ base: 2, lg: 3 }}>
            <Market profile={profile} onChange={onChange} />
            <Fees profile={profile} onChange={onChange} />
            {isFutures && <Futures profile={profile} onChange={onChange} />}
            <Assets profile={profile} onChange={onChange} />
          </SimpleGrid>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

type PartProps = Pick<MappingPartProps, 'profile' | 'onChange'>;

function Market({ profile, onChange }: PartProps): ReactNode {
  const { pair } = profile;
  return (
    <>
      <TextInput
        label="Before the name of a market"
        description="Such as cmt_ in cmt_btcusdt."
        value={pair.prefix}
        onChange={({ currentTarget: { value: prefix } }) =>
          onChange({ ...profile, pair: { ...pair, prefix } })
        }
      />
      <TextInput
        label="Between coin and money"
        description="Such as / in BTC/USDT; empty for BTCUSDT."
        value={pair.separator}
        maxLength={3}
        onChange={({ currentTarget: { value: separator } }) =>
          onChange({ ...profile, pair: { ...pair, separator } })
        }
      />
    </>
  );
}

function Fees({ profile, onChange }: PartProps): ReactNode {
  const { fees } = profile;
  return (
    <>
      <NativeSelect
        label="A fee above zero is"
        description="How the file writes what you paid."
        data={[
          { value: 'positive-is-cost', label: 'paid by you' },
          { value: 'negative-is-cost', label: 'given back to you' },
        ]}
        value={fees.sign}
        onChange={(event) =>
          onChange({
            ...profile,
            fees: { ...fees, sign: event.currentTarget.value as Profile['fees']['sign'] },
          })
        }
      />
      <Checkbox
        label="The amount already holds the fee"
        description="Then the fee is taken out of it."
        checked={fees.inside}
        onChange={(event) => onChange({ ...profile, fees: { ...fees, inside: event.currentTarget.checked } })}
      />
    </>
  );
}

function Futures({ profile, onChange }: PartProps): ReactNode {
  const { contract, funding, profit } = profile;
  const now = contract ?? { venue: '', payoff: 'linear' as const };
  const withContract = (next: NonNullable<Profile['contract']>): void =>
    onChange({ ...profile, contract: next.venue === '' ? null : next });
  return (
    <>
      <TextInput
        label="Exchange of the contracts"
        description="In small letters, such as weex."
        value={now.venue}
        onChange={(event) => {
          const venue = event.currentTarget.value.toLowerCase().replaceAll(/[^a-z0-9-]/gu, '');
          withContract({ ...now, venue });
        }}
      />
      <NativeSelect
        label="Its contracts pay in"
        description="What profit and loss are paid in."
        data={[
          { value: 'linear', label: 'money or a stablecoin (linear)' },
          { value: 'inverse', label: 'the coin itself (inverse)' },
          { value: 'quanto', label: 'something else (quanto)' },
        ]}
        value={now.payoff}
        onChange={(event) =>
          withContract({
            ...now,
            payoff: event.currentTarget.value as NonNullable<Profile['contract']>['payoff'],
          })
        }
      />
      <NativeSelect
        label="A funding above zero is"
        description="How the file writes what you received."
        data={[
          { value: 'positive-is-received', label: 'received by you' },
          { value: 'positive-is-paid', label: 'paid by you' },
        ]}
        value={funding}
        onChange={(event) =>
          onChange({ ...profile, funding: event.currentTarget.value as Profile['funding'] })
        }
      />
      <NativeSelect
        label="The profit is"
        description="Whether fees and funding are taken off it."
        data={[
          { value: 'gross', label: 'before fees and funding' },
          { value: 'net', label: 'after fees and funding' },
        ]}
        value={profit}
        onChange={(event) => onChange({ ...profile, profit: event.currentTarget.value as Profile['profit'] })}
      />
    </>
  );
}

/** Only where no column names the coin. */
function Assets({ profile, onChange }: PartProps): ReactNode {
  const { assets, columns } = profile;
  return MAPPING_ASSETS.filter((role) => columns[role] === undefined).map((role) => (
    <TextInput
      key={role}
      label={mappingRoleWords[role]}
      description="Where no column names it: one for all rows."
      placeholder="USDT"
      value={assets[role] ?? ''}
      onChange={(event) => {
        const { [role]: _, ...others } = assets;
        const asset = event.currentTarget.value.trim().toUpperCase();
        onChange({ ...profile, assets: asset === '' ? others : { ...others, [role]: asset } });
      }}
    />
  ));
}
