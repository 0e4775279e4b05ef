import '@mantine/core/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './theme/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { invariant } from '../shared/invariant.ts';
import { App } from './app.tsx';
import { giveNonceToScrollLock } from './theme/nonce.ts';

giveNonceToScrollLock();
const root = document.getElementById('root');
invariant(root !== null, 'index.html has a #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
