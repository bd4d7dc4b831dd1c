/** Shorter than this is a cough or a chair. */
export const SPEECH_MIN_MS = 300
/** A pause up to this long belongs to the speech. */
export const SPEECH_PAUSE_MS = 1_000
/** Longer speech is written in pieces, so that a crash loses little of it. */
export const SPEECH_MAX_MS = 60_000

interface Voice {
  fromMs: number
  /** Until when it was loud; null: it is loud now. */
  loudUntilMs: number | null
}

export interface SpokenSpan {
  participantId: string
  fromMs: number
  toMs: number
}

interface SpeechMeterOptions {
  /** The session's clock. */
  nowMs: () => number
  spoken: (span: SpokenSpan) => void
}

/** [ATT2] Makes stretches of speech out of who is loud: one `spoken` per stretch, when it is over. */
export class SpeechMeter {
  readonly #options: SpeechMeterOptions
  readonly #voices = new Map<string, Voice>()
  #timer: NodeJS.Timeout | null = null

  constructor(options: SpeechMeterOptions) {
    this.#options = options
  }

  /** Everybody who is loud now; who is not named is silent. */
  hear(participantIds: readonly string[]): void {
    const nowMs = this.#options.nowMs()
    const loud = new Set(participantIds)
    for (const participantId of loud) {
      const voice = this.#voices.get(participantId)
      if (voice === undefined) this.#voices.set(participantId, { fromMs: nowMs, loudUntilMs: null })
      else voice.loudUntilMs = null
    }
    for (const [participantId, voice] of this.#voices) {
      if (!loud.has(participantId)) voice.loudUntilMs ??= nowMs
    }
    this.sweep()
  }

  /** Ends what has been silent long enough, and cuts what is too long. */
  sweep(): void {
    const nowMs = this.#options.nowMs()
    for (const [participantId, voice] of this.#voices) {
      const { fromMs, loudUntilMs } = voice
      if (loudUntilMs !== null && nowMs - loudUntilMs >= SPEECH_PAUSE_MS) {
        this.#voices.delete(participantId)
        this.#tell({ participantId, fromMs, toMs: loudUntilMs })
      } else if (nowMs - fromMs >= SPEECH_MAX_MS) {
        voice.fromMs = nowMs
        this.#tell({ participantId, fromMs, toMs: loudUntilMs ?? nowMs })
      }
    }
    if (this.#voices.size > 0) {
      this.#timer ??= setTimeout(() => {
        this.#timer = null
        this.sweep()
      }, SPEECH_PAUSE_MS)
    }
  }

  /** Everybody falls silent now. Idempotent. */
  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    const nowMs = this.#options.nowMs()
    for (const [participantId, { fromMs, loudUntilMs }] of this.#voices) {
      this.#tell({ participantId, fromMs, toMs: loudUntilMs ?? nowMs })
    }
    this.#voices.clear()
  }

  #tell(span: SpokenSpan): void {
    if (span.toMs - span.fromMs >= SPEECH_MIN_MS) this.#options.spoken(span)
  }
}
