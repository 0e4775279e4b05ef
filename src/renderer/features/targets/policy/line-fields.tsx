import { ActionIcon, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { freshId, type BandChoice, type LineDraft, type MemberDraft } from './fields-draft.ts';
import classes from './policy.module.css';

export interface LineFieldsProps {
  readonly line: LineDraft;
  /** From 1, for its name while it has none. */
  readonly number: number;
  readonly errors: Readonly<Record<string, string>>;
  onChange(line: LineDraft): void;
  onRemove(): void;
}

/** One asset or group with its share and its band. */
export function LineFields({ line, number, errors, onChange, onRemove }: LineFieldsProps): ReactNode {
  const { id, kind, name, weight, band } = line;
  const called = name.trim() === '' ? `line ${number}` : name;
  return (
    <li className={classes.line}>
      <TextInput
        aria-label={kind === 'group' ? `Name of group ${number}` : `Asset ${number}`}
        placeholder={kind === 'group' ? 'Small coins' : 'BTC'}
        value={name}
        onChange={(event) => onChange({ ...line, name: event.currentTarget.value })}
        error={errors[`${id} name`]}
        autoComplete="off"
        spellCheck={false}
        rightSection={
          kind === 'group' ? (
            <Text size="xs" c="dimmed" aria-hidden="true">
              group
            </Text>
          ) : undefined
        }
        rightSectionWidth={kind === 'group' ? 52 : undefined}
        rightSectionPointerEvents="none"
      />
      <DecimalInput
        aria-label={`Target of ${called}`}
        unit="%"
        value={weight}
        onChange={(next) => onChange({ ...line, weight: next })}
        error={errors[`${id} weight`]}
      />
      <Select
        aria-label={`Band of ${called}`}
        data={[
          { value: 'same', label: 'Band of all' },
          { value: 'own', label: 'Own band' },
          { value: 'none', label: 'No band' },
        ]}
        value={band}
        onChange={(next) => onChange({ ...line, band: (next ?? 'same') as BandChoice })}
        allowDeselect={false}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="input-sm"
        aria-label={`Take out ${called}`}
        onClick={onRemove}
      >
        <IconTrash size={16} aria-hidden="true" />
      </ActionIcon>
      {band === 'own' && <OwnBand line={line} called={called} errors={errors} onChange={onChange} />}
      {kind === 'group' && <Members line={line} called={called} errors={errors} onChange={onChange} />}
    </li>
  );
}

interface UnderProps {
  readonly line: LineDraft;
  readonly called: string;
  readonly errors: Readonly<Record<string, string>>;
  onChange(line: LineDraft): void;
}

function OwnBand({ line, called, errors, onChange }: UnderProps): ReactNode {
  return (
    <div className={classes.under}>
      <div className={classes.pair}>
        <DecimalInput
          label="Points off its target"
          aria-label={`Points that ${called} may be off`}
          unit="points"
          value={line.absolute}
          onChange={(absolute) => onChange({ ...line, absolute })}
          error={errors[`${line.id} absolute`]}
        />
        <DecimalInput
          label="Or share of its target"
          aria-label={`Share of its target that ${called} may be off`}
          unit="%"
          value={line.relative}
          onChange={(relative) => onChange({ ...line, relative })}
          error={errors[`${line.id} relative`]}
        />
      </div>
    </div>
  );
}

function Members({ line, called, errors, onChange }: UnderProps): ReactNode {
  const { members } = line;
  const change = (id: string, part: Partial<MemberDraft>): void =>
    onChange({
      ...line,
      members: members.map((member) => (member.id === id ? { ...member, ...part } : member)),
    });
  return (
    <div className={classes.under}>
      {members.map((member, index) => (
        <div key={member.id} className={classes.member}>
          <TextInput
            aria-label={`Asset ${index + 1} of ${called}`}
            placeholder="SOL"
            value={member.asset}
            onChange={(event) => change(member.id, { asset: event.currentTarget.value })}
            error={errors[`${member.id} name`]}
            autoComplete="off"
            spellCheck={false}
          />
          <DecimalInput
            aria-label={`Share of ${member.asset === '' ? `asset ${index + 1}` : member.asset} in ${called}`}
            unit="%"
            placeholder="as held"
            value={member.share}
            onChange={(share) => change(member.id, { share })}
            error={errors[`${member.id} share`]}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="input-sm"
            aria-label={`Take ${member.asset === '' ? `asset ${index + 1}` : member.asset} out of ${called}`}
            onClick={() => onChange({ ...line, members: members.filter(({ id }) => id !== member.id) })}
          >
            <IconTrash size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Group gap="sm">
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          aria-label={`Add an asset to it: ${called}`}
          onClick={() =>
            onChange({
              ...line,
              members: [...members, { id: freshId(members, `${line.id} member`), asset: '', share: '' }],
            })
          }
        >
          Add an asset to it
        </Button>
        {errors[`${line.id} members`] !== undefined && (
          <Text size="xs" c="red">
            {errors[`${line.id} members`]}
          </Text>
        )}
      </Group>
    </div>
  );
}
