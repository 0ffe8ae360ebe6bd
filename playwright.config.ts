import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { defineConfig, devices } from '@playwright/test'

const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const firefoxPath = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr'

// The packages' source, as in every other test: nothing need be built.
registerHooks({
  resolve: (specifier, context, nextResolve) =>
    nextResolve(specifier, {
      ...context,
      conditions: ['loadline-source', ...(context.conditions ?? [])],
    }),
})

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 90_000,
  // Two browsers and their servers may share two processors.
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: {
          executablePath: chromiumPath,
          // Without a language set, Chromium drops files whose names have letters beyond ASCII from those it is given.
          env: { ...process.env, LC_CTYPE: 'C.UTF-8' },
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
      },
    },
    {
      name: 'firefox',
      // Their time is Firefox's answer to each key and click: they are among the long tests.
      ...(process.env['LOADLINE_DEEP'] === undefined && { grepInvert: /@slow/ }),
      use: {
        ...devices['Desktop Firefox'],
        channel: 'moz-firefox',
        launchOptions: { executablePath: firefoxPath },
      },
    },
  ].filter(({ name }) => existsSync(name === 'chromium' ? chromiumPath : firefoxPath)),
})
