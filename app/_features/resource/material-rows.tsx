import { getTranslations } from 'next-intl/server'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { sizeWords } from '#core/domain/resource/size-words.ts'
import { Link } from '#app/_ui/link.tsx'
import { ResourceThumbnail } from './resource-thumbnail.tsx'

type Materials = HttpOutput<'activity.materials'>['materials']

/** Materials of an activity, before it and after it, each with its picture. */
export async function MaterialRows({ materials }: { materials: Materials }) {
  const t = await getTranslations('resource')
  const groups = (['before', 'after'] as const)
    .map((phase) => ({ phase, rows: materials.filter((one) => one.phase === phase) }))
    .filter(({ rows }) => rows.length > 0)
  return groups.map(({ phase, rows }) => (
    <section key={phase} className="pb-4 last:pb-0">
      <h3 className="pb-1 text-meta text-ink-3">{t(`materials.${phase}`)}</h3>
      <ul>
        {rows.map(({ resource, cameFromIt }) => (
          <li key={resource.id} className="border-b border-line">
            <Link href={`/resources/${resource.id}`} className="group grid grid-cols-[4.5rem_minmax(0,1fr)] gap-4 py-3">
              <ResourceThumbnail resource={resource} />
              <span className="min-w-0 self-center">
                <strong className="block text-lead leading-6 font-medium [overflow-wrap:anywhere] group-hover:text-bamboo">
                  {resource.title}
                </strong>
                <span className="block text-meta text-ink-3">
                  {[
                    t(`kinds.${resource.kind}`),
                    `${t(`shapes.${resource.shape}`)} ${sizeWords(resource.sizeBytes)}`,
                    resource.uploader.name,
                    ...(cameFromIt ? [t('materials.from')] : []),
                  ].join('·')}
                </span>
                {resource.state !== 'published' && (
                  <span className="block text-meta text-ochre">{t('materials.draft')}</span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ))
}
