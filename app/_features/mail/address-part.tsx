import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { mailAddress, type OwnMail } from '#core/contract/mail.ts'
import { clockWords, dayWords } from '#core/domain/activity/time-words.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextField } from '#app/_ui/text-field.tsx'

type AddressPartProps = { own: Exclude<OwnMail, { status: 'off' }>; onChange: (own: OwnMail) => void }

/** The mailbox: typed, told to by a link, used; another one in its place, or none any more. */
export function AddressPart({ own, onChange }: AddressPartProps) {
  const t = useTranslations('mail.address')
  const errors = useTranslations('common.errors')
  const locale = useLocale()
  const [typed, setTyped] = useState(own.status === 'none' ? '' : own.address)
  const [isTyping, setTyping] = useState(own.status !== 'confirmed')
  const [isBusy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const [said, setSaid] = useState<string>()
  const [isAsking, setAsking] = useState(false)

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setWrong(undefined)
    setSaid(undefined)
    try {
      await work()
    } catch (failure) {
      if (!(failure instanceof RequestError)) throw failure
      setWrong(locale === 'en' ? errors(failure.code) : failure.message)
    } finally {
      setBusy(false)
    }
  }
  const send = () => {
    const address = mailAddress.safeParse(typed.trim())
    if (!address.success) {
      setWrong(t('wrong'))
      return
    }
    void attempt(async () => {
      const language = locale === 'en' ? 'en' : 'zh-CN'
      const changed = await httpRequest('mail.set-address', { address: address.data, locale: language })
      if (changed.status === 'confirmed') setTyping(false)
      else setSaid(t('sent'))
      onChange(changed)
    })
  }
  const remove = () =>
    attempt(async () => {
      onChange(await httpRequest('mail.remove', {}))
      setTyped('')
      setTyping(true)
      setAsking(false)
    })
  const isAgain = own.status === 'unconfirmed' && typed.trim() === own.address
  return (
    <Section title={t('title')} gap="none">
      <div className="flex max-w-120 flex-col items-start gap-4">
        {own.status === 'unconfirmed' && said === undefined && (
          <p className="text-ochre">{t('unconfirmed', { address: own.address })}</p>
        )}
        {own.status === 'confirmed' && <p>{t('confirmed', { address: own.address })}</p>}
        {own.status === 'confirmed' && own.failed !== null && (
          <p className="text-meta text-ochre">
            {t('failed', { when: whenWords(own.failed.at, locale), why: own.failed.why })}
          </p>
        )}
        {isTyping && (
          <form
            noValidate
            className="flex w-full flex-col items-start gap-4"
            onSubmit={(event) => {
              event.preventDefault()
              send()
            }}
          >
            <TextField
              label={t('label')}
              hint={t('hint')}
              type="email"
              autoComplete="email"
              value={typed}
              onChange={setTyped}
              maxLength={200}
              error={wrong}
              className="w-full"
            />
            <Button type="submit" tone="primary" busyLabel={isBusy ? t('saving') : undefined}>
              {t(isAgain ? 'again' : 'save')}
            </Button>
          </form>
        )}
        <p role="status" className="text-bamboo empty:hidden">
          {said}
        </p>
        <div className="flex flex-wrap gap-3">
          {!isTyping && <Button onPress={() => setTyping(true)}>{t('change')}</Button>}
          {own.status !== 'none' && (
            <Button
              tone="ghost"
              onPress={() => {
                setWrong(undefined)
                setAsking(true)
              }}
            >
              {t('remove')}
            </Button>
          )}
        </div>
      </div>
      <Dialog
        role="alertdialog"
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={t('removeTitle')}
        actions={(close) => (
          <>
            <Button onPress={close}>{t('keep')}</Button>
            <Button tone="primary" busyLabel={isBusy ? t('saving') : undefined} onPress={() => void remove()}>
              {t('remove')}
            </Button>
          </>
        )}
      >
        {t('removeText')}
        {wrong !== undefined && <ErrorNotice className="mt-4">{wrong}</ErrorNotice>}
      </Dialog>
    </Section>
  )
}

function whenWords(instant: string, locale: string): string {
  const epochMs = Date.parse(instant)
  return `${dayWords(epochMs, locale)} ${clockWords(epochMs)}`
}
