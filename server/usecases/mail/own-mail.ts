import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { OwnMail } from '#core/contract/mail.ts'
import { NOTHING_CHOSEN } from '#core/domain/mail/mail-group.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { issueLink, noSuchLink, takeLink } from '../identity/one-time-link.ts'
import type { AttemptLimiter, OneTimeLinks } from '../identity/ports.ts'
import type { Clock, Ids, Log } from '../ports.ts'
import { requirePerson } from '../require-person.ts'
import { LetterRefused, type LetterWords, type MailAddresses, type Mailer } from './ports.ts'

/** A letter goes to whoever's address somebody types: not many of them. */
const LINKS_PER_PERSON = { max: 5, windowMs: 60 * 60_000 } as const
const PURPOSE = 'confirm-mail'

export interface OwnMailDeps {
  addresses: MailAddresses
  links: OneTimeLinks
  limiter: AttemptLimiter
  words: LetterWords
  /** Null: this city sends no mail. */
  mailer: Mailer | null
  publicUrl: URL
  clock: Clock
  ids: Ids
  log: Log
}

export async function getOwnMail({ addresses, mailer }: OwnMailDeps, actor: Actor): Promise<OwnMail> {
  const { personId } = requirePerson(actor)
  if (mailer === null) return { status: 'off' }
  const own = await addresses.of(personId)
  if (own === null) return { status: 'none' }
  const { address, choices, failed } = own
  if (!own.isConfirmed) return { status: 'unconfirmed', address, choices }
  return {
    ...{ status: 'confirmed', address, choices },
    failed: failed === null ? null : { at: new Date(failed.atEpochMs).toISOString(), why: failed.why },
  }
}

/** The letter with the link goes out before this resolves: whoever mistypes their address learns of it here. */
export async function setMailAddress(
  deps: OwnMailDeps,
  actor: Actor,
  { address, locale }: HttpParsedInput<'mail.set-address'>,
): Promise<OwnMail> {
  const { personId } = requirePerson(actor)
  const { mailer, words, addresses, limiter, ids, publicUrl, log } = deps
  if (mailer === null) throw new AppError('UNAVAILABLE', '这里还没有开通邮件。')
  const before = await addresses.of(personId)
  // Nothing to show anew: it stays as it is, and so do the keys in the letters that lie there.
  if (before?.isConfirmed === true && before.address === address) return getOwnMail(deps, actor)
  const counted = await limiter.consume(`mail-link:person:${personId}`, LINKS_PER_PERSON)
  if (!counted.allowed)
    throw new AppError('RATE_LIMITED', '确认邮件发得太多了，请过一小时再试。', { retryAfterMs: counted.retryAfterMs })
  await addresses.put(personId, { address, locale, stopKey: ids.secret() })
  const { link } = await issueLink(deps, { purpose: PURPOSE, subject: personId })
  const url = new URL(`/mail/confirm?k=${link}`, publicUrl).href
  const messageId = `confirm-${ids.next()}@${publicUrl.hostname}`
  try {
    await mailer.send({ to: address, messageId, stopUrl: null, ...(await words.confirm({ locale, url })) })
  } catch (error) {
    if (error instanceof LetterRefused)
      throw new AppError('INVALID', '对方的邮件服务器不收这个地址，请检查有没有写错。', {
        field: 'address',
        cause: error,
      })
    log.warn({ err: error }, 'mail_link_not_sent')
    throw new AppError('UNAVAILABLE', '确认邮件现在发不出去，地址已经记下，请过一会儿再发。', { cause: error })
  }
  return getOwnMail(deps, actor)
}

export async function chooseMail(
  deps: OwnMailDeps,
  actor: Actor,
  { choices }: HttpParsedInput<'mail.choose'>,
): Promise<OwnMail> {
  await deps.addresses.choose(requirePerson(actor).personId, choices)
  return getOwnMail(deps, actor)
}

export async function removeMail(deps: OwnMailDeps, actor: Actor): Promise<OwnMail> {
  await deps.addresses.remove(requirePerson(actor).personId)
  return getOwnMail(deps, actor)
}

export async function confirmMail(
  deps: OwnMailDeps,
  actor: Actor,
  { link }: HttpParsedInput<'mail.confirm'>,
): Promise<HttpOutput<'mail.confirm'>> {
  const { subject } = await takeLink(deps, actor, { link, purpose: PURPOSE })
  const address = await deps.addresses.confirm(subject)
  if (address === null) throw noSuchLink()
  return { address }
}

export async function stopMail(
  { addresses }: OwnMailDeps,
  { key }: HttpParsedInput<'mail.stop'>,
): Promise<HttpOutput<'mail.stop'>> {
  const address = await addresses.stop(key, NOTHING_CHOSEN)
  if (address === null) throw noSuchLink()
  return { address }
}
