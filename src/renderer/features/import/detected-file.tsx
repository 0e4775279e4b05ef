import { Badge, Button, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconFileOff, IconTableOptions } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { wordsFor } from '../../../shared/errors/words-for.ts';
import { useCall } from '../../rpc/use-call.ts';
import { formatCount } from '../../ui/number-format.ts';
import { asksDateOrder, asksDecimalMark, asksWhetherOther, marketsAsked } from './asked-of-file.ts';
import { DateOrderChoice, DecimalMarkChoice, MarketsChoice, OtherRowsChoice } from './asked-choices.tsx';
import {
  AccountChip,
  DateOrderChip,
  DecimalMarkChip,
  MarketChip,
  ZoneChip,
  type FileChipProps,
} from './file-chips.tsx';
import { choiceOf, type FileChoice, type PreviewFile } from './import-flow.ts';
import { LineCounts } from './lines/line-counts.tsx';
import { SampleRows } from './sample-rows.tsx';
import { usePlainWords } from './use-plain-words.ts';
import { countWords } from './view-model.ts';

export interface DetectedFileProps {
  readonly file: PreviewFile;
  readonly choice: FileChoice;
  onChoose(choice: FileChoice): void;
  /** Says how the file is read. */
  onMap(): void;
  onLeaveOut(): void;
}

export function DetectedFile({ file, choice, onChoose, onMap, onLeaveOut }: DetectedFileProps): ReactNode {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} p="md" bg="var(--hedgerow-canvas)">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <div style={{ flex: '1 1 320px', minWidth: 0, overflowWrap: 'anywhere' }}>
            <Title order={3} id={id} size="h5">
              {file.file}
            </Title>
            <Text size="sm" c="dimmed">
              {whyWords(file, choice)}
            </Text>
          </div>
          <Group gap="xs" style={{ maxWidth: '100%' }}>
            <Badge
              variant="light"
              color={file.format !== null ? 'hedge' : isAsked(file) ? 'yellow' : 'red'}
              tt="none"
              size="lg"
            >
              {file.formatName ?? (isAsked(file) ? 'One question' : 'Not known')}
            </Badge>
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              leftSection={<IconFileOff size={16} aria-hidden="true" />}
              onClick={onLeaveOut}
            >
              Leave this file out
            </Button>
          </Group>
        </Group>
        {file.format === null ? (
          <UnknownFile file={file} choice={choice} onChoose={onChoose} onMap={onMap} />
        ) : (
          <>
            <Group gap="lg" align="flex-start">
              <AccountChip file={file} choice={choice} onChoose={onChoose} />
              <ZoneChip file={file} choice={choice} onChoose={onChoose} />
              <DateOrderChip file={file} choice={choice} onChoose={onChoose} />
              <DecimalMarkChip file={file} choice={choice} onChoose={onChoose} />
              <MarketChip file={file} choice={choice} onChoose={onChoose} />
            </Group>
            <div>
              <Text size="sm">
                <b>
                  {formatCount(file.rows)} {file.rows === 1 ? 'row' : 'rows'}
                </b>
                : {countWords(file)}
              </Text>
              <LineCounts lines={file.lines} />
            </div>
            <SampleRows file={file} />
          </>
        )}
      </Stack>
    </Paper>
  );
}

/** Why the file is taken for what it is; of a file that only asks something, that it will be read then. */
function whyWords(file: PreviewFile, choice: FileChoice): string {
  if (isAsked(file)) return 'Hedgerow can read this file as soon as you have answered.';
  return choice.format === undefined || file.format === null ? file.why : `Chosen by you. ${file.why}`;
}

/** A file that is known but for one thing, which a person can answer here. */
function isAsked({ problems }: PreviewFile): boolean {
  return (
    asksDateOrder(problems) ||
    asksDecimalMark(problems) ||
    asksWhetherOther(problems) ||
    marketsAsked(problems).length > 0
  );
}

/** Why nobody can read it, and what a person can still say about it. */
function UnknownFile({ file, choice, onChoose, onMap }: Omit<DetectedFileProps, 'onLeaveOut'>): ReactNode {
  const plain = usePlainWords();
  const isChosen = Object.keys(choice).length > 1;
  const needsMarket = file.problems.some(({ code }) => code === 'import/market-unknown');
  const mayBeKnown = file.problems.some(({ code }) => code === 'import/unknown-format');
  return (
    <Stack gap="sm">
      {file.problems.map(({ code, message, fix }) => (
        <div key={code} role="alert">
          <Text size="sm" fw={600}>
            {plain(message)}
          </Text>
          <Text size="sm">{wordsFor('screen', fix)}</Text>
        </div>
      ))}
      {isChosen && (
        <Button
          variant="default"
          size="xs"
          w="fit-content"
          onClick={() => onChoose(choiceOf(file.upload, {}))}
        >
          Take my changes to this file back
        </Button>
      )}
      {asksDateOrder(file.problems) && <DateOrderChoice file={file} choice={choice} onChoose={onChoose} />}
      {asksDecimalMark(file.problems) && (
        <DecimalMarkChoice file={file} choice={choice} onChoose={onChoose} />
      )}
      {asksWhetherOther(file.problems) && <OtherRowsChoice file={file} choice={choice} onChoose={onChoose} />}
      <MarketsChoice file={file} choice={choice} onChoose={onChoose} />
      {mayBeKnown && (
        <div>
          <Button onClick={onMap} leftSection={<IconTableOptions size={16} aria-hidden="true" />}>
            Map this file
          </Button>
          <Text size="sm" c="dimmed" mt={4}>
            Say once what each column means. Hedgerow proposes an answer, and shows what it makes of the rows.
          </Text>
        </div>
      )}
      {!isChosen && mayBeKnown && <FormatChoice file={file} choice={choice} onChoose={onChoose} />}
      {needsMarket && <MarketChoice file={file} choice={choice} onChoose={onChoose} />}
    </Stack>
  );
}

/** Market data that do not say what they are of. */
function MarketChoice({ file, choice, onChoose }: FileChipProps): ReactNode {
  const [market, setMarket] = useState(choice.market ?? '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(choiceOf(file.upload, { ...choice, market }));
      }}
    >
      <Group align="flex-end" gap="xs">
        <TextInput
          label={`What ${file.file} is of`}
          description="A contract such as binance-um:BTCUSDT, or a coin such as BTC"
          value={market}
          onChange={(event) => setMarket(event.currentTarget.value)}
          w={420}
        />
        <Button type="submit" variant="default" disabled={market.trim() === ''}>
          Take it
        </Button>
      </Group>
    </form>
  );
}

/** A header that nobody knows: perhaps a person does. */
function FormatChoice({ file, choice, onChoose }: FileChipProps): ReactNode {
  const formats = useCall('imports.formats', {});
  return (
    <NativeSelect
      label="Or choose its format"
      description="If you know better than the header does."
      value={choice.format ?? ''}
      onChange={(event) => onChoose(choiceOf(file.upload, { ...choice, format: event.currentTarget.value }))}
      data={[
        { value: '', label: 'Choose a format' },
        ...(formats.data?.formats.map(({ id, name }) => ({ value: id, label: name })) ?? []),
      ]}
      maw={420}
    />
  );
}
