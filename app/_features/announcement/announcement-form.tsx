'use client'

import { parseDate } from '@internationalized/date'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import {
  ANNOUNCEMENT_TEXT_MAX_CHARS,
  ANNOUNCEMENT_TITLE_MAX_CHARS,
  announcementInput,
} from '#core/contract/announcements.ts'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { createKeptCopy } from '#app/_client/kept-copy.ts'
import { Button } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { ComboBox } from '#app/_ui/combo-box.tsx'
import { DatePicker } from '#app/_ui/date-picker.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { Select } from '#app/_ui/select.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { useAct } from '#app/_i18n/use-act.ts'

export type Senders = HttpOutput<'announcements.places'>['senders']

/** As it is typed, kept in this browser until it is saved. */
const formAsTyped = z.object({
  senderId: z.string(),
  audienceId: z.string(),
  title: z.string(),
  text: z.string(),
  isPinned: z.boolean(),
  asksReceipt: z.boolean(),
  lastDay: z.iso.date().nullable(),
})
type FormStart = z.infer<typeof formAsTyped>
type AnnouncementFormProps = {
  senders: Senders
  start: FormStart
  /** Of a draft that is being changed. */
  draft: { announcementId: string; version: number } | null
}

type Field = 'title' | 'text' | 'audience' | 'lastDay'

/** Writes a draft: in whose name, to whom, what. It goes out from its own page, where it is seen as others will. */
export function AnnouncementForm({ senders, start, draft }: AnnouncementFormProps) {
  const t = useTranslations('announcement.form')
  const router = useRouter()
  const { act, isBusy, failure } = useAct()
  const [form, setForm] = useState(start)
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set())
  const version = draft?.version ?? 0
  const [copy] = useState(() => createKeptCopy(`announcement-${draft?.announcementId ?? 'new'}`, formAsTyped))
  useEffect(() => {
    const kept = copy.read()
    // eslint-disable-next-line react-hooks/set-state-in-effect -- only the browser knows what was typed before
    if (kept?.version === version) setForm(kept.form)
  }, [copy, version])
  const change = (patch: Partial<FormStart>) => {
    const next = { ...form, ...patch }
    setForm(next)
    copy.write({ version, form: next })
  }

  const sender = senders.find(({ id }) => id === form.senderId) ?? senders[0]
  const audience = sender?.audiences.find(({ id }) => id === form.audienceId)

  const save = async () => {
    const { title, text, isPinned, asksReceipt, lastDay } = form
    const input = announcementInput.safeParse({ sender, audience, title, text, isPinned, asksReceipt, lastDay })
    if (!input.success) return setWrong(new Set(input.error.issues.map(({ path }) => String(path[0]))))
    setWrong(new Set())
    const saved =
      draft === null
        ? await act('announcement.create', input.data)
        : (await act('announcement.change', { ...draft, input: input.data })) && draft
    if (saved === null) return
    copy.write(null)
    router.push(`/announcements/${saved.announcementId}`)
  }
  const errorOf = (field: Field) =>
    wrong.has(field) || failure?.field === `input.${field}` ? { error: t(`mistakes.${field}`) } : {}

  return (
    <form
      noValidate
      className="flex max-w-160 flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {senders.length > 1 && sender !== undefined && (
        <Select
          label={t('sender')}
          options={senders.map(({ id, name }) => ({ id, label: name }))}
          value={sender.id}
          onChange={(senderId) => change({ senderId, audienceId: senderId })}
        />
      )}
      <ComboBox
        key={sender?.id}
        label={t('audience')}
        emptyText={t('audienceNone')}
        options={(sender?.audiences ?? []).map(({ id, kind, name }) => ({
          ...{ id, label: kind === 'city' ? t('wholeCity') : name },
        }))}
        value={audience?.id ?? null}
        onChange={(audienceId) => change({ audienceId: audienceId ?? '' })}
        {...errorOf('audience')}
      />
      <TextField
        label={t('name')}
        value={form.title}
        onChange={(title) => change({ title })}
        maxLength={ANNOUNCEMENT_TITLE_MAX_CHARS}
        {...errorOf('title')}
      />
      <TextArea
        label={t('text')}
        hint={t('textHint')}
        rows={10}
        value={form.text}
        onChange={(text) => change({ text })}
        maxLength={ANNOUNCEMENT_TEXT_MAX_CHARS}
        className="[&_textarea]:min-h-64"
        {...errorOf('text')}
      />
      <DatePicker
        label={t('lastDay')}
        hint={t('lastDayHint')}
        value={form.lastDay === null ? null : parseDate(form.lastDay)}
        onChange={(day) => change({ lastDay: day === null ? null : day.toString() })}
        {...errorOf('lastDay')}
      />
      <Checkbox isSelected={form.asksReceipt} onChange={(asksReceipt) => change({ asksReceipt })}>
        {t('receipt')}
        <span className="block text-meta text-ink-3">{t('receiptHint')}</span>
      </Checkbox>
      <Checkbox isSelected={form.isPinned} onChange={(isPinned) => change({ isPinned })}>
        {t('pinned')}
      </Checkbox>
      {failure !== undefined && <ErrorNotice>{failure.message}</ErrorNotice>}
      <div className="flex gap-3">
        <Button type="submit" tone="primary" busyLabel={isBusy ? t('busy') : undefined}>
          {t('save')}
        </Button>
        <LinkButton href={draft === null ? '/announcements' : `/announcements/${draft.announcementId}`}>
          {t('leave')}
        </LinkButton>
      </div>
    </form>
  )
}
