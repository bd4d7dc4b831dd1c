import { getLocale, getTranslations } from 'next-intl/server'
import type { ResourceCard } from '#core/contract/resources.ts'
import { dayWords } from '#core/domain/activity/time-words.ts'
import { sizeWords } from '#core/domain/resource/size-words.ts'
import { Link } from '#app/_ui/link.tsx'
import { ResourceThumbnail } from './resource-thumbnail.tsx'

type ResourceCardsProps = { resources: readonly ResourceCard[] }

/** The library's shelf: what it looks like, what it is, whose. */
export async function ResourceCards({ resources }: ResourceCardsProps) {
  const [t, locale] = await Promise.all([getTranslations('resource'), getLocale()])
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-6 gap-y-8 phone:grid-cols-2 phone:gap-x-4 phone:gap-y-6">
      {resources.map((resource) => (
        <li key={resource.id} className="min-w-0">
          <Link href={`/resources/${resource.id}`} className="group block">
            <ResourceThumbnail
              resource={resource}
              mark={`${t(`shapes.${resource.shape}`)} ${sizeWords(resource.sizeBytes)}`}
            />
            <strong className="mt-2.5 line-clamp-2 block font-song text-read leading-6 font-semibold [overflow-wrap:anywhere] group-hover:text-bamboo">
              {resource.title}
            </strong>
            <span className="mt-0.5 block truncate text-meta text-ink-2">
              {[t(`kinds.${resource.kind}`), resource.stage, resource.subject].filter(Boolean).join('·')}
            </span>
            <span className="block truncate text-meta text-ink-3">
              {resource.state === 'published'
                ? `${resource.studio.name} ${dayWords(Date.parse(resource.at), locale)}`
                : `${resource.uploader.name}·${t(`states.${resource.state}`)}`}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
