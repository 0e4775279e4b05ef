import { NativeSelect, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { filingStatuses } from '../../../ui/filing-statuses.ts';
import { PriceText } from '../../../ui/numbers.tsx';
import { Fold } from '../fold.tsx';
import type { Projection } from '../years/projection.ts';
import type { TaxWhatIf } from './use-tax-what-if.ts';
import { emptyChange, type YearChange } from './what-if-draft.ts';
import { WhatIfChoices } from './what-if-choices.tsx';
import { WhatIfSales } from './what-if-sales.tsx';

export interface WhatIfFormProps {
  /** The years without anything supposed. */
  readonly base: Projection;
  readonly whatIf: TaxWhatIf;
}

/** What is supposed, in four parts. Every key is a new answer. */
export function WhatIfForm(props: WhatIfFormProps): ReactNode {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="lg">
      <Income {...props} />
      <Prices {...props} />
      <WhatIfSales {...props} />
      <Stack gap="sm" component="section" aria-label="Choices">
        <Title order={3}>Choices</Title>
        <WhatIfChoices {...props} />
        <Rates {...props} />
      </Stack>
    </SimpleGrid>
  );
}

function Income({ base, whatIf: { draft, change, checked } }: WhatIfFormProps): ReactNode {
  const years = base.years.filter(({ status }) => status !== 'past').map(({ year }) => year);
  const [picked, setPicked] = useState(base.currentYear);
  const year = years.includes(picked) ? picked : (years[0] ?? base.currentYear);
  const typed = draft.years[year] ?? emptyChange;
  const set = (part: Partial<YearChange>): void =>
    change({ years: { ...draft.years, [year]: { ...typed, ...part } } });
  const touched = Object.entries(draft.years)
    .filter(([of, fields]) => Number(of) !== year && Object.values(fields).some((text) => text !== ''))
    .map(([of]) => of);
  return (
    <Stack gap="sm" component="section" aria-label="Income">
      <Title order={3}>Income</Title>
      <NativeSelect
        label="Tax year"
        data={years.map(String)}
        value={String(year)}
        onChange={(event) => setPicked(Number(event.currentTarget.value))}
        description={touched.length === 0 ? undefined : `Changed too: ${touched.join(', ')}`}
      />
      <DecimalInput
        label="Wages and other income"
        unit="USD"
        placeholder="as in your tax details"
        value={typed.ordinaryIncome}
        onChange={(ordinaryIncome) => set({ ordinaryIncome })}
        error={checked.errors[`${year} ordinaryIncome`]}
      />
      <DecimalInput
        label="Long-term gains elsewhere"
        unit="USD"
        placeholder="as in your tax details"
        value={typed.otherLongTermGain}
        onChange={(otherLongTermGain) => set({ otherLongTermGain })}
        error={checked.errors[`${year} otherLongTermGain`]}
      />
      <DecimalInput
        label="State income tax"
        unit="%"
        placeholder="as in your tax details"
        value={typed.stateRate}
        onChange={(stateRate) => set({ stateRate })}
        error={checked.errors[`${year} stateRate`]}
      />
      <NativeSelect
        label="Filing status"
        description="From this year on"
        data={[
          { value: '', label: 'As in your tax details' },
          ...filingStatuses.map(({ value, label }) => ({ value, label })),
        ]}
        value={draft.filingStatus}
        onChange={(event) =>
          change({
            filingStatus:
              filingStatuses.find(({ value }) => value === event.currentTarget.value)?.value ?? '',
          })
        }
      />
    </Stack>
  );
}

function Prices({ base, whatIf: { draft, change, checked } }: WhatIfFormProps): ReactNode {
  return (
    <Stack gap="sm" component="section" aria-label="Prices">
      <Title order={3}>Prices</Title>
      {base.prices.length === 0 ? (
        <Text size="sm" c="dimmed">
          No price matters for tax: nothing is planned and no futures are open.
        </Text>
      ) : (
        base.prices.map(({ asset, today }) => (
          <DecimalInput
            key={asset}
            label={`${asset} from now on`}
            description={
              <>
                Up or down from <PriceText value={today} />
              </>
            }
            unit="%"
            placeholder="0"
            value={draft.prices[asset] ?? ''}
            onChange={(text) => change({ prices: { ...draft.prices, [asset]: text } })}
            error={checked.errors[`price ${asset}`]}
          />
        ))
      )}
    </Stack>
  );
}

function Rates({ whatIf: { draft, change, checked } }: WhatIfFormProps): ReactNode {
  const { errors } = checked;
  return (
    <Fold
      title="More: inflation, what waiting is worth"
      heldOpen={['inflation', 'discount', 'earns'].some((key) => key in errors)}
    >
      <Stack gap="sm">
        <DecimalInput
          label="Tax brackets rise each year by"
          unit="%"
          placeholder="as in your tax details"
          value={draft.inflation}
          onChange={(inflation) => change({ inflation })}
          error={errors['inflation']}
        />
        <DecimalInput
          label="Worth of a year’s wait"
          description="Tax paid later costs less today by this much a year"
          unit="%"
          value={draft.discount}
          onChange={(discount) => change({ discount })}
          error={errors['discount']}
        />
        <DecimalInput
          label="Money kept meanwhile earns, a year"
          unit="%"
          value={draft.earns}
          onChange={(earns) => change({ earns })}
          error={errors['earns']}
        />
      </Stack>
    </Fold>
  );
}
