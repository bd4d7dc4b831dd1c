import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Real processes start in integration tests: PostgreSQL, the media worker, the service itself. */
const INTEGRATION_TIMEOUT_MS = 60_000

/** Route handlers are asked here as Next asks them: on the server. */
const SERVER_ONLY = fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url))

/** Pictures and sound, rooms, and the service as a process. */
const LIVE = ['collab', 'media', 'realtime', 'recording', 'replay', 'start', 'support'].map(
  (area) => `tests/integration/${area}/**/*.test.ts`,
)

const INTEGRATION = {
  include: ['tests/integration/**/*.test.ts'],
  globalSetup: ['tests/support/database-server.ts'],
  testTimeout: INTEGRATION_TIMEOUT_MS,
  hookTimeout: INTEGRATION_TIMEOUT_MS,
}

export default defineConfig({
  resolve: { alias: [{ find: /^server-only$/, replacement: SERVER_ONLY }] },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000 } },
      { extends: true, test: { ...INTEGRATION, name: 'integration', exclude: LIVE, maxWorkers: 2 } },
      // One file at a time: they measure deadlines, and would take each other's processor time.
      {
        extends: true,
        test: { ...INTEGRATION, name: 'live', include: LIVE, fileParallelism: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
