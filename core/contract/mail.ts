import { z } from 'zod'
import { instant } from './fields.ts'

/** What messages are about, as people choose by; in the order in which they are asked. */
export const mailGroup = z.enum(['activity', 'reminder', 'announcement', 'studio', 'plan', 'application'])
export type MailGroup = z.infer<typeof mailGroup>

/** At once | with the others of the day, in the morning | not at all. */
export const mailChoice = z.enum(['each', 'daily', 'off'])
export type MailChoice = z.infer<typeof mailChoice>

export const mailChoices = z.object({
  activity: mailChoice,
  reminder: mailChoice,
  announcement: mailChoice,
  studio: mailChoice,
  plan: mailChoice,
  application: mailChoice,
}) satisfies z.ZodType<Record<MailGroup, MailChoice>>
export type MailChoices = z.infer<typeof mailChoices>

export const mailAddress = z.email().max(200)

/** `off`: this city sends none. */
export const ownMail = z.discriminatedUnion('status', [
  z.object({ status: z.literal('off') }),
  z.object({ status: z.literal('none') }),
  z.object({ status: z.literal('unconfirmed'), address: z.string(), choices: mailChoices }),
  z.object({
    status: z.literal('confirmed'),
    address: z.string(),
    choices: mailChoices,
    /** The newest that could not be delivered, and what the other side said; null where the last one went out. */
    failed: z.object({ at: instant, why: z.string() }).nullable(),
  }),
])
export type OwnMail = z.infer<typeof ownMail>

const secret = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/)

/** Where and how often one is written to; nobody sees anybody else's. */
export const mailRequests = {
  'mail.get': { input: z.object({}), output: ownMail },
  /** Sends a link to it; until that is used nothing else goes there. Takes the place of another address. */
  'mail.set-address': { input: z.object({ address: mailAddress, locale: z.enum(['zh-CN', 'en']) }), output: ownMail },
  'mail.choose': { input: z.object({ choices: mailChoices }), output: ownMail },
  'mail.remove': { input: z.object({}), output: ownMail },
  /** By the link in the first mail; whoever has it may, signed in or not. */
  'mail.confirm': { input: z.object({ link: secret }), output: z.object({ address: z.string() }) },
  /** By the key in every mail: everything is off from now on. */
  'mail.stop': { input: z.object({ key: secret }), output: z.object({ address: z.string() }) },
} as const
