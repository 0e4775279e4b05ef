/** Paths that try to reach a file that the page does not have: every way of writing "..", and files that lie nearby. */
export function traversalCorpus(): string[] {
  const dots = [
    '..',
    '%2e%2e',
    '%2E%2E',
    '.%2e',
    '%2e.',
    '..%00',
    '%252e%252e',
    '..;',
    '%c0%ae%c0%ae',
    '．．',
    '....',
    '..%20',
  ];
  const slashes = ['/', '%2f', '%2F', '\\', '%5c', '%5C', '%252f', '//', '/./', '%c0%af'];
  const targets = ['etc/passwd', 'main/index.js', 'package.json', 'preload/index.cjs', 'C:/Windows/win.ini'];
  const paths: string[] = [];
  for (const dot of dots) {
    for (const slash of slashes) {
      for (const target of targets)
        paths.push(`/${dot}${slash}${target}`, `/assets/${dot}${slash}${dot}${slash}${target}`);
    }
  }
  const odd = [
    '',
    '/.',
    '/..',
    '/assets',
    '/assets/',
    '//',
    '/index.html/',
    '/index.html%00',
    '/INDEX.HTML',
    '/./index.html',
  ];
  return [
    ...paths,
    ...odd,
    '/file:///etc/passwd',
    '/~/.ssh/id_rsa',
    '/.git/config',
    '/app.js.map',
    '/\u0000',
    '/index.html/../app.js',
  ];
}
