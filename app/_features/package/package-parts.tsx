import { getTranslations } from 'next-intl/server'
import type { SessionPackage } from '#core/contract/session-package.ts'
import { momentWords } from '#app/_client/replay/moment-words.ts'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'

type PartProps = { left: SessionPackage; linkKey: string }

/** A second of the session: into the replay where there is one. */
async function Moment({ left: { activity, hasReplay }, linkKey, atMs }: PartProps & { atMs: number }) {
  const t = await getTranslations('resource.package')
  const time = momentWords(atMs)
  if (!hasReplay) return <span className="text-meta text-ink-3">{time}</span>
  const join = linkKey === '' ? '?' : '&'
  return (
    <TextLink
      href={`/replay/${activity.id}${linkKey}${join}t=${Math.floor(atMs / 1_000)}`}
      prefetch={false}
      tone="quiet"
      aria-label={t('atTime', { time })}
      className="text-meta"
    >
      {time}
    </TextLink>
  )
}

/** 议程, each item with the second at which the host came to it. */
export async function PackageAgenda({ left, linkKey }: PartProps) {
  const t = await getTranslations('resource.package')
  if (left.agenda.length === 0) return null
  return (
    <Section title={t('agenda')} margin="narrow" gap="none">
      <ol>
        {left.agenda.map(({ id, title, note, startMs }) => (
          <li key={id} className="grid grid-cols-[4.5rem_1fr] items-baseline border-b border-line py-2">
            {startMs === null ? (
              <span className="text-meta text-ink-3">{t('notReached')}</span>
            ) : (
              <Moment left={left} linkKey={linkKey} atMs={startMs} />
            )}
            <span>
              <strong className="mr-3.5 text-lead leading-6 font-medium">{title}</strong>
              {note !== null && <span className="text-meta text-ink-3">{note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** What was written while it ran, each with its second. */
export async function PackageMessages({ left, linkKey }: PartProps) {
  const t = await getTranslations('resource.package')
  const { messages, messageCount } = left
  return (
    <Section
      title={t('messages')}
      margin="narrow"
      gap="small"
      {...(messageCount === 0 ? {} : { note: t('messagesNote', { count: messageCount }) })}
    >
      {messages.length === 0 ? (
        <p className="text-ink-3">{t('noMessages')}</p>
      ) : (
        <ol>
          {messages.map(({ id, atMs, name, organisation, text }) => (
            <li key={id} className="grid grid-cols-[4.5rem_1fr] items-baseline border-b border-line py-2.5">
              <Moment left={left} linkKey={linkKey} atMs={atMs} />
              <div className="min-w-0">
                <p className="text-meta text-ink-3">
                  <span className="pr-2 text-ink-2">{name}</span>
                  {organisation}
                </p>
                <p className="[overflow-wrap:anywhere] whitespace-pre-line">{text}</p>
              </div>
            </li>
          ))}
        </ol>
      )}
      {messageCount > messages.length && (
        <p className="pt-3 text-meta text-ink-3">{t('more', { count: messageCount - messages.length })}</p>
      )}
    </Section>
  )
}
