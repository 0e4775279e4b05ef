import { ActionIcon, Table, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState, type MouseEvent, type ReactNode } from 'react';
import { formatAge } from '../../ui/date-format.ts';
import { Explain, ExplainFigure } from '../../ui/explain.tsx';
import { useNavigation } from '../../ui/navigation.tsx';
import { DateText, MoneyText, PriceText, QuantityText, RateText } from '../../ui/numbers.tsx';
import { signOf } from '../../ui/number-format.ts';
import { Term } from '../../ui/term.tsx';
import { AssumedCost } from '../../ui/assumed-cost.tsx';
import { HoldingLots } from './holding-lots.tsx';
import { HoldingsTotals } from './holdings-totals.tsx';
import { Small } from './small.tsx';
import { hasLots, type Holding, type Holdings } from './view-model.ts';
import classes from './holdings.module.css';

export interface HoldingsTableProps {
  readonly holdings: Holdings;
  /** The asset whose lots are shown at first. */
  readonly opened: string | null;
}

/** One row an asset; a row opens to its lots. */
export function HoldingsTable({ holdings: { holdings, currency }, opened }: HoldingsTableProps): ReactNode {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(opened === null ? [] : [opened]));
  const toggle = (asset: string): void => setOpen((now) => now.symmetricDifference(new Set([asset])));
  return (
    <Table.ScrollContainer minWidth={880} type="native" pos="relative">
      <Table aria-label="Holdings" verticalSpacing="xs" horizontalSpacing={6}>
        <Head />
        <Table.Tbody>
          {holdings.map((holding) => (
            <HoldingRows
              key={holding.asset}
              holding={holding}
              currency={currency}
              open={open.has(holding.asset)}
              onToggle={() => toggle(holding.asset)}
            />
          ))}
        </Table.Tbody>
        <HoldingsTotals holdings={holdings} currency={currency} />
      </Table>
    </Table.ScrollContainer>
  );
}

function Head(): ReactNode {
  return (
    <Table.Thead className={classes.head}>
      <Table.Tr>
        <Table.Th scope="col">Asset</Table.Th>
        <Table.Th scope="col" ta="right">
          Held, at price
        </Table.Th>
        <Table.Th scope="col" ta="right">
          Value and share
        </Table.Th>
        <Table.Th scope="col" ta="right">
          <Term id="short-term">Short-term</Term> gain
        </Table.Th>
        <Table.Th scope="col" ta="right">
          <Term id="long-term">Long-term</Term> gain
        </Table.Th>
        <Table.Th scope="col">
          Next <Term id="term-countdown">long-term</Term>
        </Table.Th>
        <Table.Th scope="col" ta="right">
          Futures
        </Table.Th>
        <Table.Th scope="col" ta="right">
          <Term id="effective-exposure">Effective</Term>
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

interface HoldingRowsProps {
  readonly holding: Holding;
  readonly currency: string;
  readonly open: boolean;
  onToggle(): void;
}

function HoldingRows({ holding, currency, open, onToggle }: HoldingRowsProps): ReactNode {
  const expands = hasLots(holding);
  const clicked = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('button') === null) onToggle();
  };
  return (
    <>
      <Table.Tr
        className={classes.row}
        data-opens={expands || undefined}
        onClick={expands ? clicked : undefined}
      >
        <Cells holding={holding} currency={currency} open={open} onToggle={expands ? onToggle : null} />
      </Table.Tr>
      {open && expands && (
        <Table.Tr>
          <Table.Td colSpan={8} className={classes.nested}>
            <div className={classes.nestedLots}>
              <HoldingLots asset={holding.asset} />
            </div>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

interface CellsProps {
  readonly holding: Holding;
  readonly currency: string;
  readonly open: boolean;
  readonly onToggle: (() => void) | null;
}

function Cells({ holding, currency, open, onToggle }: CellsProps): ReactNode {
  const { asset, quantity, price, value, weight, unrealisedShort, unrealisedLong } = holding;
  const { explain, basisUnknown } = holding;
  const cash = !hasLots(holding);
  return (
    <>
      <Table.Td>
        <span className={classes.asset}>
          {onToggle === null ? (
            <span className={classes.noToggle} />
          ) : (
            <ActionIcon
              size={24}
              aria-label={`Lots of ${asset}`}
              aria-expanded={open}
              onClick={onToggle}
              className={classes.toggle}
              data-open={open || undefined}
            >
              <IconChevronRight size={16} aria-hidden="true" />
            </ActionIcon>
          )}
          <Text span fw={600} size="sm">
            <Explain id={explain} of={`holding of ${asset}`}>
              {asset}
            </Explain>
          </Text>
        </span>
        {basisUnknown && (
          <div className={classes.mark}>
            <AssumedCost />
          </div>
        )}
      </Table.Td>
      <Table.Td ta="right">
        <Why holding={holding} field="quantity" words="quantity">
          <Units holding={holding} value={quantity} />
        </Why>
        <Small>
          <PriceText value={price} currency={currency} unknown="no price" />
        </Small>
      </Table.Td>
      <Table.Td ta="right">
        <Why holding={holding} field="value" words="value">
          <MoneyText value={value} currency={currency} unknown="no price" />
        </Why>
        <Small>
          <RateText value={weight} decimals={1} unknown="no price" />
        </Small>
      </Table.Td>
      <Table.Td ta="right">
        {cash ? (
          <CashHasNone />
        ) : (
          <Why holding={holding} field="unrealisedShort" words="short-term gain">
            <MoneyText value={unrealisedShort} currency={currency} signed="gain" />
          </Why>
        )}
      </Table.Td>
      <Table.Td ta="right">
        {cash ? (
          <CashHasNone />
        ) : (
          <Why holding={holding} field="unrealisedLong" words="long-term gain">
            <MoneyText value={unrealisedLong} currency={currency} signed="gain" />
          </Why>
        )}
      </Table.Td>
      <Table.Td>
        <NextLongTerm holding={holding} />
      </Table.Td>
      <Table.Td ta="right">
        <Futures holding={holding} currency={currency} />
      </Table.Td>
      <Table.Td ta="right">
        <Why holding={holding} field="effectiveQuantity" words="effective quantity">
          <Units holding={holding} value={holding.effectiveQuantity} />
        </Why>
        <Small>
          <RateText value={holding.effectiveWeight} decimals={1} unknown="no price" />
        </Small>
      </Table.Td>
    </>
  );
}

interface WhyProps {
  readonly holding: Holding;
  readonly field: 'quantity' | 'value' | 'unrealisedShort' | 'unrealisedLong' | 'effectiveQuantity';
  readonly words: string;
  readonly children: ReactNode;
}

/** A figure that opens how it was computed; one that is not known has nothing to show. */
function Why({ holding, field, words, children }: WhyProps): ReactNode {
  if (holding[field] === null) return children;
  return (
    <ExplainFigure id={`${holding.explain}/${field}`} of={`${words} of ${holding.asset}`} quiet>
      {children}
    </ExplainFigure>
  );
}

/** Cash counts cents, coins their own decimals. */
function Units({ holding, value }: { readonly holding: Holding; readonly value: string }): ReactNode {
  return <QuantityText value={value} {...(hasLots(holding) ? {} : { decimals: 2 })} />;
}

function CashHasNone(): ReactNode {
  return <MoneyText value={null} unknown="cash has no gain" />;
}

function NextLongTerm({ holding }: { readonly holding: Holding }): ReactNode {
  const { go } = useNavigation();
  const { nextLongTerm, asset } = holding;
  if (nextLongTerm === null) {
    return (
      <>
        <Text size="sm" c="dimmed">
          none
        </Text>
        <StandsStill holding={holding} />
      </>
    );
  }
  return (
    <>
      <UnstyledButton
        className={classes.leads}
        title={`Lots of ${asset} turning long-term`}
        onClick={() => go('holdings', { tab: 'countdown', asset })}
      >
        <DateText value={nextLongTerm.date} />
      </UnstyledButton>
      <Small>{formatAge(-nextLongTerm.days)}</Small>
      <Small>
        <QuantityText value={nextLongTerm.quantity} unit={asset} />
      </Small>
      <StandsStill holding={holding} />
    </>
  );
}

/** Units that turn long-term on no day, as a hedge keeps their clock from running. */
function StandsStill({
  holding: { asset, stoppedQuantity, explain },
}: {
  readonly holding: Holding;
}): ReactNode {
  if (stoppedQuantity === null) return null;
  return (
    <Small>
      <ExplainFigure id={`${explain}/stoppedQuantity`} of={`${asset} whose clock stands still`} quiet>
        <QuantityText value={stoppedQuantity} unit={asset} />
      </ExplainFigure>{' '}
      stands still while hedged
    </Small>
  );
}

function Futures({
  holding: { futuresQuantity, futuresValue },
  currency,
}: {
  readonly holding: Holding;
  readonly currency: string;
}): ReactNode {
  if (signOf(futuresQuantity) === 'flat') {
    return (
      <Text size="sm" c="dimmed">
        none
      </Text>
    );
  }
  return (
    <>
      <QuantityText value={futuresQuantity} signed="plain" />
      <Small>
        <MoneyText value={futuresValue} currency={currency} signed="plain" />
      </Small>
    </>
  );
}
