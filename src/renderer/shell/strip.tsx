import {
  ActionIcon,
  AppShell,
  Button,
  Divider,
  Group,
  Kbd,
  Menu,
  Text,
  Tooltip,
  useMantineColorScheme,
} from '@mantine/core';
import {
  IconCheck,
  IconEye,
  IconEyeOff,
  IconKeyboard,
  IconLock,
  IconMoonStars,
  IconSearch,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../shared/contract/contract.ts';
import { AsOf } from '../ui/as-of.tsx';
import { useHideAmounts } from '../ui/hide-amounts.tsx';
import { themeWords, type ShellAction, type ShellActions } from './actions.ts';
import classes from './shell.module.css';

export interface StripProps {
  readonly status: CallAnswer<'ledger.status'>;
  readonly actions: ShellActions;
}

/** What holds for every screen: which ledger, prices of when, which tax year; and what can be done anywhere. */
export function Strip({ status, actions }: StripProps): ReactNode {
  const { hidden } = useHideAmounts();
  return (
    <AppShell.Header className={classes.strip} px="lg">
      <Group gap="md" wrap="nowrap" className={classes.facts}>
        <Text fw={600} truncate maw={280} title={status.path ?? undefined}>
          {status.name}
        </Text>
        <Divider orientation="vertical" />
        <AsOf pricesDay={status.pricesDay} today={status.asOf} />
        <Divider orientation="vertical" className={classes.roomy} />
        <Text size="sm" className={classes.roomy}>
          Tax year {status.taxYear}
        </Text>
      </Group>
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="default"
          size="xs"
          visibleFrom="md"
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          rightSection={<Kbd size="xs">Ctrl K</Kbd>}
          onClick={actions.search.run}
        >
          Search
        </Button>
        <StripButton action={actions.search} icon={IconSearch} hiddenFrom="md" />
        <StripButton action={actions.hideAmounts} icon={hidden ? IconEyeOff : IconEye} pressed={hidden} />
        <ThemeMenu actions={actions} />
        <StripButton action={actions.showKeys} icon={IconKeyboard} />
        <Button
          variant="light"
          size="xs"
          visibleFrom="md"
          leftSection={<IconLock size={14} aria-hidden="true" />}
          onClick={actions.lock.run}
        >
          Lock
        </Button>
        <StripButton action={actions.lock} icon={IconLock} hiddenFrom="md" />
      </Group>
    </AppShell.Header>
  );
}

interface StripButtonProps {
  readonly action: ShellAction;
  readonly icon: Icon;
  readonly pressed?: boolean;
  /** Stands only where the window is narrower. */
  readonly hiddenFrom?: 'md';
}

function StripButton({ action, icon: Icon, pressed, hiddenFrom }: StripButtonProps): ReactNode {
  return (
    <Tooltip label={action.keys === undefined ? action.label : `${action.label} (${action.keys})`}>
      <ActionIcon
        size="lg"
        aria-label={action.label}
        aria-pressed={pressed}
        onClick={action.run}
        {...(hiddenFrom === undefined ? {} : { hiddenFrom })}
      >
        <Icon size={18} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}

function ThemeMenu({ actions }: { readonly actions: ShellActions }): ReactNode {
  const { colorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon size="lg" aria-label="Light or dark">
          <IconMoonStars size={18} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.themes.map(({ id, scheme, run }) => (
          <Menu.Item
            key={id}
            onClick={run}
            aria-current={colorScheme === scheme}
            leftSection={<IconCheck size={14} aria-hidden="true" opacity={colorScheme === scheme ? 1 : 0} />}
          >
            {themeWords[scheme]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
