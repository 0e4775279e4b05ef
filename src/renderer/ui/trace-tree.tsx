import { Box, Button, Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useExplaining } from './explaining.ts';
import { Sentence } from './hide-amounts.tsx';
import { TraceFigure } from './trace-figure.tsx';
import { howWords, rowWords } from './trace-notes.ts';
import type { Trace } from './trace-part.ts';
import classes from './explain.module.css';

export interface TraceTreeProps {
  readonly trace: Trace;
  /** Where the rows stand that events came from. */
  readonly places?: ReadonlyMap<string, string>;
}

const noPlaces: ReadonlyMap<string, string> = new Map();

/** A figure, how it came about, the rule behind it, and the parts that add up to it. */
export function TraceTree({ trace, places = noPlaces }: TraceTreeProps): ReactNode {
  const label = useId();
  const how = howWords(trace);
  const rows = rowWords(trace, places);
  return (
    <div className={classes.node}>
      <div className={classes.line}>
        <Text size="sm" fw={500} id={label}>
          <Sentence>{trace.label}</Sentence>
        </Text>
        <TraceFigure value={trace.value} unit={trace.unit} />
      </div>
      {how !== null && (
        <Text size="xs" c="dimmed">
          <Sentence>{how}</Sentence>
        </Text>
      )}
      {trace.rule !== null && <Law law={trace.rule.law} url={trace.rule.url} />}
      {rows !== null && (
        <Text size="xs" c="dimmed">
          {rows}
        </Text>
      )}
      {trace.explain !== undefined && <GoOn id={trace.explain} label={label} />}
      {trace.parts.length > 0 && (
        <div className={classes.parts}>
          {trace.parts.map((part, index) => (
            <TraceTree key={`${index} ${part.label}`} trace={part} places={places} />
          ))}
        </div>
      )}
    </div>
  );
}

/** Leads on to the explanation of a figure that the tree only names. In: `label`, the id of its words. */
function GoOn({ id, label }: { readonly id: string; readonly label: string }): ReactNode {
  const { goOn } = useExplaining();
  const own = useId();
  return (
    <Button
      id={own}
      variant="subtle"
      size="compact-xs"
      ms={-8}
      aria-labelledby={`${own} ${label}`}
      data-explain={id}
      onClick={() => goOn(id)}
    >
      Look further
    </Button>
  );
}

/** The app opens no addresses: the source is shown to be read or copied. */
function Law({ law, url }: { readonly law: string; readonly url: string | null }): ReactNode {
  return (
    <Text size="xs" c="dimmed">
      Rule: {law}
      {url !== null && (
        <>
          {' '}
          <Box component="span" className={classes.url}>
            {url}
          </Box>
        </>
      )}
    </Text>
  );
}
