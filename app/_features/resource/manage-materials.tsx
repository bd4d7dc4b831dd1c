'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { MaterialPhase, ResourceCard } from '#core/contract/resources.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { useAct } from '#app/_i18n/use-act.ts'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { SegmentedControl } from '#app/_ui/segmented-control.tsx'
import { TextField } from '#app/_ui/text-field.tsx'

const TYPING_PAUSE_MS = 250
const OFFERED = 8

type ManageMaterialsProps = {
  activityId: string
  /** As whose the activity is; null: the city's. */
  studioId: string | null
  added: readonly { id: string; phase: MaterialPhase }[]
  isOver: boolean
}

/** Chooses resources of the library for an activity, or sends new ones. */
export function ManageMaterials({ activityId, studioId, added, isOver }: ManageMaterialsProps) {
  const t = useTranslations('resource.materials')
  const router = useRouter()
  const { act, isBusy, failure } = useAct()
  const [isOpen, setIsOpen] = useState(false)
  const [search, setSearch] = useState('')
  const [phase, setPhase] = useState<MaterialPhase>(isOver ? 'after' : 'before')
  const found = useFound({ isOpen, search, studioId })
  const phaseOf = (id: string) => added.find((one) => one.id === id)?.phase

  const toggle = async (resourceId: string) => {
    const done =
      phaseOf(resourceId) === phase
        ? await act('activity.remove-material', { activityId, resourceId })
        : await act('activity.add-material', { activityId, resourceId, phase })
    if (done !== null) router.refresh()
  }
  return (
    <div className="flex flex-wrap gap-3 pt-3 print:hidden">
      <Button size="small" onPress={() => setIsOpen(true)}>
        {t('add')}
      </Button>
      {studioId !== null && (
        <LinkButton size="small" href={`/resources/new?activity=${activityId}&studio=${studioId}`}>
          {t('upload')}
        </LinkButton>
      )}
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={t('addTitle')}
        width="wide"
        actions={(close) => <Button onPress={close}>{t('close')}</Button>}
      >
        <p>{t('addText')}</p>
        <div className="flex flex-wrap items-end gap-4 pt-4">
          <TextField
            className="min-w-52 flex-1"
            label={t('search')}
            value={search}
            onChange={setSearch}
            maxLength={60}
          />
          <SegmentedControl
            label={t('phase')}
            segments={[
              { id: 'before', label: t('before') },
              { id: 'after', label: t('after') },
            ]}
            value={phase}
            onChange={setPhase}
          />
        </div>
        {failure !== undefined && (
          <ErrorNotice className="mt-4">{t('failed', { message: failure.message })}</ErrorNotice>
        )}
        <ul className="min-h-40 pt-3">
          {found?.length === 0 && <li className="py-3 text-ink-3">{t('nothing')}</li>}
          {found?.map(({ id, title, studio, uploader }) => {
            const isAdded = phaseOf(id) === phase
            return (
              <li key={id} className="flex items-center gap-4 border-b border-line py-2">
                <span className="min-w-0 flex-1">
                  <span className="block truncate text-ink">{title}</span>
                  <span className="block truncate text-meta text-ink-3">
                    {studio.name}·{uploader.name}
                  </span>
                </span>
                <Button
                  size="small"
                  {...(isAdded ? { tone: 'ghost' } : {})}
                  isDisabled={isBusy}
                  onPress={() => void toggle(id)}
                >
                  {isAdded ? t('remove') : t('choose')}
                </Button>
              </li>
            )
          })}
        </ul>
      </Dialog>
    </div>
  )
}

/** Without words the newest of the studio; undefined until they are there. */
function useFound({ isOpen, search, studioId }: { isOpen: boolean; search: string; studioId: string | null }) {
  const [found, setFound] = useState<readonly ResourceCard[]>()
  useEffect(() => {
    if (!isOpen) return undefined
    const asking = new AbortController()
    const { signal } = asking
    const ofStudio = search.trim() === '' && studioId !== null ? { studioId } : {}
    const ask = async () => {
      const lists = await Promise.all(
        (['published', 'own'] as const).map((show) =>
          httpRequest('resources.list', { show, filter: ofStudio, search, limit: OFFERED }, { signal }),
        ),
      )
      const byId = new Map(lists.flatMap(({ items }) => items.map((item) => [item.id, item])))
      if (!signal.aborted) setFound([...byId.values()].slice(0, OFFERED))
    }
    const timer = setTimeout(() => void ask().catch(() => undefined), TYPING_PAUSE_MS)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [isOpen, search, studioId])
  return found
}
