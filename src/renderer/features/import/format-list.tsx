import { Accordion, Code, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { Panel } from '../../ui/panel.tsx';
import { Answer, NoMatch } from '../../ui/states.tsx';
import { formatsFound } from './formats-found.ts';

/** Which exports are understood, and where the exchange offers them. */
export function FormatList(): ReactNode {
  const formats = useCall('imports.formats', {});
  const [text, setText] = useState('');
  return (
    <Panel
      title="Formats that Hedgerow reads"
      about="Where to find each export, and the header it is known by."
      aside={
        <TextInput
          label="Find"
          placeholder="Exchange, name or column"
          w={260}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      }
    >
      <Answer of={formats} what="Reading the list of formats">
        {(answer) => {
          const found = formatsFound(answer.formats, text);
          if (found.length === 0) {
            return <NoMatch what={`format with "${text.trim()}"`} onClear={() => setText('')} />;
          }
          return (
            <Accordion variant="separated" order={3}>
              {found.map(({ id, name, exchange, headers, help }) => (
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
          );
        }}
      </Answer>
    </Panel>
  );
}
