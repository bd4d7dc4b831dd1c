/** Resolves when the first picture of a video track has been decoded: packets alone are none before a keyframe. */
export function firstPicture(track: MediaStreamTrack): Promise<void> {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  return new Promise((resolve) => {
    video.requestVideoFrameCallback(() => {
      video.srcObject = null
      resolve()
    })
    // Refused where the page was not touched yet; then it plays as soon as it was.
    video.play().catch(() => track.addEventListener('unmute', () => resolve(), { once: true }))
  })
}
