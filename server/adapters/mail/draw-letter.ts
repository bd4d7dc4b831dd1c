import type { MailLocale } from '#server/usecases/mail/ports.ts'

export interface LetterLine {
  text: string
  url: string
  action: string
}

interface LetterParts {
  locale: MailLocale
  said: readonly LetterLine[]
  foot: readonly { text: string; url?: string }[]
}

const FONT = `'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC',sans-serif`
const INK = '#23262b'
const QUIET = '#6b6f76'
const ACCENT = '#2f6b4f'

/** One letter as plain text and as HTML that old mail programs draw: tables, styles on the elements, no pictures to fetch. */
export function drawLetter({ locale, said, foot }: LetterParts): { text: string; html: string } {
  return { text: plain({ said, foot }), html: marked({ locale, said, foot }) }
}

function plain({ said, foot }: Omit<LetterParts, 'locale'>): string {
  const lines = said.map(({ text, url }) => `${text}\n${url}`)
  const last = foot.map(({ text, url }) => (url === undefined ? text : `${text} ${url}`))
  return `${lines.join('\n\n')}\n\n-- \n${last.join('\n')}\n`
}

function marked({ locale, said, foot }: LetterParts): string {
  const rows = said.map(
    ({ text, url, action }) =>
      `<tr><td style="padding:0 0 20px;font-size:16px;line-height:28px;color:${INK}">${escape(text)}<br>` +
      `<a href="${escape(url)}" style="color:${ACCENT};text-decoration:underline">${escape(action)}</a></td></tr>`,
  )
  const last = foot.map(({ text, url }) =>
    url === undefined ? escape(text) : `<a href="${escape(url)}" style="color:${QUIET}">${escape(text)}</a>`,
  )
  return (
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>` +
    `<body style="margin:0;padding:24px 16px;font-family:${FONT}">` +
    `<table role="presentation" cellpadding="0" cellspacing="0" style="max-width:560px;width:100%">` +
    `<tr><td style="padding:0 0 20px;font-size:18px;font-weight:600;color:${ACCENT}">同课</td></tr>${rows.join('')}` +
    `<tr><td style="padding:16px 0 0;border-top:1px solid #dddddd;font-size:13px;line-height:22px;color:${QUIET}">` +
    `${last.join('<br>')}</td></tr></table></body></html>`
  )
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What people have written stays words, wherever it stands. */
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
