import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const firefoxPath = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 90_000,
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
      use: {
        ...devices['Desktop Firefox'],
        channel: 'moz-firefox',
        launchOptions: { executablePath: firefoxPath },
      },
    },
  ].filter(({ name }) => existsSync(name === 'chromium' ? chromiumPath : firefoxPath)),
})
