import { List, Text, ThemeIcon, Title } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCircleCheck,
  IconClipboardText,
  IconFlag,
  IconMinus,
  IconPlus,
  IconRubberStamp,
  IconTarget,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText, PriceText, QuantityText } from '../../../ui/numbers.tsx';
import { Answer } from '../../../ui/states.tsx';
import { unitOf, type Leg } from '../view-model.ts';
import { momentWords, timeline, type Fill, type Moment, type MomentKind } from './timeline.ts';
import classes from '../monitor.module.css';

const icons: Readonly<Record<MomentKind, Icon>> = {
  planned: IconClipboardText,
  opens: IconTarget,
  adds: IconPlus,
  reduces: IconMinus,
  closes: IconCircleCheck,
  'rolls-out': IconArrowForwardUp,
  'rolls-in': IconArrowBackUp,
  recorded: IconRubberStamp,
  exit: IconFlag,
};

/** From the plan to the close: what happened to the leg and when, with the fills behind it. */
export function LegLife({ leg }: { readonly leg: Leg }): ReactNode {
  const call = useCall('hedge.legs', {});
  return (
    <Answer of={call} what="Reading the life of the hedge">
      {({ plans, asOf }) => {
        const plan = plans.find(({ plan: id }) => id === leg.plan);
        return plan === undefined ? null : (
          <section>
            <Title order={3} mb={4}>
              Its life so far
            </Title>
            <Text size="sm" c="dimmed" mb="md">
              <Sentence>{leg.stateWords}</Sentence>
            </Text>
            <ol className={classes.life}>
              {timeline(leg, plan, asOf).map((moment) => (
                <MomentItem key={moment.key} moment={moment} leg={leg} />
              ))}
            </ol>
          </section>
        );
      }}
    </Answer>
  );
}

function MomentItem({ moment, leg }: { readonly moment: Moment; readonly leg: Leg }): ReactNode {
  const Icon = icons[moment.kind];
  return (
    <li className={classes.moment}>
      <ThemeIcon
        size={24}
        radius="xl"
        variant={moment.ahead ? 'default' : 'light'}
        color={moment.kind === 'closes' ? 'teal' : 'hedge'}
        aria-hidden="true"
      >
        <Icon size={14} />
      </ThemeIcon>
      <div>
        <Text size="sm" fw={600}>
          {momentWords[moment.kind]}{' '}
          <Text span size="sm" c="dimmed" fw={400}>
            <DateText value={moment.time} time={moment.time.length > 10} />
          </Text>
        </Text>
        {moment.words !== null && (
          <Text size="sm">
            <Sentence>{moment.words}</Sentence>
          </Text>
        )}
        {moment.fills.length > 0 && (
          <List listStyleType="none" spacing={2} mt={2}>
            {moment.fills.map((fill) => (
              <List.Item key={fill.event}>
                <FillLine fill={fill} asset={leg.asset} />
              </List.Item>
            ))}
          </List>
        )}
      </div>
    </li>
  );
}

export interface FillLineProps {
  readonly fill: Pick<Fill, 'side' | 'quantity' | 'unit' | 'quote' | 'symbol' | 'price' | 'file' | 'line'>;
  readonly asset: string;
}

/** "Sell 0.06 BTC of BTCUSDT_261225 at $64,000.00": one row of a file, and where it stands. */
export function FillLine({ fill, asset }: FillLineProps): ReactNode {
  return (
    <>
      <Text size="sm">
        {fill.side === 'sell' ? 'Sell' : 'Buy'}{' '}
        <QuantityText value={fill.quantity} unit={unitOf({ ...fill, asset })} /> of{' '}
        <Sentence>{fill.symbol}</Sentence> at <PriceText value={fill.price} hideable />
      </Text>
      <Text size="xs" c="dimmed">
        {fill.file}, line {fill.line}
      </Text>
    </>
  );
}
