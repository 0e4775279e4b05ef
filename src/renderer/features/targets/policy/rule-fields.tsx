import { Button, Group, Radio, Select, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { useHideAmounts } from '../../../ui/hide-amounts.tsx';
import { Term } from '../../../ui/term.tsx';
import type { FieldsDraft } from './fields-draft.ts';
import classes from './policy.module.css';

export interface RuleFieldsProps {
  readonly fields: FieldsDraft;
  change(part: Partial<FieldsDraft>): void;
  readonly errors: Readonly<Record<string, string>>;
}

/** When to act, how far back, and above which cost not. */
export function RuleFields(props: RuleFieldsProps): ReactNode {
  return (
    <Stack gap="md">
      <Bands {...props} />
      <When {...props} />
      <Limits {...props} />
    </Stack>
  );
}

function Bands({ fields, change, errors }: RuleFieldsProps): ReactNode {
  return (
    <div className={classes.pair}>
      <DecimalInput
        label={
          <>
            <Term id="tolerance-band">Band</Term> of all, in points
          </>
        }
        description="Act when a share is off by more"
        unit="points"
        placeholder="none"
        value={fields.absoluteBand}
        onChange={(absoluteBand) => change({ absoluteBand })}
        error={errors['absoluteBand']}
      />
      <DecimalInput
        label={
          <>
            <Term id="relative-band">Relative band</Term> of all
          </>
        }
        description="Or off by more of its target"
        unit="%"
        placeholder="none"
        value={fields.relativeBand}
        onChange={(relativeBand) => change({ relativeBand })}
        error={errors['relativeBand']}
      />
    </div>
  );
}

const periods = [
  { value: 'month', label: 'month' },
  { value: 'quarter', label: 'quarter' },
  { value: 'year', label: 'year' },
];

function When({ fields, change }: RuleFieldsProps): ReactNode {
  return (
    <>
      <div className={classes.pair}>
        <Select
          label="Also by date"
          description="On the first of each"
          data={periods}
          value={fields.calendar}
          onChange={(next) => change({ calendar: next as FieldsDraft['calendar'] })}
          placeholder="never"
          clearable
          clearButtonProps={{ 'aria-label': 'By no date' }}
        />
        <Select
          label="At most once a"
          description="After a decision rules rest so long"
          data={[{ value: 'week', label: 'week' }, ...periods]}
          value={fields.atMostOncePer}
          onChange={(next) => change({ atMostOncePer: next as FieldsDraft['atMostOncePer'] })}
          placeholder="as often as it fires"
          clearable
          clearButtonProps={{ 'aria-label': 'As often as it fires' }}
        />
      </div>
      <Radio.Group
        label="Go back to"
        value={fields.returnTo}
        onChange={(next) => change({ returnTo: next as FieldsDraft['returnTo'] })}
      >
        <Group gap="lg" mt={6}>
          <Radio value="target" label="The target" />
          <Radio value="band-edge" label="The edge of the band" />
          <Radio value="half-way" label="Half way between" />
        </Group>
      </Radio.Group>
      <Radio.Group
        label="What has no target"
        value={fields.others}
        onChange={(next) => change({ others: next as FieldsDraft['others'] })}
      >
        <Group gap="lg" mt={6}>
          <Radio value="ignore" label="Left out of the sum" />
          <Radio value="zero" label="Counted, with a target of 0%" />
        </Group>
      </Radio.Group>
    </>
  );
}

function Limits({ fields, change, errors }: RuleFieldsProps): ReactNode {
  const { hidden, toggle } = useHideAmounts();
  const { limits } = fields;
  const set = (part: Partial<FieldsDraft['limits']>): void => change({ limits: { ...limits, ...part } });
  return (
    <Stack gap="sm" component="fieldset" p={0} m={0} style={{ border: 0 }}>
      <Text component="legend" size="sm" fw={600} p={0}>
        Not if it costs too much (<Term id="cost-limit">cost limits</Term>)
      </Text>
      <DecimalInput
        label="Cost, of what is moved"
        unit="%"
        placeholder="no limit"
        value={limits.shareOfMoved}
        onChange={(shareOfMoved) => set({ shareOfMoved })}
        error={errors['limits shareOfMoved']}
      />
      {hidden ? (
        <Group gap="sm">
          <Text size="sm">Limits in money are hidden with your amounts.</Text>
          <Button size="compact-sm" variant="default" onClick={toggle}>
            Show amounts
          </Button>
        </Group>
      ) : (
        <div className={classes.pair}>
          <DecimalInput
            label="Cost in all"
            unit="USD"
            placeholder="no limit"
            value={limits.cost}
            onChange={(cost) => set({ cost })}
            error={errors['limits cost']}
          />
          <DecimalInput
            label="Tax"
            unit="USD"
            placeholder="no limit"
            value={limits.tax}
            onChange={(tax) => set({ tax })}
            error={errors['limits tax']}
          />
        </div>
      )}
    </Stack>
  );
}
