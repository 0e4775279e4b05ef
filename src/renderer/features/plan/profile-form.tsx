import { Button, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState, type ReactNode } from 'react';
import { useCommand } from '../../rpc/use-command.ts';
import { DecimalInput } from '../../ui/decimal-input.tsx';
import { Failure } from '../../ui/states.tsx';
import { Term } from '../../ui/term.tsx';
import { addYear, checkProfile, profileDraft, type Profile, type ProfileDraft } from './profile-draft.ts';
import { ProfileYearFields } from './profile-year-fields.tsx';
import classes from './plan.module.css';

export interface ProfileFormProps {
  readonly stored: Profile | null;
  readonly taxYear: number;
  onClose(): void;
}

export function ProfileForm({ stored, taxYear, onClose }: ProfileFormProps): ReactNode {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [draft, setDraft] = useState(() => profileDraft(stored, taxYear, here));
  const zones = useMemo(
    () => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), here, stored?.timeZone ?? 'UTC'])],
    [here, stored],
  );
  const save = useCommand('plan.saveProfile');
  const { profile, errors } = checkProfile(draft, new Set(zones));

  const submit = async (): Promise<void> => {
    if (profile === null) return;
    const result = await save.run(profile);
    if (result?.ok !== true) return;
    notifications.show({ message: 'Tax details saved', color: 'hedge' });
    onClose();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="xl">
        <Text size="sm">
          Federal income tax of the United States, in dollars. A rough income is enough for a first answer. It
          stays in your encrypted ledger.
        </Text>
        <General draft={draft} setDraft={setDraft} zones={zones} errors={errors} />
        <Years draft={draft} setDraft={setDraft} errors={errors} />
        {save.failure !== null && <Failure failure={save.failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.busy} disabled={profile === null}>
            Save tax details
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PartProps {
  readonly draft: ProfileDraft;
  setDraft(draft: ProfileDraft): void;
  readonly errors: Readonly<Record<string, string>>;
}

function General({
  draft,
  setDraft,
  zones,
  errors,
}: PartProps & { readonly zones: readonly string[] }): ReactNode {
  return (
    <Stack gap="md">
      <Select
        label="Time zone"
        description="Decides on which day, and in which year, a trade falls"
        data={zones}
        value={draft.timeZone}
        onChange={(timeZone) => timeZone !== null && setDraft({ ...draft, timeZone })}
        allowDeselect={false}
        searchable
        limit={60}
        error={errors['timeZone']}
      />
      <Radio.Group
        label="Which lots are sold first"
        description="Hedgerow applies it to all years, those already filed too. By law it counts for sales after your order was in your books: ask your adviser before you change it"
        value={draft.lotMethod}
        onChange={(method) => setDraft({ ...draft, lotMethod: method === 'hifo' ? 'hifo' : 'fifo' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="fifo"
            label={
              <>
                The oldest: <Term id="fifo" />
              </>
            }
          />
          <Radio
            value="hifo"
            label={
              <>
                The one that cost most: <Term id="hifo" />
              </>
            }
          />
        </Stack>
      </Radio.Group>
      <Group grow align="flex-end">
        <DecimalInput
          label="Short-term losses carried in"
          description={`From before ${draft.years[0]?.year ?? 'the first year'}`}
          unit="USD"
          value={draft.carryShort}
          onChange={(carryShort) => setDraft({ ...draft, carryShort })}
          error={errors['carryShort']}
          placeholder="0"
        />
        <DecimalInput
          label="Long-term losses carried in"
          description={`From before ${draft.years[0]?.year ?? 'the first year'}`}
          unit="USD"
          value={draft.carryLong}
          onChange={(carryLong) => setDraft({ ...draft, carryLong })}
          error={errors['carryLong']}
          placeholder="0"
        />
      </Group>
    </Stack>
  );
}

function Years({ draft, setDraft, errors }: PartProps): ReactNode {
  const first = draft.years[0]?.year ?? 0;
  const last = draft.years.at(-1)?.year ?? 0;
  return (
    <div className={classes.years}>
      {draft.years.map((year) => (
        <ProfileYearFields
          key={year.year}
          year={year}
          errors={errors}
          onChange={(next) =>
            setDraft({ ...draft, years: draft.years.map((each) => (each.year === next.year ? next : each)) })
          }
          onRemove={
            draft.years.length > 1 && (year.year === first || year.year === last)
              ? () => setDraft({ ...draft, years: draft.years.filter((each) => each !== year) })
              : null
          }
        />
      ))}
      <Group>
        <Button variant="default" size="compact-sm" onClick={() => setDraft(addYear(draft, 'before'))}>
          Add {first - 1}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => setDraft(addYear(draft, 'after'))}>
          Add {last + 1}
        </Button>
        <Text size="xs" c="dimmed">
          A plan that ends in a later year needs that year.
        </Text>
      </Group>
    </div>
  );
}
