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

/** Fields in two columns, one button, and under it what came of it. */
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
      className="grid max-w-184 grid-cols-2 items-start gap-x-6 gap-y-5 phone:grid-cols-1"
    >
      {children}
      <div className="col-span-full">
        <Button type="submit" busyLabel={sending.isSending ? t('busy') : undefined}>
          {submitLabel}
        </Button>
      </div>
      {sending.failure !== undefined && (
        <div className="col-span-full">
          <ErrorNotice>{sending.failure}</ErrorNotice>
        </div>
      )}
      <div role="status" className="col-span-full empty:hidden">
        {result}
      </div>
    </form>
  )
}
