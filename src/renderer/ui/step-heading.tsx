import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './step-list.module.css';
import { useFocusFirst } from './use-focus-first.ts';

export interface StepHeadingProps {
  readonly title: string;
  readonly about?: ReactNode;
}

/** The heading of a wizard's step. It takes the focus when the step appears, so that the keyboard and the ear go on there. */
export function StepHeading({ title, about }: StepHeadingProps): ReactNode {
  const heading = useFocusFirst<HTMLHeadingElement>();
  return (
    <div>
      <Title order={2} size="h3" ref={heading} tabIndex={-1} className={classes.heading}>
        {title}
      </Title>
      {about !== undefined && <Text c="dimmed">{about}</Text>}
    </div>
  );
}
