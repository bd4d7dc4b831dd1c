export type DeviceKind = 'camera' | 'microphone'

export type DeviceFault = 'refused' | 'missing' | 'busy' | 'insecure' | 'failed'

export type DeviceState =
  | { status: 'off' }
  | { status: 'opening' }
  | { status: 'on'; track: MediaStreamTrack; label: string }
  | { status: 'failed'; fault: DeviceFault }

const CAMERA: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 25, max: 30 },
}
const SAVING_CAMERA: MediaTrackConstraints = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { max: 15 } }
const MICROPHONE: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }

interface OpenDeviceOptions {
  deviceId: string | null
  /** Where `deviceId` is not there, any other will do. */
  orAnother?: boolean
  /** A smaller picture for a narrow link. */
  savesTraffic: boolean
}

/** Asks the browser for a device. Never throws: what went wrong is in the answer. The track is the caller's to stop. */
export async function openDevice(
  kind: DeviceKind,
  { deviceId, orAnother = true, savesTraffic }: OpenDeviceOptions,
): Promise<Extract<DeviceState, { status: 'on' | 'failed' }>> {
  // Browsers give devices only to secure pages, and hide the interface elsewhere.
  if (!globalThis.isSecureContext || navigator.mediaDevices === undefined)
    return { status: 'failed', fault: 'insecure' }
  const wish = {
    ...(kind === 'microphone' ? MICROPHONE : savesTraffic ? SAVING_CAMERA : CAMERA),
    ...(deviceId === null ? {} : { deviceId: { exact: deviceId } }),
  }
  try {
    const stream = await navigator.mediaDevices.getUserMedia(kind === 'camera' ? { video: wish } : { audio: wish })
    const [track] = stream.getTracks()
    if (track === undefined) return { status: 'failed', fault: 'missing' }
    return { status: 'on', track, label: track.label }
  } catch (error) {
    // The device chosen last time is unplugged.
    if (deviceId !== null && orAnother && isNamed(error, ['OverconstrainedError', 'NotFoundError'])) {
      return await openDevice(kind, { deviceId: null, savesTraffic })
    }
    return { status: 'failed', fault: faultOf(error) }
  }
}

const isNamed = (error: unknown, names: readonly string[]) => error instanceof Error && names.includes(error.name)

function faultOf(error: unknown): DeviceFault {
  if (isNamed(error, ['NotAllowedError', 'SecurityError'])) return 'refused'
  if (isNamed(error, ['NotFoundError', 'OverconstrainedError'])) return 'missing'
  if (isNamed(error, ['NotReadableError', 'AbortError'])) return 'busy'
  return 'failed'
}
