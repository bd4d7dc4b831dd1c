import type { MailChoices } from '#core/contract/mail.ts'

export type MailLocale = 'zh-CN' | 'en'

export interface OwnAddress {
  address: string
  isConfirmed: boolean
  choices: MailChoices
  /** The newest that was refused, unless one was delivered after it. */
  failed: { atEpochMs: number; why: string } | null
}

/** Where people want to be written to. */
export interface MailAddresses {
  of(personId: string): Promise<OwnAddress | null>
  /** In place of another, not confirmed; the choices stay. */
  put(personId: string, given: { address: string; locale: MailLocale; stopKey: string }): Promise<void>
  choose(personId: string, choices: MailChoices): Promise<void>
  remove(personId: string): Promise<void>
  /** The address, or null where there is none any more. */
  confirm(personId: string): Promise<string | null>
  /** The address whose mails carry this key, with everything off from now on; null where there is none. */
  stop(stopKey: string, choices: MailChoices): Promise<string | null>
}

/** One message that is due, with what was said. */
export interface DueMail {
  notificationId: string
  personId: string
  kind: string
  params: unknown
  createdAtEpochMs: number
  isDigest: boolean
  /** This one counted. */
  attempts: number
  /** Null where the person has no confirmed address any more. */
  to: { address: string; locale: MailLocale; stopKey: string } | null
}

export type Settled = { state: 'sent' } | { state: 'dropped' } | { state: 'refused'; failure: string }

/** What is to go out. */
export interface MailQueue {
  /**
   * The oldest that are due, and with a digest all others of its person: until `leaseMs` are over they are nobody else's. Of a
   * process that dies in between another takes them up then.
   */
  take(options: { nowEpochMs: number; limit: number; leaseMs: number }): Promise<DueMail[]>
  settle(notificationIds: readonly string[], settled: Settled & { atEpochMs: number }): Promise<void>
  /** Not delivered, for now. */
  postpone(notificationIds: readonly string[], options: { dueAtEpochMs: number; failure: string }): Promise<void>
}

export interface Letter {
  to: string
  subject: string
  text: string
  html: string
  /** Without brackets. The same for the same messages, so that a second copy is known as one. */
  messageId: string
  /** Where a mail program may stop them with one press (RFC 8058); null where there is nothing to stop. */
  stopUrl: string | null
}

/** The other side will not take it, now or later: an address that is none, a mailbox that is closed. */
export class LetterRefused extends Error {
  override readonly name = 'LetterRefused'
}

export interface Mailer {
  /** Resolves once the other side has taken it over. Throws `LetterRefused`, or anything else for what may work later. */
  send(letter: Letter): Promise<void>
}

export interface LetterWords {
  confirm(given: { locale: MailLocale; url: string }): Promise<Pick<Letter, 'subject' | 'text' | 'html'>>
  /** Of one message, or several together; those without words in this version are left out, null where none is left. */
  tell(given: {
    locale: MailLocale
    said: readonly { kind: string; params: unknown }[]
    settingsUrl: string
    stopPageUrl: string
    urlOf(path: string): string
  }): Promise<Pick<Letter, 'subject' | 'text' | 'html'> | null>
}

/** Whom something begins for. */
export interface Reminders {
  /**
   * Who was registered before `leadMs` ahead of an activity that begins within it, though not within `afterMs`, and has not been
   * reminded of this beginning: they are now, with a message each, in one transaction. How many.
   */
  remind(options: { lead: 'day' | 'hour'; leadMs: number; afterMs: number; nowEpochMs: number }): Promise<number>
}
