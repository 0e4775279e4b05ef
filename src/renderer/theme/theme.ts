import {
  Accordion,
  ActionIcon,
  Alert,
  Badge,
  Autocomplete,
  Collapse,
  Drawer,
  HoverCard,
  Input,
  Modal,
  Notification,
  Paper,
  PasswordInput,
  Select,
  Table,
  Tooltip,
  alpha,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** A hedgerow in June. */
const hedge: MantineColorsTuple = [
  '#f1f7ef',
  '#e1eddd',
  '#c5dbbe',
  '#a5c79b',
  '#88b57d',
  '#6ea263',
  '#578c4d',
  '#437539',
  '#38672f',
  '#2a5123',
];

/** Greys with a little leaf in them. */
const gray: MantineColorsTuple = [
  '#f7f8f5',
  '#eff1ec',
  '#e4e7df',
  '#d5d9cf',
  '#bfc5b8',
  '#9aa293',
  '#6d7567',
  '#525a4d',
  '#373d34',
  '#22271f',
];

const dark: MantineColorsTuple = [
  '#dfe3db',
  '#b7bdb2',
  '#8d9488',
  '#6b7267',
  '#454c42',
  '#363c34',
  '#2a2f28',
  '#1f241e',
  '#171b16',
  '#10130f',
];

const sans =
  "Inter, 'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, 'Noto Sans', 'Liberation Sans', sans-serif";

const closeButtonProps = { 'aria-label': 'Close' };

/** A layer's header is no second banner of the page. */
const headerOfLayer = { header: { role: 'presentation' } };

const layerTitle = { title: { fontSize: '1.125rem', fontWeight: 650 } };

/** The list scrolls by itself: a scroll area around it would be a stop that the keyboard cannot reach. */
const plainList = {
  defaultProps: { withScrollArea: false },
  styles: { options: { maxHeight: 240, overflowY: 'auto' as const } },
};

/** Contrast: shade 9 on light and 8 on dark carry white text; text over a filled colour is chosen by its luminance. */
export const theme = createTheme({
  colors: { hedge, gray, dark },
  primaryColor: 'hedge',
  primaryShade: { light: 9, dark: 8 },
  autoContrast: true,
  luminanceThreshold: 0.19,
  black: '#1c211a',
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'md',
  fontFamily: sans,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'SF Mono', 'DejaVu Sans Mono', monospace",
  headings: {
    fontFamily: sans,
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.375rem', lineHeight: '1.3' },
      h3: { fontSize: '1.125rem', lineHeight: '1.35' },
      h4: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  components: {
    // What slides open moves under the pointer: a press that meets it on its way would hit nothing.
    Accordion: Accordion.extend({ defaultProps: { transitionDuration: 0 } }),
    Collapse: Collapse.extend({ defaultProps: { transitionDuration: 0 } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Autocomplete: Autocomplete.extend(plainList),
    Alert: Alert.extend({ defaultProps: { variant: 'light' } }),
    // A badge is a few words: in a narrow cell the cell gives way.
    Badge: Badge.extend({ styles: { root: { flexShrink: 0, minWidth: 'max-content' } } }),
    Drawer: Drawer.extend({
      defaultProps: { closeButtonProps, attributes: headerOfLayer },
      styles: layerTitle,
    }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    HoverCard: HoverCard.extend({ defaultProps: { shadow: 'md', withArrow: true } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, closeButtonProps, attributes: headerOfLayer },
      styles: layerTitle,
    }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps },
      styles: { description: { color: 'var(--mantine-color-dimmed)' } },
    }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'lg' } }),
    PasswordInput: PasswordInput.extend({
      defaultProps: {
        visibilityToggleButtonProps: { 'aria-label': 'Show or hide what is typed', tabIndex: 0 },
      },
    }),
    Select: Select.extend(plainList),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'xs' } }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 300 } }),
  },
});

/** Text of each colour as it must be to read on the page and on its own light background: 4.5 : 1 at least. */
const textOnLight = {
  hedge: '#2a5123',
  green: '#1d5f2b',
  teal: '#06594a',
  red: '#a51d1d',
  yellow: '#724000',
  orange: '#8f2d06',
  blue: '#124b82',
  gray: '#525a4d',
} as const;

const textOnDark = {
  hedge: '#a5c79b',
  green: '#8ce99a',
  teal: '#63e6be',
  red: '#ffa8a8',
  yellow: '#ffe066',
  orange: '#ffc078',
  blue: '#a5d8ff',
  gray: '#b7bdb2',
} as const;

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...textVariables(textOnLight),
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': textOnLight.red,
    '--mantine-color-default-border': '#d5d9cf',
    '--hedgerow-canvas': '#f5f7f2',
    '--hedgerow-rail': '#edf1e9',
    '--hedgerow-surface': 'var(--mantine-color-body)',
    '--hedgerow-hover': '#f1f4ee',
    '--hedgerow-field-border': '#868f7f',
    '--hedgerow-gain': '#0a665b',
    '--hedgerow-loss': '#a13a10',
  },
  dark: {
    ...textVariables(textOnDark),
    ...paleBackgrounds(textOnDark),
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': textOnDark.red,
    '--mantine-color-default-border': '#3a4137',
    '--hedgerow-canvas': '#171b16',
    '--hedgerow-rail': '#121511',
    '--hedgerow-surface': 'var(--mantine-color-body)',
    '--hedgerow-hover': '#272c25',
    '--hedgerow-field-border': '#778071',
    '--hedgerow-gain': '#63d2bd',
    '--hedgerow-loss': '#ffa274',
  },
});

function textVariables(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([color, value]) => [
      [`--mantine-color-${color}-text`, value],
      [`--mantine-color-${color}-light-color`, value],
    ]),
  );
}

/** Behind text of the same colour on dark: a breath of it, not the deep shade of the palette. */
function paleBackgrounds(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([color, value]) => [
      [`--mantine-color-${color}-light`, alpha(value, 0.1)],
      [`--mantine-color-${color}-light-hover`, alpha(value, 0.16)],
    ]),
  );
}
