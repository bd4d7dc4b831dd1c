'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { MaterialPhase, ResourceCard } from '#core/contract/resources.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { SegmentedControl } from '#app/_ui/segmented-control.tsx'
import { TextField } from '#app/_ui/text-field.tsx'

const TYPING_PAUSE_MS = 250
const OFFERED = 8

/** In the reader's language: visitors' pages carry nothing that would look them up. */
type MaterialsTexts = Record<
  | 'addTitle'
  | 'addText'
  | 'search'
  | 'phase'
  | 'before'
  | 'after'
  | 'close'
  | 'choose'
  | 'remove'
  | 'nothing'
  | 'again',
  string
>

export type MaterialsDialogProps = {
  activityId: string
  /** As whose the activity is; null: the city's. */
  studioId: string | null
  added: readonly { id: string; phase: MaterialPhase }[]
  isOver: boolean
  texts: MaterialsTexts
  onClose: () => void
}

/** Chooses resources of the library for an activity. */
export function MaterialsDialog({ activityId, studioId, added, isOver, texts, onClose }: MaterialsDialogProps) {
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const [search, setSearch] = useState('')
  const [phase, setPhase] = useState<MaterialPhase>(isOver ? 'after' : 'before')
  const found = useFound({ search, studioId })
  const phaseOf = (id: string) => added.find((one) => one.id === id)?.phase

  const toggle = async (resourceId: string) => {
    setIsBusy(true)
    setFailure('')
    try {
      if (phaseOf(resourceId) === phase) await httpRequest('activity.remove-material', { activityId, resourceId })
      else await httpRequest('activity.add-material', { activityId, resourceId, phase })
      router.refresh()
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setFailure(texts.again)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={texts.addTitle}
      width="wide"
      actions={(close) => <Button onPress={close}>{texts.close}</Button>}
    >
      <p>{texts.addText}</p>
      <div className="flex flex-wrap items-end gap-4 pt-4">
        <TextField
          className="min-w-52 flex-1"
          label={texts.search}
          value={search}
          onChange={setSearch}
          maxLength={60}
        />
        <SegmentedControl
          label={texts.phase}
          segments={[
            { id: 'before', label: texts.before },
            { id: 'after', label: texts.after },
          ]}
          value={phase}
          onChange={setPhase}
        />
      </div>
      {failure !== '' && <ErrorNotice className="mt-4">{failure}</ErrorNotice>}
      <ul className="min-h-40 pt-3">
        {found?.length === 0 && <li className="py-3 text-ink-3">{texts.nothing}</li>}
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
                {isAdded ? texts.remove : texts.choose}
              </Button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

/** Without words the newest of the studio; undefined until they are there. */
function useFound({ search, studioId }: { search: string; studioId: string | null }) {
  const [found, setFound] = useState<readonly ResourceCard[]>()
  useEffect(() => {
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
  }, [search, studioId])
  return found
}
