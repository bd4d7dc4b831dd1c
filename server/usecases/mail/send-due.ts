import { isTooLate, retryAfterMs } from '#core/domain/mail/mail-times.ts'
import type { Clock, Log } from '../ports.ts'
import { LetterRefused, type DueMail, type LetterWords, type Mailer, type MailQueue, type Settled } from './ports.ts'

/** Few, so that the last of them is sent well before the lease is over, however slow the other side (adapters/mail/smtp-mailer.ts). */
const AT_ONCE = 6
const LEASE_MS = 10 * 60_000

export interface SendDeps {
  queue: MailQueue
  mailer: Mailer
  words: LetterWords
  publicUrl: URL
  clock: Clock
  log: Log
}

/**
 * Sends what is due, a digest as one letter. How many messages it took; fewer than asked for: nothing is left for now. What is not
 * delivered stays, for later. A process that dies after the other side took a letter and before that is written down sends
 * it again, under the same Message-ID.
 */
export async function sendDue(deps: SendDeps): Promise<number> {
  const { queue, clock } = deps
  const taken = await queue.take({ nowEpochMs: clock.nowEpochMs(), limit: AT_ONCE, leaseMs: LEASE_MS })
  const letters = new Map<string, DueMail[]>()
  for (const mail of taken) {
    const key = mail.isDigest ? `person:${mail.personId}` : mail.notificationId
    letters.set(key, [...(letters.get(key) ?? []), mail])
  }
  await Promise.all([...letters.values()].map((mails) => sendOne(deps, mails)))
  return taken.length
}

/** Whether there may be more. */
export const mayBeMore = (taken: number): boolean => taken >= AT_ONCE

async function sendOne({ queue, mailer, words, publicUrl, clock, log }: SendDeps, mails: DueMail[]): Promise<void> {
  const [first] = mails
  if (first === undefined) return
  const ids = mails.map(({ notificationId }) => notificationId)
  const settle = (settled: Settled) => queue.settle(ids, { ...settled, atEpochMs: clock.nowEpochMs() })
  const { to } = first
  if (to === null) return settle({ state: 'dropped' })
  const urlOf = (path: string) => new URL(path, publicUrl).href
  const told = await words.tell({
    ...{ locale: to.locale, said: mails, urlOf },
    settingsUrl: urlOf('/settings/mail'),
    stopPageUrl: urlOf(`/mail/stop?k=${to.stopKey}`),
  })
  if (told === null) return settle({ state: 'dropped' })
  try {
    await mailer.send({
      ...told,
      to: to.address,
      messageId: `${first.notificationId}@${publicUrl.hostname}`,
      stopUrl: urlOf(`/api/mail/stop?k=${to.stopKey}`),
    })
    await settle({ state: 'sent' })
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    const nowEpochMs = clock.nowEpochMs()
    if (error instanceof LetterRefused || isTooLate({ createdAtEpochMs: first.createdAtEpochMs, nowEpochMs }))
      return settle({ state: 'refused', failure })
    log.warn({ notificationId: first.notificationId, attempts: first.attempts, err: error }, 'mail_postponed')
    await queue.postpone(ids, { dueAtEpochMs: nowEpochMs + retryAfterMs(first.attempts), failure })
  }
}
