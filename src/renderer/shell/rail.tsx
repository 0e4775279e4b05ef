import { AppShell, Kbd, NavLink, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigation } from '../ui/navigation.tsx';
import { Logo } from '../ui/logo.tsx';
import { hashOf } from './place.ts';
import { screens } from './screens.tsx';
import classes from './shell.module.css';

const inRail = screens.filter(({ under }) => under === undefined);

/** The screens, one below the other. Where the window is narrow only the icons stay; their names are still read out. */
export function Rail({ keysOn }: { readonly keysOn: boolean }): ReactNode {
  const { screen } = useNavigation();
  const current = screens.find(({ id }) => id === screen)?.under ?? screen;
  return (
    <AppShell.Navbar className={classes.rail} aria-label="Screens" p="sm">
      <div className={classes.brand}>
        <Logo />
        <Text fw={650} size="lg" className={classes.railWord}>
          Hedgerow
        </Text>
      </div>
      {inRail.map(({ id, label, letter, icon: Icon }) => (
        <NavLink
          key={id}
          href={hashOf(id)}
          active={current === id}
          aria-current={current === id ? 'page' : undefined}
          label={<span className={classes.railWord}>{label}</span>}
          leftSection={<Icon size={20} stroke={1.6} aria-hidden="true" />}
          rightSection={
            keysOn && (
              <Kbd size="xs" aria-hidden="true" className={classes.railWord}>
                g {letter}
              </Kbd>
            )
          }
          className={classes.link}
        />
      ))}
    </AppShell.Navbar>
  );
}
