import { Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { WayActions } from './way-actions.tsx';
import { WayCards } from './way-cards.tsx';
import { WayHead, type SideBySideProps, type WaysShownProps } from './way-head.tsx';
import { wayLines } from './way-lines.tsx';
import { bestOf } from './view-model.ts';
import classes from './alternatives.module.css';

/** From so much room on the ways are columns; cards below it. */
const columnsFrom = 840;

/** Every way with the same lines, differences from the best said at each figure. */
export function WaysSideBySide({ answer, ask }: SideBySideProps): ReactNode {
  const { ref, width } = useElementSize();
  const lines = wayLines(answer);
  return (
    <section ref={ref}>
      <Title order={3} mb={4}>
        Side by side
      </Title>
      <Text size="sm" mb="sm">
        The answer is about selling, hedging and the mix of both. Doing nothing leaves you off target, and new
        money has to come from elsewhere: they stand beside the three for comparison.
      </Text>
      {width > 0 && width < columnsFrom ? (
        <WayCards answer={answer} ask={ask} lines={lines} />
      ) : (
        <WaysTable answer={answer} ask={ask} lines={lines} />
      )}
    </section>
  );
}

function WaysTable({ answer, ask, lines }: WaysShownProps): ReactNode {
  const best = bestOf(answer);
  return (
    <div className={classes.scroller}>
      <Table className={classes.ways} aria-label="Ways back side by side" horizontalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Td w="20%" />
            {answer.alternatives.map((way) => (
              <Table.Th key={way.kind} scope="col" ta="right" data-best={way === best || undefined}>
                <WayHead way={way} isBest={way === best} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.key} className={line.isTotal === true ? classes.total : undefined}>
              <Table.Th scope="row" fw={line.isTotal === true ? 600 : 500}>
                {line.label}
                {line.about !== undefined && (
                  <Text size="xs" c="dimmed" fw={400}>
                    {line.about}
                  </Text>
                )}
              </Table.Th>
              {answer.alternatives.map((way) => (
                <Table.Td key={way.kind} ta="right" data-best={way === best || undefined}>
                  {way.possible ? line.cell(way, best) : <NotPossible />}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row" fw={500}>
              Go on with it
            </Table.Th>
            {answer.alternatives.map((way) => (
              <Table.Td key={way.kind} ta="right" data-best={way === best || undefined}>
                <WayActions way={way} ask={ask} />
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** Why it is not possible stands at the head of the column. */
function NotPossible(): ReactNode {
  return (
    <>
      <Text size="sm" c="dimmed" span aria-hidden="true">
        –
      </Text>
      <VisuallyHidden>not possible</VisuallyHidden>
    </>
  );
}
