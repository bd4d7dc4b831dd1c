/**
 * Remembers what a page makes and does not show: streams of its own devices, and media elements that never enter the
 * document. Changes nothing that the page sees. Injected before the page's own scripts.
 */
export const ownStreams: { kind: 'camera' | 'screen'; stream: MediaStream }[] = []
const detachedElements = new Set<HTMLMediaElement>()

export function rememberPageMedia(): void {
  // Pages without a secure origin have no devices.
  if ('MediaDevices' in globalThis) {
    const devices = MediaDevices.prototype
    const { getUserMedia, getDisplayMedia } = devices
    devices.getUserMedia = async function (...options) {
      const stream = await getUserMedia.apply(this, options)
      ownStreams.push({ kind: 'camera', stream })
      return stream
    }
    devices.getDisplayMedia = async function (...options) {
      const stream = await getDisplayMedia.apply(this, options)
      ownStreams.push({ kind: 'screen', stream })
      return stream
    }
  }
  const { play } = HTMLMediaElement.prototype
  HTMLMediaElement.prototype.play = function () {
    detachedElements.add(this)
    return play.call(this)
  }
}

/** Every media element of the document, and every other one that was ever played. */
export const pageMedia = (): HTMLMediaElement[] => [
  ...new Set([...document.querySelectorAll<HTMLMediaElement>('audio, video'), ...detachedElements]),
]

/** The newest track of this kind that the page got from its camera and microphone and has not ended. */
export const ownTrack = (kind: 'audio' | 'video'): MediaStreamTrack | null =>
  ownStreams
    .filter((own) => own.kind === 'camera')
    .flatMap((own) => own.stream.getTracks())
    .findLast((track) => track.kind === kind && track.readyState === 'live') ?? null
