import { createAdapter } from '@socket.io/redis-streams-adapter'
import { createClient } from 'redis'
import type { Log } from '#server/usecases/ports.ts'
import type { RealtimeOptions } from './create-realtime.ts'

/**
 * Between nodes go only orders about persons (`closePerson`): what happens in a room stays on the node that owns it, so a
 * Redis that is away stops no seminar.
 */
export async function connectRedisAdapter({ url, log }: { url: string; log: Log }): Promise<{
  adapter: NonNullable<RealtimeOptions['adapter']>
  close: () => Promise<void>
}> {
  const client = createClient({ url })
  client.on('error', (err: unknown) => log.warn({ err }, 'redis_away'))
  await client.connect()
  return {
    adapter: createAdapter(client),
    close: async () => {
      await client.close()
    },
  }
}
