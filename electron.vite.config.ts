import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Packages under "dependencies" in package.json (a native module and one that finds its own files) stay
// outside the bundles and are loaded from node_modules; everything else is bundled.
export default defineConfig({
  main: {
    build: {
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          cli: 'src/main/cli/main.ts',
          core: 'src/main/core/main.ts',
          // The thread in which the solver runs.
          'solve-worker': 'src/main/solver/solve-worker.ts',
        },
        // Beside the entries, so that import.meta.dirname is out/main everywhere.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed window loads one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    // Served from app://hedgerow/ and https://hedgerow.localhost/.
    base: './',
    plugins: [react()],
    build: {
      rolldownOptions: { input: 'src/renderer/index.html' },
      // The content security policy takes no inline scripts and no data: fonts.
      assetsInlineLimit: 0,
      minify: true,
      modulePreload: { polyfill: false },
    },
  },
});
