import type { Price, Quantity, Rate } from '../num/types.ts';

// Observations of all measures keep one kind of number; what it counts follows from the measure. All kinds have one scale.

/** What is observed, as an observation keeps it. */
export function observedValue(value: Price | Rate): Quantity {
  return value as unknown as Quantity;
}

/** Of closes. */
export function asPrice(value: Quantity): Price {
  return value as unknown as Price;
}

/** Of funding, premium, spread and ratios. */
export function asRate(value: Quantity): Rate {
  return value as unknown as Rate;
}
