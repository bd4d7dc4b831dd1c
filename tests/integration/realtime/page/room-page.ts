import { MediaClient } from '#app/_client/media-client.ts'
import { mediaSlot, type MediaSlot } from '#app/_client/media-store.ts'
import { RoomClient } from '#app/_client/room-client.ts'

/** Every connection that this page has opened. */
const connections: RTCPeerConnection[] = []
globalThis.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(...options: ConstructorParameters<typeof RTCPeerConnection>) {
    super(...options)
    connections.push(this)
  }
}

/** A page with the two clients and no interface: what a room component does, by hand. */
async function openRoomPage(activity: { activityId: string; linkToken: string }) {
  const room = RoomClient.open(activity)
  const media = MediaClient.create({ room })
  const videos = new Map<MediaSlot, HTMLVideoElement>()
  media.store.subscribe(({ received }) => {
    for (const [slot, view] of Object.entries(received) as [MediaSlot, NonNullable<(typeof received)[MediaSlot]>][]) {
      const shown = videos.get(slot)
      // Who went and came back sends in another stream.
      if (view.kind !== 'video' || shown?.srcObject === view.stream) continue
      shown?.remove()
      const video = document.createElement('video')
      video.muted = true
      video.autoplay = true
      video.srcObject = view.stream
      document.body.append(video)
      videos.set(slot, video)
    }
  })
  const black = new Map<MediaSlot, { sinceMs: number | null; longestMs: number }>()
  const watchBlack = () => {
    for (const [slot, video] of videos) {
      const seen = black.get(slot) ?? { sinceMs: performance.now(), longestMs: 0 }
      black.set(slot, seen)
      if (!isBlack(video)) seen.sinceMs = null
      else {
        seen.sinceMs ??= performance.now()
        seen.longestMs = Math.max(seen.longestMs, performance.now() - seen.sinceMs)
      }
    }
    requestAnimationFrame(watchBlack)
  }
  watchBlack()
  let resets = 0
  room.on('media.reset', () => (resets += 1))
  await room.prepared()
  return {
    resets: () => resets,
    forgetBlack: () => black.clear(),
    longestBlackMs: (participantId: string) => black.get(mediaSlot(participantId, 'camera'))?.longestMs ?? 0,
    room,
    media,
    connected: () => connections.filter(({ connectionState }) => connectionState === 'connected').length,
    publishCamera: async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 }, audio: true })
      const [camera] = stream.getVideoTracks()
      const [microphone] = stream.getAudioTracks()
      if (camera === undefined || microphone === undefined) throw new Error('No devices.')
      await Promise.all([media.publish('camera', camera), media.publish('microphone', microphone)])
    },
    look: (participantId: string, widthPx: number) =>
      media.setVisible(mediaSlot(participantId, 'camera'), { widthPx, heightPx: (widthPx * 9) / 16 }),
    /** Pictures drawn so far; black ones do not count. */
    pictures: (participantId: string) => {
      const video = videos.get(mediaSlot(participantId, 'camera'))
      return video === undefined
        ? null
        : {
            widthPx: video.videoWidth,
            frames: video.getVideoPlaybackQuality().totalVideoFrames,
            isBlack: isBlack(video),
          }
    },
  }
}

function isBlack(video: HTMLVideoElement): boolean {
  if (video.videoWidth === 0) return true
  const canvas = new OffscreenCanvas(16, 9)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('No canvas.')
  context.drawImage(video, 0, 0, 16, 9)
  return context.getImageData(0, 0, 16, 9).data.every((value, index) => index % 4 === 3 || value < 8)
}

declare global {
  interface Window {
    openRoomPage: typeof openRoomPage
    page: Awaited<ReturnType<typeof openRoomPage>>
  }
}
window.openRoomPage = openRoomPage
