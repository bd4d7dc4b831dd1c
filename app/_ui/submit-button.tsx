'use client'

import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from './button.tsx'

type SubmitButtonProps = Omit<ButtonProps, 'type' | 'busyLabel'> & {
  /** The word while the form is on its way. */
  busyLabel: string
}

/** Sends the form around it and shows that it is on its way. */
export function SubmitButton({ busyLabel, ...button }: SubmitButtonProps) {
  const { pending } = useFormStatus()
  return <Button {...button} type="submit" busyLabel={pending ? busyLabel : undefined} />
}
