import { measureLipSync, measureOwnLipSync } from './lip-sync.ts'
import { rememberPageMedia } from './page-media.ts'
import { readPicture, watchPicture } from './read-picture.ts'
import { readPageTones, readTones } from './read-sound.ts'

const readers = { readPicture, watchPicture, readTones, readPageTones, measureLipSync, measureOwnLipSync }

export type PageReaders = typeof readers

if (!('tongkeReaders' in window)) {
  Object.assign(window, { tongkeReaders: readers })
  rememberPageMedia()
}
