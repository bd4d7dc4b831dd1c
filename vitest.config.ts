import { defineConfig } from 'vitest/config'

/** Real processes start in integration tests: PostgreSQL, the media worker, the service itself. */
const INTEGRATION_TIMEOUT_MS = 60_000

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout: INTEGRATION_TIMEOUT_MS,
          hookTimeout: INTEGRATION_TIMEOUT_MS,
          // One file at a time: they measure deadlines, and would take each other's processor time.
          fileParallelism: false,
        },
      },
    ],
  },
})
