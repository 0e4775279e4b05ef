import { createSpotlight } from '@mantine/spotlight';

/** The palette's own store: who opens it need not know what is in it. */
export const [paletteStore, palette] = createSpotlight();
