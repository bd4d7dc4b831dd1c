import compile from 'icu-minify/compile'
import format, { type FormatValues } from 'icu-minify/format'
import { z } from 'zod'
import { readContent, type Told } from '#core/domain/notifications/address-of.ts'
import { readableParams } from '#core/domain/notifications/readable-params.ts'
import type { LetterWords, MailLocale } from '#server/usecases/mail/ports.ts'
import enMail from '../../../messages/en/mail.json' with { type: 'json' }
import enNotifications from '../../../messages/en/notifications.json' with { type: 'json' }
import zhMail from '../../../messages/zh-CN/mail.json' with { type: 'json' }
import zhNotifications from '../../../messages/zh-CN/notifications.json' with { type: 'json' }
import { drawLetter } from './draw-letter.ts'

const TEXTS = {
  'zh-CN': { mail: zhMail.letter, kinds: zhNotifications.kinds },
  en: { mail: enMail.letter, kinds: enNotifications.kinds },
}

const FORMATTERS = {
  getDateTimeFormat: (...settings: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...settings),
  getNumberFormat: (...settings: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...settings),
  getPluralRules: (...settings: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...settings),
}

/** As the pages write it (app/_i18n/messages.ts): the same syntax, the same formatter. */
const write = (locale: MailLocale, text: string, values: FormatValues<string> = {}): string =>
  String(format<string>(compile(text), locale, values, { formatters: FORMATTERS }))

const wordsOfArea = z.record(z.string(), z.string())

/** A kind is an area and a name in it; tests/unit/messages sees that all have words. */
function sayIn(locale: MailLocale, { kind, params }: Pick<Told, 'kind' | 'params'>): string {
  const dot = kind.indexOf('.')
  const areas: Record<string, unknown> = TEXTS[locale].kinds
  const text = wordsOfArea.parse(areas[kind.slice(0, dot)])[kind.slice(dot + 1)]
  if (text === undefined) throw new Error(`${kind} has no words`)
  return write(locale, text, readableParams(params, locale))
}

/** The words of letters, in the reader's language, from the same texts as the page's. */
export const letterWords: LetterWords = {
  confirm({ locale, url }) {
    const { mail } = TEXTS[locale]
    const said = [{ text: mail.confirm.text, url, action: mail.confirm.action }]
    return Promise.resolve({
      subject: mail.confirm.subject,
      ...drawLetter({ locale, said, foot: [{ text: mail.confirm.foot }] }),
    })
  },

  tell({ locale, said, settingsUrl, stopPageUrl, urlOf }) {
    const { mail } = TEXTS[locale]
    const lines = said.flatMap(({ kind, params }) => {
      const content = readContent(kind, params)
      if (content === null) return []
      return [{ text: sayIn(locale, content), url: urlOf(content.href), action: mail.open }]
    })
    const [first] = lines
    if (first === undefined) return Promise.resolve(null)
    const subject = lines.length === 1 ? first.text : write(locale, mail.many, { count: lines.length })
    const foot = [{ text: mail.why }, { text: mail.settings, url: settingsUrl }, { text: mail.stop, url: stopPageUrl }]
    return Promise.resolve({ subject, ...drawLetter({ locale, said: lines, foot }) })
  },
}
