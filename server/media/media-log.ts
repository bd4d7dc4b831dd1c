import { setLogEventListeners } from 'mediasoup'

interface MediaLog {
  warn(fields: { source: string; text: string }): void
  error(fields: { source: string; text: string; error?: Error }): void
}

/** Sends what mediasoup and its workers complain of to the process's log. One receiver per process; the last call wins. */
export function forwardMediaLog(log: MediaLog): void {
  setLogEventListeners({
    onwarn: (source, text) => log.warn({ source, text }),
    onerror: (source, text, error) => log.error({ source, text, ...(error === undefined ? {} : { error }) }),
  })
}
