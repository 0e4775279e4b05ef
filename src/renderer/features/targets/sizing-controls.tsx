import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DecimalInput } from '../../ui/decimal-input.tsx';
import { Term } from '../../ui/term.tsx';
import { leverageError, ratioError, type RatioChoice, type Sizing } from './sizing.ts';
import type { HedgeChoice } from './use-targets.ts';

/** How much of the drift is hedged, how it is rounded, and how little money may stand behind it. */
export function SizingControls({ choice: { sizing, act } }: { readonly choice: HedgeChoice }): ReactNode {
  return (
    <Stack gap="lg">
      <Labelled
        label={
          <>
            How much of it to hedge: the <Term id="hedge-ratio">hedge ratio</Term>
          </>
        }
      >
        <Group gap="md" align="flex-start">
          <SegmentedControl
            aria-label="Hedge ratio"
            value={sizing.ratio}
            onChange={(next) => act.size({ ratio: next as RatioChoice })}
            data={[
              { value: 'naive', label: 'All of it' },
              { value: 'after-tax', label: 'As taxes ask' },
              { value: 'own', label: 'My own share' },
            ]}
          />
          {sizing.ratio === 'own' && (
            <DecimalInput
              aria-label="Share to hedge"
              value={sizing.ownRatio}
              onChange={(ownRatio) => act.size({ ownRatio })}
              unit="%"
              error={ratioError(sizing.ownRatio)}
              w={120}
            />
          )}
        </Group>
      </Labelled>
      <Labelled
        label={
          <>
            Round to whole <Term id="contract-size">contracts</Term>
          </>
        }
      >
        <SegmentedControl
          aria-label="Rounding"
          value={sizing.rounding}
          onChange={(next) => act.size({ rounding: next as Sizing['rounding'] })}
          data={[
            { value: 'floor', label: 'Down: hedge less' },
            { value: 'nearest', label: 'To the nearest' },
            { value: 'ceil', label: 'Up: hedge more' },
          ]}
        />
      </Labelled>
      <DecimalInput
        label={
          <>
            Most <Term id="leverage">leverage</Term>
          </>
        }
        description="How many times the money at the venue a leg may be worth. 1: as much money as the leg is worth, the safest. Empty: as little as the venue asks."
        value={sizing.leverageCap}
        onChange={(leverageCap) => act.size({ leverageCap })}
        unit="times"
        error={leverageError(sizing.leverageCap)}
        maw={420}
      />
    </Stack>
  );
}

function Labelled({
  label,
  children,
}: {
  readonly label: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div>
      <Text size="sm" fw={600} mb={6}>
        {label}
      </Text>
      {children}
    </div>
  );
}
