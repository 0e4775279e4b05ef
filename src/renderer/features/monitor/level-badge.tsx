import { Badge } from '@mantine/core';
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircleCheck,
  IconEye,
  IconHelpCircle,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { levelWords, type Level } from './view-model.ts';

export interface Look {
  readonly color: string;
  readonly icon: Icon;
}

/** How urgent something is: never by colour alone. */
export const levelLooks: Readonly<Record<Level, Look>> = {
  danger: { color: 'red', icon: IconAlertOctagon },
  act: { color: 'orange', icon: IconAlertTriangle },
  watch: { color: 'yellow', icon: IconEye },
  calm: { color: 'teal', icon: IconCircleCheck },
};

export interface LevelBadgeProps {
  readonly level: Level;
  /** In place of the level's own words. */
  readonly words?: string;
}

export function LevelBadge({ level, words }: LevelBadgeProps): ReactNode {
  const { color, icon: Icon } = levelLooks[level];
  return (
    <Badge
      variant="light"
      color={color}
      tt="none"
      leftSection={<Icon size={14} aria-hidden="true" />}
      data-level={level}
    >
      {words ?? levelWords[level]}
    </Badge>
  );
}

/** The words of a test's or risk's outcome. */
export const outcomeLooks = {
  danger: { ...levelLooks.danger, word: 'Danger' },
  watch: { ...levelLooks.watch, word: 'Watch' },
  fine: { ...levelLooks.calm, word: 'Fine' },
  unknown: { color: 'gray', icon: IconHelpCircle, word: 'Not known' },
} as const;

export function OutcomeBadge({ state }: { readonly state: keyof typeof outcomeLooks }): ReactNode {
  const { color, icon: Icon, word } = outcomeLooks[state];
  return (
    <Badge variant="light" color={color} tt="none" leftSection={<Icon size={14} aria-hidden="true" />}>
      {word}
    </Badge>
  );
}
