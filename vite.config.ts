import { existsSync } from 'node:fs'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright, PlaywrightBrowserProvider } from '@vitest/browser-playwright'
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
const unpatchedFirefox = playwright({
  launchOptions: {
    channel: 'moz-firefox',
    executablePath: browserPath('FIREFOX_PATH', ['/usr/bin/firefox-esr', '/usr/bin/firefox']),
  },
})

/**
 * An unpatched Firefox does not always tell the names of frames, and Vitest looks for that of its tests by name: for
 * the whole of a file no click would find it. It is the only frame of the page.
 */
const firefox: typeof unpatchedFirefox = {
  ...unpatchedFirefox,
  providerFactory(project) {
    const provider = unpatchedFirefox.providerFactory(project)
    if (!(provider instanceof PlaywrightBrowserProvider)) return provider
    const commandsContext = provider.getCommandsContext.bind(provider)
    provider.getCommandsContext = (sessionId) => {
      const context = commandsContext(sessionId)
      const { page } = context
      const frame = async () =>
        page.frames().findLast((one) => one.parentFrame() === page.mainFrame()) ?? context.frame()
      return { ...context, frame }
    }
    return provider
  },
}

/** Met before the first test, so that no dependency is found late and reloads the page. */
const optimizeDeps = {
  include: [
    'react',
    'react-dom',
    'react-dom/client',
    'react/jsx-runtime',
    'react/jsx-dev-runtime',
    'loadline > @tanstack/react-query',
    'loadline > @tanstack/react-virtual',
    'loadline > axios',
    'loadline > lucide-react',
    'loadline > react-dropzone',
    'loadline > react-hook-form',
    'loadline > @tanstack/react-form',
    'loadline > vitest-browser-react',
    'loadline > zustand/vanilla',
  ],
}

/** What is awaited may take long where two browsers and their servers share two processors. */
const patience = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 10_000 } },
  setupFiles: ['./e2e/support/wait-longer.ts'],
}

/** Every story is played, and looked over by axe, in each of these. */
const storyModes = Object.entries({
  light: {},
  'dark-rtl': { theme: 'dark', direction: 'rtl' },
}).map(([name, globals]) => ({
  browser: 'chromium' as const,
  name: `stories-${name}`,
  provide: { 'storybook/test-initial-globals': globals },
}))

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          ...patience,
          name: 'unit',
          environment: 'node',
          include: ['{packages,apps,scripts,e2e}/**/*.test.{ts,mts}', '**/*.jsdom.test.tsx'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts'],
          // Modules that import each other without a file's ending, which Node alone does not resolve.
          server: { deps: { inline: [/@rocket\.chat\//] } },
        },
      },
      {
        plugins: [react()],
        resolve,
        optimizeDeps,
        test: {
          ...patience,
          name: 'browser',
          include: ['{packages,e2e}/**/*.browser.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**', 'e2e/deep/**'],
          globalSetup: './e2e/support/browser-backend.ts',
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
        resolve,
        optimizeDeps,
        test: {
          ...patience,
          name: 'rados',
          include: ['e2e/deep/**/*.browser.test.ts'],
          globalSetup: './e2e/deep/rados-backend.ts',
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: chromium,
            instances: [
              { browser: 'chromium', name: 'rados-chromium' },
              { browser: 'firefox', name: 'rados-firefox', provider: firefox },
            ],
          },
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        resolve,
        optimizeDeps,
        test: {
          ...patience,
          name: 'storybook',
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: chromium,
            instances: storyModes,
          },
        },
      },
      {
        plugins: [react()],
        resolve,
        optimizeDeps,
        test: {
          ...patience,
          name: 'stories-pseudo',
          include: ['.storybook/*.browser.test.tsx'],
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
