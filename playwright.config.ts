import { defineConfig, devices } from '@playwright/test'

/** Playwright downloads no browser here: Debian's Chromium is what the preparation installs. */
const CHROMIUM = '/usr/bin/chromium'

const TEST_TIMEOUT_MS = 120_000

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  timeout: TEST_TIMEOUT_MS,
  // Real cameras, a real media worker, two processors: one test at a time, and no second chance.
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  outputDir: 'test-results',
  use: {
    ...devices['Desktop Chrome'],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Without pictures: a screencast of every page takes the processor time that cameras and decoders need.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
      ],
    },
  },
})
