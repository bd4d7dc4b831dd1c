import { chromium, type Browser } from '@playwright/test'
import type { Footage } from '#tests/support/footage/make-footage.ts'
import { findChromium } from './chromium-executable.ts'

/** A page with this in its title is what getDisplayMedia gives; see open-shared-screen.ts. */
export const SHARED_SCREEN_TITLE = 'Tongke shared screen'

const STEADY_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Four browsers share one machine: a page must not slow down because another window is in front of it.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--autoplay-policy=no-user-gesture-required',
]

const DEVICE_FLAGS = [
  '--use-fake-device-for-media-stream',
  // Not --use-fake-ui-for-media-stream: with it getDisplayMedia gives Chromium's own test picture, never a page.
  '--auto-accept-camera-and-microphone-capture',
  `--auto-select-tab-capture-source-by-title=${SHARED_SCREEN_TITLE}`,
]

export interface LaunchCameraOptions {
  /** What camera and microphone give. Without it the machine has neither, as a guest's office computer. */
  footage?: Footage
  /** Sends requests for `from` to `to`, both host:port, while the page keeps the address of `from`. */
  reroute?: { from: string; to: string }
  headless?: boolean
}

/**
 * One browser process with one camera and one microphone: their content is a launch flag, so every participant needs
 * a browser of its own. Camera and microphone are granted without a question.
 */
export async function launchCamera(options: LaunchCameraOptions = {}): Promise<Browser> {
  const { footage, reroute, headless = true } = options
  const files =
    footage === undefined
      ? []
      : [
          ...DEVICE_FLAGS,
          `--use-file-for-fake-video-capture=${footage.videoFile}`,
          `--use-file-for-fake-audio-capture=${footage.audioFile}`,
        ]
  const rules = reroute === undefined ? [] : [`--host-resolver-rules=MAP ${reroute.from} ${reroute.to}`]
  return await chromium.launch({
    executablePath: findChromium(),
    headless,
    args: [...STEADY_FLAGS, ...files, ...rules],
  })
}
