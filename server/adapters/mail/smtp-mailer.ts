import { createTransport, type SentMessageInfo, type Transporter } from 'nodemailer'
import { LetterRefused, type Letter, type Mailer } from '#server/usecases/mail/ports.ts'

/** At the slowest, connecting, greeting and five answers: 170 s for a letter, six minutes for the six of a lease (usecases/mail/send-due.ts). */
const CONNECT_TIMEOUT_MS = 10_000
const SILENCE_TIMEOUT_MS = 30_000
const CONNECTIONS = 3
/** RFC 5321, 4.2.1: a permanent answer. To what is said of the recipient or the letter, not of our credentials. */
const PERMANENT_FROM = 500
const NOT_THE_LETTERS_FAULT: ReadonlySet<number> = new Set([530, 534, 535, 538])

/** Letters over SMTP, on connections that are kept. */
export class SmtpMailer implements Mailer {
  readonly #transport: Transporter<SentMessageInfo>
  readonly #from: string

  constructor({ url, from }: { url: string; from: string }) {
    this.#from = from
    this.#transport = createTransport({
      ...{ url, pool: true, maxConnections: CONNECTIONS },
      connectionTimeout: CONNECT_TIMEOUT_MS,
      greetingTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: SILENCE_TIMEOUT_MS,
      // Whatever a letter says, nothing is read from this machine or fetched for it.
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }

  async send({ to, subject, text, html, messageId, stopUrl }: Letter): Promise<void> {
    const stop = {
      'List-Unsubscribe': `<${stopUrl ?? ''}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }
    try {
      await this.#transport.sendMail({
        ...{ from: this.#from, to, subject, text, html, messageId: `<${messageId}>` },
        headers: { 'Auto-Submitted': 'auto-generated', ...(stopUrl === null ? {} : stop) },
      })
    } catch (error) {
      const code = responseCodeOf(error)
      if (code === null || code < PERMANENT_FROM || NOT_THE_LETTERS_FAULT.has(code)) throw error
      throw new LetterRefused(error instanceof Error ? error.message : String(code), { cause: error })
    }
  }

  /** Idempotent. */
  close(): void {
    this.#transport.close()
  }
}

const responseCodeOf = (error: unknown): number | null =>
  error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
    ? error.responseCode
    : null
