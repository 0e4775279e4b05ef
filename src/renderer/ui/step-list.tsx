import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './step-list.module.css';

export interface StepListProps {
  readonly steps: readonly string[];
  /** Index of the step under way; `steps.length` when all are done. */
  readonly active: number;
}

/** Where one is in a wizard. It only shows; the way back is a button of the step itself. */
export function StepList({ steps, active }: StepListProps): ReactNode {
  return (
    <ol className={classes.steps} aria-label="Steps">
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-state={index < active ? 'done' : index === active ? 'active' : 'ahead'}
          aria-current={index === active ? 'step' : undefined}
        >
          <span className={classes.mark} aria-hidden="true">
            {index < active ? <IconCheck size={14} stroke={2.5} /> : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
