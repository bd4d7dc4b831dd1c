import type { Log } from '#server/usecases/ports.ts'

export interface Repeating {
  /** Idempotent. Resolves when nothing of it runs any more. */
  stop(): Promise<void>
}

/** Does something again and again, never twice at once: the pause is between one's end and the next one's beginning. A failure is logged, and the next time comes all the same. */
export function repeat(
  work: (signal: AbortSignal) => Promise<unknown>,
  { everyMs, name, log }: { everyMs: number; name: string; log: Log },
): Repeating {
  const stopping = new AbortController()
  const { signal } = stopping
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const once = async () => {
    try {
      await work(signal)
    } catch (error) {
      if (!signal.aborted) log.error({ err: error }, `${name}_failed`)
    }
    if (!signal.aborted) timer = setTimeout(begin, everyMs)
  }
  const begin = () => {
    running = once()
  }
  begin()
  return {
    stop: () => {
      stopping.abort()
      clearTimeout(timer)
      return running
    },
  }
}
