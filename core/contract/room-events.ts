import { z } from 'zod'
import { id } from './fields.ts'
import { COMMON_VIDEO_CODEC, producerInfo } from './media.ts'
import { timelineEvent } from './timeline.ts'

/**
 * What the server tells a room's clients unasked. `timeline` is ordered by `seq` without gaps; the others are
 * ephemeral, may be lost, and are valid until the next of their kind.
 */
export const roomEvents = {
  timeline: z.object({ events: z.array(timelineEvent).min(1) }),
  'media.producer-added': producerInfo,
  'media.producer-removed': z.object({ producerId: id }),
  'media.producer-paused': z.object({ producerId: id, paused: z.boolean() }),
  'media.consumer-closed': z.object({ consumerId: id }),
  /** Which simulcast layer arrives now; null: none, the picture stands still. */
  'media.consumer-layer': z.object({ consumerId: id, spatialLayer: z.number().int().nullable() }),
  /** The host muted one's own producer: stop sending from this source. */
  'media.muted-by-host': z.object({ producerId: id }),
  /** Somebody's browser cannot play one's own producer: send pictures in this codec from now on. */
  'media.codec-wanted': z.object({ producerId: id, mimeType: z.literal(COMMON_VIDEO_CODEC) }),
  /** Loudest first, levels in dBov (−127 … 0). */
  'media.speaking': z.object({ speakers: z.array(z.object({ participantId: id, level: z.number() })) }),
  /** Bars 0–3 of what arrives at the server from each participant that has changed. */
  'media.quality': z.object({ bars: z.record(z.string(), z.number().int().min(0).max(3)) }),
  /** Media of this room died and stands anew: make transports again; seats, roles and hands are kept. */
  'media.reset': z.object({}),
  /** The last message on this socket. */
  'room.closed': z.object({ reason: z.enum(['removed', 'replaced', 'ended', 'access-lost', 'server-stopping']) }),
} as const

export type RoomEvents = typeof roomEvents
export type RoomEventName = keyof RoomEvents
export type RoomEvent<N extends RoomEventName> = z.output<RoomEvents[N]>
export const roomEventNames = Object.keys(roomEvents) as RoomEventName[]
