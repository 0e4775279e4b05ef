import { Explain } from '../../ui/explain.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { Small } from './small.tsx';
import type { OpenLot } from './view-model.ts';

/** What a hedge did to a lot's holding period, with the way to its explanation; nothing where it did nothing. */
export function ClockNote({
  lot: { clock, asset, acquiredDate },
}: {
  readonly lot: OpenLot;
}): React.ReactNode {
  if (clock === null) return null;
  return (
    <Small>
      <Explain id={`${clock.explain}/quantity`} of={`holding period of the ${asset} lot of ${acquiredDate}`}>
        <Sentence>{clock.words}</Sentence>
      </Explain>
    </Small>
  );
}
