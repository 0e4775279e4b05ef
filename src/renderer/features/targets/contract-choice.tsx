import { Badge, Button, List, Select, Text } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { rankedContracts, type Contract } from '../../../shared/domain/overlay-choice.ts';
import { asRead } from '../../ui/as-read.ts';
import { DateText, RateText } from '../../ui/numbers.tsx';
import type { HedgeChoice } from './use-targets.ts';
import { isVerified, marginWords, section1256Words, sizeWords, usWords } from './view-model.ts';
import classes from './targets.module.css';

export interface ContractChoiceProps {
  readonly asset: string;
  readonly choice: HedgeChoice;
}

/** The contract for one asset, and what one should know about it. */
export function ContractChoice({ asset, choice }: ContractChoiceProps): ReactNode {
  const options = rankedContracts(asset, choice.contracts, choice.positions);
  const id = choice.input.contracts.find((pair) => pair.asset === asset)?.contract ?? null;
  const chosen = options.find((contract) => contract.id === id);
  return (
    <li>
      <Select
        label={`Futures on ${asset}`}
        data={options.map((contract) => ({
          value: contract.id,
          label: asRead(`${contract.name} (${contract.venue})`),
        }))}
        value={id}
        onChange={(next) => choice.act.choose(asset, next)}
        placeholder={
          options.length === 0 ? `No contract on ${asset} in the catalogue` : 'No futures for this asset'
        }
        disabled={options.length === 0}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': `No futures on ${asset}` }}
      />
      {chosen !== undefined && <ContractFacts contract={chosen} />}
    </li>
  );
}

function ContractFacts({ contract }: { readonly contract: Contract }): ReactNode {
  const [more, setMore] = useState(false);
  const id = useId();
  const certain = isVerified(contract);
  return (
    <>
      <Text size="sm" mt={6}>
        {sizeWords(contract)} {marginWords(contract)}
      </Text>
      <div className={classes.badges}>
        <Badge variant="light" color="gray" tt="none">
          {contract.kind === 'perpetual' ? 'Perpetual' : 'Ends on a date'}
        </Badge>
        <Badge variant="light" color={contract.usPersons === true ? 'teal' : 'orange'} tt="none">
          {usWords(contract)}
        </Badge>
        <Badge variant="light" color={contract.section1256Settled ? 'gray' : 'yellow'} tt="none">
          {section1256Words(contract)}
        </Badge>
        {!certain && (
          <Badge variant="light" color="yellow" tt="none">
            Check the terms
          </Badge>
        )}
        <Button
          variant="subtle"
          size="compact-xs"
          aria-expanded={more}
          aria-controls={id}
          onClick={() => setMore((now) => !now)}
        >
          {more ? 'Less' : 'More about it'}
        </Button>
      </div>
      <div id={id} hidden={!more}>
        {more && <Details contract={contract} />}
      </div>
    </>
  );
}

function Details({ contract }: { readonly contract: Contract }): ReactNode {
  const { section1256Reason, takerFee, initialMargin, expiry, expiryRule, asOf, confidence, sources } =
    contract;
  return (
    <List size="sm" mt="xs" spacing={4}>
      <List.Item>{section1256Reason}</List.Item>
      <List.Item>
        Fee <RateText value={takerFee} decimals={4} />, first margin{' '}
        <RateText value={initialMargin} decimals={2} /> of the notional
      </List.Item>
      {expiry !== null && (
        <List.Item>
          Ends on <DateText value={expiry} />
        </List.Item>
      )}
      {expiryRule !== null && <List.Item>{expiryRule}</List.Item>}
      <List.Item>
        These terms are {confidence}; as of <DateText value={asOf} />
      </List.Item>
      {sources.map((source) => (
        <List.Item key={source} className={classes.sources}>
          Source: {source}
        </List.Item>
      ))}
    </List>
  );
}
