/*
 * Entry of the recorder process, forked by Recorder. Compiled code is kept beside the packages, so that a recorder that
 * was killed is back in a third of the time; where that folder cannot be written, Node goes on without.
 */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/tongke-recorder', import.meta.url)))
await import('./recorder-main.ts')
