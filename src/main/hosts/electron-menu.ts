import type { MenuItemConstructorOptions } from 'electron';

/** Edit, zoom and window: nothing that reloads the page or opens its tools, apart from development. */
export function menuTemplate(platform: NodeJS.Platform, development: boolean): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
  ];
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: development ? [...view, { role: 'reload' }, { role: 'toggleDevTools' }] : view,
    },
    { role: 'windowMenu' },
  ];
}
