import { getLocale, getTranslations } from 'next-intl/server'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { dayWords } from '#core/domain/activity/time-words.ts'
import { sizeWords } from '#core/domain/resource/size-words.ts'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'

/** The files that it has had, the newest first; of one alone there is nothing to tell. */
export async function ResourceVersions({ resource }: { resource: HttpOutput<'resource.get'> }) {
  const [t, locale] = await Promise.all([getTranslations('resource.page'), getLocale()])
  const { id, versions, may } = resource
  if (versions.length < 2) return null
  return (
    <Section title={t('versions')} margin="narrow" gap="small">
      <ol>
        {versions.map(({ number, fileName, sizeBytes, addedBy, addedAt, note }, index) => (
          <li key={number} className="border-b border-line py-2.5">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <strong className="font-medium">{t('version', { number })}</strong>
              {index === 0 && <span className="text-meta text-bamboo">{t('current')}</span>}
              {may.download ? (
                <TextLink href={`/media/resources/${id}/${number}/download`} prefetch={false}>
                  {fileName}
                </TextLink>
              ) : (
                <span>{fileName}</span>
              )}
              <span className="text-meta text-ink-3">
                {sizeWords(sizeBytes)} {addedBy} {dayWords(Date.parse(addedAt), locale)}
              </span>
            </p>
            {note !== '' && <p className="text-ink-2">{note}</p>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
