'use client'

import { schoolStage } from '#core/contract/schooling.ts'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import {
  RESOURCE_SUMMARY_MAX_CHARS,
  RESOURCE_TITLE_MAX_CHARS,
  resourceDownloads,
  resourceInput,
  resourceKind,
  resourceLicence,
  type ResourceInput,
} from '#core/contract/resources.ts'
import { createKeptCopy } from '#app/_client/kept-copy.ts'
import { useAct } from '#app/_i18n/use-act.ts'
import { Button } from '#app/_ui/button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { RadioGroup } from '#app/_ui/radio-group.tsx'
import { Select } from '#app/_ui/select.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextField } from '#app/_ui/text-field.tsx'

const NONE = 'none'
const FIELDS = ['title', 'summary', 'subject', 'edition', 'volume', 'unit', 'activityId'] as const
type Field = (typeof FIELDS)[number]
const isField = (name: string): name is Field => FIELDS.some((field) => field === name)

/** As typed, not yet as it must be. */
const asTyped = z.string()
const typed = resourceInput.extend({
  ...{ title: asTyped, summary: asTyped, subject: asTyped, edition: asTyped, volume: asTyped, unit: asTyped },
})

type ResourceFormProps = {
  resourceId: string
  version: number
  activities: readonly { id: string; title: string }[]
  start: ResourceInput
}

/** What a resource says of itself. What is typed is kept in this browser until it is saved. */
export function ResourceForm({ resourceId, version, activities, start }: ResourceFormProps) {
  const t = useTranslations('resource')
  const router = useRouter()
  const { act, isBusy, failure } = useAct()
  const [form, setForm] = useState(start)
  const [wrong, setWrong] = useState<ReadonlySet<Field>>(new Set())
  const [copy] = useState(() => createKeptCopy(`resource-${resourceId}`, typed))

  useEffect(() => {
    const kept = copy.read()
    // eslint-disable-next-line react-hooks/set-state-in-effect -- only the browser knows what was typed before
    if (kept?.version === version) setForm(kept.form)
  }, [copy, version])

  const change = (patch: Partial<ResourceInput>) => {
    const next = { ...form, ...patch }
    setForm(next)
    copy.write({ version, form: next })
  }
  const save = async () => {
    const input = resourceInput.safeParse(form)
    if (!input.success) {
      const names = input.error.issues.map(({ path }) => String(path[0])).filter(isField)
      return setWrong(new Set(names))
    }
    setWrong(new Set())
    if ((await act('resource.change', { resourceId, version, input: input.data })) === null) return
    copy.write(null)
    router.push(`/resources/${resourceId}`)
    router.refresh()
  }
  const errorOf = (field: Field) =>
    wrong.has(field) || failure?.field === `input.${field}` ? { error: t(`form.mistakes.${field}`) } : {}
  const text = (field: 'subject' | 'edition' | 'volume' | 'unit', more: { hint?: string; maxLength: number }) => (
    <TextField
      label={t(`form.${field}`)}
      value={form[field]}
      onChange={(value) => change({ [field]: value })}
      {...more}
      {...errorOf(field)}
    />
  )
  return (
    <form
      noValidate
      className="flex max-w-160 flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        label={t('form.name')}
        value={form.title}
        onChange={(title) => change({ title })}
        maxLength={RESOURCE_TITLE_MAX_CHARS}
        {...errorOf('title')}
      />
      <TextArea
        label={t('form.summary')}
        hint={t('form.summaryHint')}
        value={form.summary}
        onChange={(summary) => change({ summary })}
        maxLength={RESOURCE_SUMMARY_MAX_CHARS}
        {...errorOf('summary')}
      />
      <RadioGroup
        isRow
        label={t('form.kind')}
        choices={resourceKind.options.map((id) => ({ id, label: t(`kinds.${id}`) }))}
        value={form.kind}
        onChange={(kind) => change({ kind })}
      />
      <div className="grid grid-cols-2 gap-x-5 gap-y-6 phone:grid-cols-1">
        <Select
          label={t('form.stage')}
          options={[{ id: NONE, label: t('form.noStage') }, ...schoolStage.options.map((id) => ({ id, label: id }))]}
          value={form.stage ?? NONE}
          onChange={(stage) => change({ stage: stage === NONE ? null : schoolStage.parse(stage) })}
        />
        {text('subject', { maxLength: 20 })}
        {text('edition', { hint: t('form.editionHint'), maxLength: 20 })}
        {text('volume', { hint: t('form.volumeHint'), maxLength: 20 })}
      </div>
      {text('unit', { hint: t('form.unitHint'), maxLength: 40 })}
      <Select
        label={t('form.activity')}
        options={[
          { id: NONE, label: t('form.noActivity') },
          ...activities.map(({ id, title }) => ({ id, label: title })),
        ]}
        value={form.activityId ?? NONE}
        onChange={(id) => change({ activityId: id === NONE ? null : id })}
        {...errorOf('activityId')}
      />
      <Select
        label={t('form.licence')}
        options={resourceLicence.options.map((id) => ({ id, label: t(`licences.${id}`) }))}
        value={form.licence}
        onChange={(licence) => change({ licence })}
      />
      <RadioGroup
        isRow
        label={t('form.downloads')}
        choices={resourceDownloads.options.map((id) => ({ id, label: t(`downloadsFor.${id}`) }))}
        value={form.downloads}
        onChange={(downloads) => change({ downloads })}
      />
      {failure !== undefined && <ErrorNotice>{t('form.failed', { message: failure.message })}</ErrorNotice>}
      <div>
        <Button type="submit" tone="primary" busyLabel={isBusy ? t('form.busy') : undefined}>
          {t('form.save')}
        </Button>
      </div>
    </form>
  )
}
