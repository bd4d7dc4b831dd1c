import { MediaClient } from '#app/_client/media-client.ts'
import { RoomClient } from '#app/_client/room-client.ts'
import type { RoomInput, RoomRequestName } from '#core/contract/room-requests.ts'
import { DrawnCamera } from './drawn-camera.ts'

const HUE_STEP = 47
const TONE_HZ = 220

interface Member {
  room: RoomClient
  media: MediaClient
  camera: DrawnCamera
}

const members = new Map<string, Member>()

function memberOf(name: string): Member {
  const member = members.get(name)
  if (member === undefined) throw new Error(`Nobody of the crowd is called ${name}.`)
  return member
}

/** What a test may have its crowd do. Every member is the product's own client, several of them in one page. */
const crowdPage = {
  /** As whom the page's cookies name at this moment. Resolves when the seat is taken and, on stage, the camera is sent. */
  async enter({ name, activityId }: { name: string; activityId: string }): Promise<void> {
    const room = RoomClient.open({ activityId })
    const media = MediaClient.create({ room })
    const camera = new DrawnCamera({ hue: members.size * HUE_STEP })
    members.set(name, { room, media, camera })
    await room.join({ wantsStage: true })
    const { me, room: state } = room.store.getState()
    if (me !== null && state.stage.includes(me)) await media.publish('camera', camera.track)
  },

  async ask<N extends RoomRequestName>({
    name,
    request,
    input,
  }: {
    name: string
    request: N
    input: RoomInput<N>
  }): Promise<void> {
    await memberOf(name).room.request(request, input)
  },

  /** Says so many things, one after the other. */
  async say({ name, texts }: { name: string; texts: readonly string[] }): Promise<void> {
    const { room } = memberOf(name)
    for (const text of texts) {
      await room.request('chat.send', { text, replyTo: null, dedupeKey: crypto.randomUUID() })
    }
  },

  setStill({ name, isStill }: { name: string; isStill: boolean }): void {
    memberOf(name).camera.setStill(isStill)
  },

  /** A tone that the server takes for speech. */
  async hum(name: string): Promise<void> {
    const context = new AudioContext()
    const tone = context.createOscillator()
    tone.frequency.value = TONE_HZ
    const out = context.createMediaStreamDestination()
    tone.connect(out)
    tone.start()
    const [track] = out.stream.getAudioTracks()
    if (track === undefined) throw new Error('This browser makes no sound.')
    await memberOf(name).media.publish('microphone', track)
  },

  async hush(name: string): Promise<void> {
    await memberOf(name).media.unpublish('microphone')
  },

  async leave(name: string): Promise<void> {
    const { room, media, camera } = memberOf(name)
    members.delete(name)
    await room.leave()
    media.close()
    camera.close()
  },
}

export type CrowdPage = typeof crowdPage
Object.assign(globalThis, { tongkeCrowd: crowdPage })
