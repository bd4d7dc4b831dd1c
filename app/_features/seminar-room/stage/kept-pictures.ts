const WIDTH_MAX_PX = 640

/** By what is shown: a stream, or a track of one's own. Goes with it. */
const kept = new WeakMap<object, HTMLCanvasElement>()

export const keptPicture = (shown: object): HTMLCanvasElement | null => kept.get(shown) ?? null

/** Remembers what this element shows at the moment. Nothing happens where it shows nothing. */
export function keepPicture(shown: object, { video }: { video: HTMLVideoElement }): void {
  if (video.videoWidth === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return
  const ratio = Math.min(1, WIDTH_MAX_PX / video.videoWidth)
  const canvas = kept.get(shown) ?? document.createElement('canvas')
  canvas.width = Math.round(video.videoWidth * ratio)
  canvas.height = Math.round(video.videoHeight * ratio)
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
  kept.set(shown, canvas)
}

/** Paints the remembered picture; false where there is none. */
export function paintKept(shown: object, { onto }: { onto: HTMLCanvasElement }): boolean {
  const picture = keptPicture(shown)
  if (picture === null) return false
  onto.width = picture.width
  onto.height = picture.height
  onto.getContext('2d')?.drawImage(picture, 0, 0)
  return true
}
