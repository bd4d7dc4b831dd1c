import { useTranslations } from 'next-intl'
import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import type { useSend } from './use-send.ts'

type OfficeFormProps = {
  sending: Pick<ReturnType<typeof useSend>, 'mistakes' | 'isSending' | 'failure'>
  submitLabel: string
  onSubmit: () => Promise<void>
  children: ReactNode
  /** What came of it. */
  result: ReactNode
}

/** Fields, one button, and under it what came of it. */
export function OfficeForm({ sending, submitLabel, onSubmit, children, result }: OfficeFormProps) {
  const t = useTranslations('office')
  const form = useRef<HTMLFormElement>(null)
  const { mistakes } = sending
  useEffect(() => {
    if (mistakes === undefined) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] button')?.focus()
  }, [mistakes])
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
      className="flex max-w-120 flex-col gap-5"
    >
      {children}
      <div>
        <Button type="submit" busyLabel={sending.isSending ? t('busy') : undefined}>
          {submitLabel}
        </Button>
      </div>
      {sending.failure !== undefined && <ErrorNotice>{sending.failure}</ErrorNotice>}
      <div role="status" className="empty:hidden">
        {result}
      </div>
    </form>
  )
}
