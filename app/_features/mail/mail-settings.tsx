'use client'

import { useState } from 'react'
import type { OwnMail } from '#core/contract/mail.ts'
import { AddressPart } from './address-part.tsx'
import { ChoicesPart } from './choices-part.tsx'

/** Where one is written to, and what of. */
export function MailSettings({ first }: { first: Exclude<OwnMail, { status: 'off' }> }) {
  const [own, setOwn] = useState<OwnMail>(first)
  if (own.status === 'off') return null
  return (
    <>
      <AddressPart own={own} onChange={setOwn} />
      {own.status !== 'none' && <ChoicesPart choices={own.choices} onChange={setOwn} />}
    </>
  )
}
