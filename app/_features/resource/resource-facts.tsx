import { Download } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { dayWords } from '#core/domain/activity/time-words.ts'
import { sizeWords } from '#core/domain/resource/size-words.ts'
import { buttonStyle } from '#app/_ui/button-style.ts'
import { FactList } from '#app/_ui/fact-list.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'

type ResourceFactsProps = { resource: HttpOutput<'resource.get'>; isGuest: boolean }

/** The right column: the file to take along, and what is known of it. */
export async function ResourceFacts({ resource, isGuest }: ResourceFactsProps) {
  const [t, locale] = await Promise.all([getTranslations('resource'), getLocale()])
  const { id, kind, subject, stage, edition, volume, unit, licence, downloadsFor, studio, uploader, activity, may } =
    resource
  const { versions, sizeBytes, viewers, downloads, meanCoverage, at } = resource
  const number = versions[0]?.number ?? 1
  const textbook = [edition, volume, unit].filter((word) => word !== '').join(' ')
  const taught = [stage, subject].filter(Boolean).join('·')
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(meanCoverage ?? 0)
  const seen = viewers === 0 ? t('page.unseen') : t('page.coverage', { count: viewers, share })
  return (
    <aside className="max-wide:order-first">
      {may.download ? (
        <a
          href={`/media/resources/${id}/${number}/download`}
          download
          className={buttonStyle({ tone: 'primary', isWide: true })}
        >
          <Icon of={Download} />
          {t('page.download', { size: sizeWords(sizeBytes) })}
        </a>
      ) : isGuest && downloadsFor === 'signed-in' ? (
        <LinkButton href={`/sign-in?next=${encodeURIComponent(`/resources/${id}`)}`} isWide>
          {t('page.signInToDownload')}
        </LinkButton>
      ) : (
        <p className="text-meta text-ink-3">{t('page.noDownload')}</p>
      )}
      <FactList
        className="mt-5"
        facts={[
          { term: t('page.facts.kind'), value: t(`kinds.${kind}`) },
          ...(taught === '' ? [] : [{ term: t('page.facts.subject'), value: taught }]),
          ...(textbook === '' ? [] : [{ term: t('page.facts.textbook'), value: textbook }]),
          {
            term: t('page.facts.studio'),
            value: (
              <TextLink href={`/studios/${studio.id}`} tone="quiet">
                {studio.name}
              </TextLink>
            ),
          },
          { term: t('page.facts.by'), value: `${uploader.name} ${uploader.organisation}` },
          ...(activity === null
            ? []
            : [
                {
                  term: t('page.facts.activity'),
                  value: (
                    <TextLink href={`/activities/${activity.id}`} tone="quiet">
                      {activity.title}
                    </TextLink>
                  ),
                },
              ]),
          ...(resource.state === 'published'
            ? [{ term: t('page.facts.on'), value: dayWords(Date.parse(at), locale) }]
            : []),
          { term: t('page.facts.licence'), value: t(`licences.${licence}`) },
          { term: t('page.facts.seen'), value: `${seen}·${t('counts.downloads', { count: downloads })}` },
        ]}
      />
      <p className="border-t border-line pt-2.5 text-meta text-ink-3">{t('page.counted')}</p>
    </aside>
  )
}
