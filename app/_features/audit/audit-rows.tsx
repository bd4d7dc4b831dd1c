import { getLocale, getTranslations } from 'next-intl/server'
import { auditAction, type AuditLine } from '#core/contract/audit.ts'
import { clockWords, dayWords } from '#core/domain/activity/time-words.ts'
import { TextLink } from '#app/_ui/text-link.tsx'

const PAGES: Readonly<Record<string, string>> = {
  activity: '/activities/',
  studio: '/studios/',
  application: '/office/applications/',
  import: '/office/import/',
}

/** Ids tell a reader nothing: the subject is named, and the fields that have words are shown. */
async function Changes({ before, after }: Pick<AuditLine, 'before' | 'after'>) {
  const t = await getTranslations('audit')
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => t.has(`fields.${field}`) && before[field] !== after[field],
  )
  const word = (field: string, value = '') =>
    value === '' ? t('nothing') : t.has(`values.${field}.${value}`) ? t(`values.${field}.${value}`) : value
  return fields.map((field) => {
    const values = { field: t(`fields.${field}`), after: word(field, after[field]) }
    const was = before[field]
    return (
      <span key={field} className="block [overflow-wrap:anywhere]">
        {was === undefined ? t('written', values) : t('changed', { ...values, before: word(field, was) })}
      </span>
    )
  })
}

/** Lines of the log: when, who, what, and what changed. */
export async function AuditRows({ lines }: { lines: readonly AuditLine[] }) {
  const [t, locale] = await Promise.all([getTranslations('audit'), getLocale()])
  return (
    <ol>
      {lines.map(({ id, at, actor, action, subject, before, after, address }) => {
        const atEpochMs = Date.parse(at)
        const known = auditAction.safeParse(action)
        const page = PAGES[subject.kind]
        const name = subject.name ?? t('gone')
        return (
          <li
            key={id}
            className="grid grid-cols-[8rem_9rem_minmax(0,1fr)_minmax(0,1fr)] gap-x-4 border-b border-line py-[11px] phone:grid-cols-[1fr_auto] phone:gap-y-0.5"
          >
            <time dateTime={at} className="text-meta text-ink-3">
              {dayWords(atEpochMs, locale)} {clockWords(atEpochMs)}
            </time>
            <span className="phone:row-start-1 phone:text-right" title={actor?.organisation}>
              {actor?.name ?? t('server')}
              {address !== null && <span className="block text-caption text-ink-3">{address}</span>}
            </span>
            <span className="phone:col-span-2">
              {known.success ? t(`actions.${known.data}`) : action}{' '}
              {page === undefined || subject.name === null ? (
                <strong className="font-song font-semibold">{name}</strong>
              ) : (
                <TextLink href={`${page}${subject.id}`}>{name}</TextLink>
              )}
            </span>
            <span className="text-meta text-ink-2 phone:col-span-2">
              <Changes before={before} after={after} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}
