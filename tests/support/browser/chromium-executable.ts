import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const DEBIAN_CHROMIUM = '/usr/bin/chromium'
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** Debian's Chromium, else the first Chromium or Chrome on the PATH. Throws with the remedy where there is none. */
export function findChromium(): string {
  if (existsSync(DEBIAN_CHROMIUM)) return DEBIAN_CHROMIUM
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((file) => existsSync(file))
  if (found === undefined) throw new Error('No Chromium found: apt-get install -y chromium fonts-noto-cjk')
  return found
}
