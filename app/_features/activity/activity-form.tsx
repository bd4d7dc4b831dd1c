'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useRef, useState, useSyncExternalStore } from 'react'
import type { Me } from '#core/contract/http-requests.ts'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { FormSections } from './form-sections.tsx'
import { findMistakes, type Mistakes } from './find-mistakes.ts'
import { placeOf, type ActivityFormValues } from './form-values.ts'
import { dropKeptForm, keepForm } from './kept-form.ts'
import { KeptOffer } from './kept-offer.tsx'
import { saveActivity, type PlanItem, type SaveIntent } from './save-activity.ts'
import { useLeaveGuard } from './use-leave-guard.ts'

type ActivityFormProps = {
  /** Null: a new one. */
  activityId: string | null
  initial: ActivityFormValues
  places: Me['mayCreateIn']
  /** What may be published by the person, of `places`; an activity that is published already is only saved. */
  publishablePlaces: readonly string[]
  mayAnnounce: boolean
  /** Of the plan that a new one is made from. */
  planItem?: PlanItem | null
}

type State =
  | { status: 'untouched' }
  | { status: 'changed' }
  | { status: 'saving'; intent: SaveIntent }
  | { status: 'failed'; message: string }
  | { status: 'saved' }

const never = () => () => undefined

/** Creates or changes an activity. Nothing typed is lost: not by mistakes, not by a failed save, not by leaving. */
export function ActivityForm(props: ActivityFormProps) {
  const { activityId, initial, places, publishablePlaces, mayAnnounce, planItem = null } = props
  const t = useTranslations('activity.form')
  const errors = useTranslations('common.errors')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const created = useRef(activityId)
  const [values, setValues] = useState(initial)
  const [state, setState] = useState<State>({ status: 'untouched' })
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const isUnsaved = state.status !== 'untouched' && state.status !== 'saved'
  const guard = useLeaveGuard(isUnsaved)
  const keptName = activityId ?? (planItem === null ? 'new' : `plan-item:${planItem.itemId}`)
  const placeIds = places.map(({ studioId }) => placeOf(studioId))

  const change = (patch: Partial<ActivityFormValues>) => {
    const next = { ...values, ...patch }
    setValues(next)
    setState({ status: 'changed' })
    keepForm(keptName, next)
    // What has been mended is not reproached any longer; new mistakes wait for the next attempt.
    const still = findMistakes(next, { places: placeIds })
    setMistakes((shown) => Object.fromEntries(Object.entries(shown).filter(([field]) => still[field] !== undefined)))
  }

  const save = async (intent: SaveIntent) => {
    const found = findMistakes(values, { places: placeIds })
    setMistakes(found)
    if (Object.keys(found).length > 0) {
      setState({ status: 'changed' })
      requestAnimationFrame(() => firstInvalid(form.current)?.focus())
      return
    }
    setState({ status: 'saving', intent })
    const result = await saveActivity(values, { activityId: created.current, intent, planItem })
    created.current = result.activityId
    if (result.kind === 'failed') {
      setState({ status: 'failed', message: result.message ?? errors(result.code) })
      return
    }
    dropKeptForm(keptName)
    setState({ status: 'saved' })
    router.push(`/activities/${result.activityId}`)
    router.refresh()
  }

  const busyWith = state.status === 'saving' ? state.intent : null
  const mistakeCount = Object.keys(mistakes).length
  const mayPublish = publishablePlaces.includes(values.place)
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save(mayPublish ? 'publish' : 'save')
      }}
    >
      {isInBrowser && (
        <KeptOffer
          form={keptName}
          isOpen={state.status === 'untouched'}
          onRestore={(kept) => change(activityId === null ? kept : { ...kept, place: initial.place })}
        />
      )}
      <FormSections
        activityId={activityId}
        values={values}
        places={places}
        isPlaceFixed={activityId !== null}
        mayAnnounce={mayAnnounce}
        onChange={change}
        errorOf={(field) => {
          const mistake = mistakes[field]
          return mistake === undefined ? undefined : t(mistake)
        }}
      />
      <div className="mt-10 flex flex-wrap items-center gap-3 border-t border-line-2 pt-5">
        {mayPublish && (
          <Button
            type="submit"
            tone="primary"
            size="big"
            busyLabel={busyWith === 'publish' ? t('publishing') : undefined}
          >
            {t('publish')}
          </Button>
        )}
        <Button
          size="big"
          {...(mayPublish ? {} : { type: 'submit' as const, tone: 'primary' as const })}
          onPress={() => {
            if (mayPublish) void save('save')
          }}
          busyLabel={busyWith === 'save' ? t('saving') : undefined}
        >
          {activityId === null ? t('save') : t('saveChanges')}
        </Button>
        <div aria-live="polite" className="min-w-0 phone:w-full">
          {mistakeCount > 0 && <p className="text-ochre">{t('checkTitle', { count: mistakeCount })}</p>}
          {state.status === 'failed' && <ErrorNotice>{state.message}</ErrorNotice>}
        </div>
      </div>
      <Dialog
        isOpen={guard.wanted !== null}
        onOpenChange={guard.stay}
        role="alertdialog"
        title={t('leaveTitle')}
        actions={
          <>
            <Button tone="ghost" onPress={guard.stay}>
              {t('stay')}
            </Button>
            <Button
              onPress={() => {
                const { wanted } = guard
                setState({ status: 'saved' })
                guard.stay()
                if (wanted !== null) router.push(wanted)
              }}
            >
              {t('leave')}
            </Button>
          </>
        }
      >
        {t('leaveText')}
      </Dialog>
    </form>
  )
}

function firstInvalid(form: HTMLFormElement | null): HTMLElement | null {
  const found = form?.querySelector(
    'input[aria-invalid="true"], textarea[aria-invalid="true"], [data-invalid] button, [data-invalid] [tabindex="0"], [data-invalid] input',
  )
  return found instanceof HTMLElement ? found : null
}
