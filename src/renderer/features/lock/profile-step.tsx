import { Button, Group, NativeSelect, NumberInput, Radio, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import type { Failure as FailureValue } from '../../../shared/errors/failure.ts';
import { DecimalInput } from '../../ui/decimal-input.tsx';
import { Failure } from '../../ui/states.tsx';
import { filingStatuses } from '../../ui/filing-statuses.ts';
import { StepHeading } from '../../ui/step-heading.tsx';
import { Term } from '../../ui/term.tsx';
import {
  lotMethods,
  profileOf,
  type OrderInput,
  type ProfileDraft,
  type ProfileInput,
} from './profile-draft.ts';

export interface ProfileStepProps {
  readonly taxYear: number;
  readonly busy: boolean;
  readonly failure: FailureValue | null;
  /** `order` is to be recorded once the profile is saved; null: none. */
  onSave(profile: ProfileInput, order: OrderInput | null): void;
  onSkip(): void;
}

/** Step 4: what the tax of a plan depends on. It can be left for later. */
export function ProfileStep({ taxYear, busy, failure, onSave, onSkip }: ProfileStepProps): ReactNode {
  const [draft, setDraft] = useState<ProfileDraft>(() => ({
    year: taxYear,
    filingStatus: 'single',
    income: '',
    lotMethod: 'fifo',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));
  const [asked, setAsked] = useState(false);
  const answer = profileOf(draft);
  const change = (part: Partial<ProfileDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(true);
    if (answer.ok) onSave(answer.profile, answer.order);
  };

  return (
    <form onSubmit={submit}>
      <Stack>
        <StepHeading
          title="Your taxes"
          about="Tax depends on these. Nothing of it leaves this computer, and you can change it at any time."
        />
        <Group grow align="flex-start">
          <NativeSelect label="Country" data={[{ value: 'us', label: 'United States' }]} />
          <NumberInput
            label="Tax year"
            value={draft.year}
            onChange={(year) => typeof year === 'number' && change({ year })}
            min={2009}
            max={2100}
            allowDecimal={false}
            hideControls
          />
          <NativeSelect
            label="Filing status"
            data={[...filingStatuses]}
            value={draft.filingStatus}
            onChange={(event) =>
              change({
                filingStatus:
                  filingStatuses.find(({ value }) => value === event.currentTarget.value)?.value ?? 'single',
              })
            }
          />
        </Group>
        <Group grow align="flex-start">
          <DecimalInput
            label="Yearly income besides your coins"
            description="Wages and the like, before deductions. A rough figure will do."
            value={draft.income}
            onChange={(income) => change({ income })}
            unit="USD"
            error={asked && !answer.ok ? answer.incomeError : null}
          />
          <TextInput
            label="Time zone"
            description="Decides on which day a trade counts."
            value={draft.timeZone}
            onChange={(event) => change({ timeZone: event.currentTarget.value })}
          />
        </Group>
        <Radio.Group
          label="Which coins count as sold first?"
          description={
            <>
              Every purchase is a <Term id="lot">lot</Term>; sales from now on use up lots in this order.
              Sales of the past stay first in, first out.
            </>
          }
          value={draft.lotMethod}
          onChange={(method) => change({ lotMethod: method === 'hifo' ? 'hifo' : 'fifo' })}
        >
          <Stack gap="xs" mt="xs">
            {lotMethods.map(({ value, label, about }) => (
              <Radio key={value} value={value} label={label} description={about} />
            ))}
          </Stack>
        </Radio.Group>
        {failure !== null && <Failure failure={failure} />}
        <Group>
          <Button type="submit" loading={busy}>
            Save and open the ledger
          </Button>
          <Button variant="default" onClick={onSkip} disabled={busy}>
            Later
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
