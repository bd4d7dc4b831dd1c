import { loopDistanceMs } from '../../footage/footage-clock.ts'
import { ownTrack } from './page-media.ts'
import { watchPicture } from './read-picture.ts'
import { readTones, type SoundSource } from './read-sound.ts'

export interface LipSync {
  cameraId: number
  /** How much later than its picture a camera's sound comes. Negative: the sound is early. */
  soundLateMs: number
  picturePhaseMs: number
  soundPhaseMs: number
  /** How far the sound moved while it was measured: more than a few ms, and the measurement means nothing. */
  soundDriftMs: number
}

/** Watches and listens at the same time. Null when the camera seen is not heard, or nothing is seen. */
export async function measureLipSync(
  picture: HTMLVideoElement | MediaStreamTrack,
  { sound, durationMs }: { sound: SoundSource; durationMs: number },
): Promise<LipSync | null> {
  const [seen, heard] = await Promise.all([watchPicture(picture, { durationMs }), readTones(sound, { durationMs })])
  const voice = heard.find(({ cameraId }) => cameraId === seen.cameraId)
  if (voice === undefined || seen.cameraId === null || seen.phaseMs === null) return null
  return {
    cameraId: seen.cameraId,
    soundLateMs: loopDistanceMs(voice.phaseMs, seen.phaseMs),
    picturePhaseMs: seen.phaseMs,
    soundPhaseMs: voice.phaseMs,
    soundDriftMs: voice.driftMs,
  }
}

/**
 * The same for the page's own camera and microphone, as they leave the devices. Chromium opens the two files at
 * different moments and may fall behind in either, so a receiver's offset means something only beside this one.
 */
export async function measureOwnLipSync({ durationMs }: { durationMs: number }): Promise<LipSync | null> {
  const picture = ownTrack('video')
  const sound = ownTrack('audio')
  return picture === null || sound === null ? null : await measureLipSync(picture, { sound, durationMs })
}
