import { letterWords } from './adapters/mail/letter-words.ts'
import { SmtpMailer } from './adapters/mail/smtp-mailer.ts'
import type { Database } from './adapters/postgres/database.ts'
import { PostgresMailAddresses } from './adapters/postgres/postgres-mail-addresses.ts'
import { PostgresMailQueue } from './adapters/postgres/postgres-mail-queue.ts'
import { PostgresReminders } from './adapters/postgres/postgres-reminders.ts'
import type { MailConfig } from './config/config.ts'
import { repeat } from './jobs/repeat.ts'
import type { Lifecycle } from './lifecycle/lifecycle.ts'
import type { CityDeps, HttpUseCases } from './usecases/http/use-cases.ts'
import { chooseMail, confirmMail, getOwnMail, removeMail, setMailAddress, stopMail } from './usecases/mail/own-mail.ts'
import type { Mailer } from './usecases/mail/ports.ts'
import { remindAll } from './usecases/mail/remind.ts'
import { mayBeMore, sendDue, type SendDeps } from './usecases/mail/send-due.ts'

const SEND_EVERY_MS = 2_000
const REMIND_EVERY_MS = 30_000

export interface MailParts {
  useCases: HttpUseCases
  /** Sends all that is due. */
  send(signal?: AbortSignal): Promise<void>
  remind(): Promise<number>
}

/** Letters to people's mailboxes; `mailer` is null where none are sent. */
export function createMailParts({
  database,
  city,
  mailer,
  publicUrl,
}: {
  database: Database
  city: CityDeps
  mailer: Mailer | null
  publicUrl: URL
}): MailParts {
  const { clock, ids, log, links, limiter } = city
  const addresses = new PostgresMailAddresses(database, { clock })
  const deps = { addresses, links, limiter, words: letterWords, mailer, publicUrl, clock, ids, log }
  const queue = new PostgresMailQueue(database)
  const reminders = new PostgresReminders(database, { clock, ids })
  return {
    useCases: {
      'mail.get': (actor) => getOwnMail(deps, actor),
      'mail.set-address': (actor, input) => setMailAddress(deps, actor, input),
      'mail.choose': (actor, input) => chooseMail(deps, actor, input),
      'mail.remove': (actor) => removeMail(deps, actor),
      'mail.confirm': (actor, input) => confirmMail(deps, actor, input),
      'mail.stop': (_actor, input) => stopMail(deps, input),
    },
    send: async (signal) => {
      if (mailer !== null) await sendAll({ queue, mailer, words: letterWords, publicUrl, clock, log }, signal)
    },
    remind: () => remindAll({ reminders, clock }),
  }
}

async function sendAll(deps: SendDeps, signal: AbortSignal | undefined): Promise<void> {
  while (mayBeMore(await sendDue(deps)) && signal?.aborted !== true);
}

/** The same, sending and reminding where this process does jobs. */
export function startMail({
  config,
  doesJobs,
  lifecycle,
  ...options
}: {
  config: MailConfig | null
  database: Database
  city: CityDeps
  publicUrl: URL
  doesJobs: boolean
  lifecycle: Lifecycle
}): MailParts {
  const mailer = config === null ? null : new SmtpMailer(config)
  if (mailer !== null) lifecycle.onStop({ name: 'smtp', deadlineMs: 500, stop: () => mailer.close() })
  const parts = createMailParts({ ...options, mailer })
  if (!doesJobs) return parts
  const { log } = options.city
  const sending = repeat((signal) => parts.send(signal), { everyMs: SEND_EVERY_MS, name: 'send_mail', log })
  const reminding = repeat(() => parts.remind(), { everyMs: REMIND_EVERY_MS, name: 'remind', log })
  // A letter that is being sent is seen to its end, or is sent again after the next start.
  const stop = async () => void (await Promise.all([sending.stop(), reminding.stop()]))
  lifecycle.onStop({ name: 'mail', deadlineMs: 3_000, stop })
  return parts
}
