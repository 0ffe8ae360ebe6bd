import { existsSync } from 'node:fs'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

/** Workspace packages are read from source. */
const source = 'loadline-source'
const resolve = { conditions: [source, ...defaultClientConditions] }
const ssr = {
  resolve: {
    conditions: [source, ...defaultServerConditions],
    externalConditions: [source, 'node', 'module-sync'],
  },
}

const chromium = playwright({
  launchOptions: {
    executablePath: browserPath('CHROMIUM_PATH', ['/usr/bin/chromium', '/usr/bin/google-chrome']),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
})

/** `channel` is what makes this Playwright speak to an unpatched Firefox. */
const firefox = playwright({
  launchOptions: {
    channel: 'moz-firefox',
    executablePath: browserPath('FIREFOX_PATH', ['/usr/bin/firefox-esr', '/usr/bin/firefox']),
  },
})

/** Met before the first test, so that no dependency is found late and reloads the page. */
const optimizeDeps = {
  include: [
    'react',
    'react-dom',
    'react-dom/client',
    'react/jsx-runtime',
    'react/jsx-dev-runtime',
    'loadline > @tanstack/react-query',
    'loadline > axios',
    'loadline > lucide-react',
    'loadline > vitest-browser-react',
    'loadline > zustand/vanilla',
  ],
}

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{packages,apps,scripts,e2e}/**/*.test.{ts,mts}'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts'],
        },
      },
      {
        plugins: [react()],
        resolve,
        optimizeDeps,
        test: {
          name: 'browser',
          include: ['{packages,e2e}/**/*.browser.test.{ts,tsx}'],
          globalSetup: './e2e/support/browser-backend.ts',
          // Vitest sometimes loses its own frame in an unpatched Firefox, and says so: nothing of ours ran then.
          retry: { count: 2, condition: /Cannot find "vitest-iframe" on the page/ },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: chromium,
            instances: [
              { browser: 'chromium', name: 'chromium' },
              { browser: 'firefox', name: 'firefox', provider: firefox },
            ],
          },
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        resolve,
        optimizeDeps,
        test: {
          name: 'storybook',
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: chromium,
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})

function browserPath(variable: string, usual: readonly string[]): string {
  return process.env[variable] ?? usual.find((path) => existsSync(path)) ?? usual[0] ?? ''
}
