/**
 * Makes something of an object once and keeps it as long as the object lives: lists and indexes that a screen asks for
 * page after page, of facts or figures that change only when the ledger or the day does.
 */
export function keptFor<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const kept = new WeakMap<Of, { readonly made: Made }>();
  return (of) => {
    let known = kept.get(of);
    if (known === undefined) kept.set(of, (known = { made: make(of) }));
    return known.made;
  };
}
