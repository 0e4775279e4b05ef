import { Accordion, Code, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { Panel } from '../../ui/panel.tsx';
import { Answer } from '../../ui/states.tsx';

/** Which exports are understood, and where the exchange offers them. */
export function FormatList(): ReactNode {
  const formats = useCall('imports.formats', {});
  return (
    <Panel
      title="Formats that Hedgerow reads"
      about="Where to find each export, and the header it is known by."
    >
      <Answer of={formats} what="Reading the list of formats">
        {(answer) => (
          <Accordion variant="separated" order={3}>
            {answer.formats.map(({ id, name, exchange, headers, help }) => (
              <Accordion.Item key={id} value={id}>
                <Accordion.Control>
                  <Text span fw={600}>
                    {name}
                  </Text>{' '}
                  <Text span c="dimmed" size="sm">
                    {exchange}
                  </Text>
                </Accordion.Control>
                <Accordion.Panel>
                  <Stack gap="xs">
                    <Text size="sm">{help}</Text>
                    {headers.map((header) => (
                      <Code key={header} block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                        {header}
                      </Code>
                    ))}
                  </Stack>
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        )}
      </Answer>
    </Panel>
  );
}
