import { getTranslations } from 'next-intl/server'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { ManageMaterials } from '#app/_features/resource/manage-materials.tsx'
import { MaterialRows } from '#app/_features/resource/material-rows.tsx'
import { Section } from '#app/_ui/section.tsx'

type MaterialsProps = {
  activityId: string
  isOver: boolean
  found: HttpOutput<'activity.materials'>
}

/** 资料. Nothing where there is none, and the reader could not change that. */
export async function Materials({ activityId, isOver, found: { materials, manage } }: MaterialsProps) {
  if (materials.length === 0 && manage === null) return null
  const t = await getTranslations('resource.materials')
  const added = materials
    .filter(({ cameFromIt }) => !cameFromIt)
    .map(({ resource, phase }) => ({ id: resource.id, phase }))
  return (
    <Section title={t('title')} margin="narrow" gap="small">
      {materials.length === 0 ? <p className="text-ink-3">{t('none')}</p> : <MaterialRows materials={materials} />}
      {manage !== null && (
        <ManageMaterials
          activityId={activityId}
          studioId={manage.studioId}
          added={added}
          isOver={isOver}
          texts={{
            ...{ add: t('add'), upload: t('upload'), addTitle: t('addTitle'), addText: t('addText') },
            ...{ search: t('search'), phase: t('phase'), before: t('before'), after: t('after'), close: t('close') },
            ...{ choose: t('choose'), remove: t('remove'), nothing: t('nothing'), again: t('again') },
          }}
        />
      )}
    </Section>
  )
}
