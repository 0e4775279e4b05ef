import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sentence } from './hide-amounts.tsx';
import { TraceFigure } from './trace-figure.tsx';
import type { Trace } from './trace-part.ts';
import classes from './explain.module.css';

/** A figure, how it came about, the rule behind it, and the parts that add up to it. */
export function TraceTree({ trace }: { readonly trace: Trace }): ReactNode {
  return (
    <div className={classes.node}>
      <div className={classes.line}>
        <Text size="sm" fw={500}>
          <Sentence>{trace.label}</Sentence>
        </Text>
        <TraceFigure value={trace.value} unit={trace.unit} />
      </div>
      {trace.how !== '' && (
        <Text size="xs" c="dimmed">
          <Sentence>{trace.how}</Sentence>
        </Text>
      )}
      {trace.rule !== null && <Law law={trace.rule.law} url={trace.rule.url} />}
      {trace.parts.length > 0 && (
        <div className={classes.parts}>
          {trace.parts.map((part, index) => (
            <TraceTree key={`${index} ${part.label}`} trace={part} />
          ))}
        </div>
      )}
    </div>
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
