import { createAdapter } from '@socket.io/redis-streams-adapter'
import { createClient } from 'redis'
import type { Log } from '#server/usecases/ports.ts'
import type { RealtimeOptions } from './create-realtime.ts'

const CONNECT_TIMEOUT_MS = 5_000
const RETRY_STEP_MS = 100
const RETRY_MAX_MS = 2_000

/**
 * Between nodes go only orders about persons (`closePerson`): what happens in a room stays on the node that owns it, so a
 * Redis that is away stops no seminar. Rejects where there is none at the start.
 */
export async function connectRedisAdapter({ url, log }: { url: string; log: Log }): Promise<{
  adapter: NonNullable<RealtimeOptions['adapter']>
  close: () => Promise<void>
}> {
  let wasThere = false
  const client = createClient({
    url,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      // One that was never there is a mistake of the configuration; one that goes away comes back.
      reconnectStrategy: (retries) => wasThere && Math.min(retries * RETRY_STEP_MS, RETRY_MAX_MS),
    },
  })
  client.on('error', (err: unknown) => {
    if (wasThere) log.warn({ err }, 'redis_away')
  })
  await client.connect()
  wasThere = true
  return {
    adapter: createAdapter(client),
    close: async () => {
      await client.close()
    },
  }
}
