import { Link } from './link.tsx'
import type { ComponentProps } from 'react'
import { buttonStyle, type ButtonLook } from './button-style.ts'

type LinkButtonProps = Omit<ComponentProps<typeof Link>, 'className'> & ButtonLook

/** A link that looks like a button: it goes somewhere, it does not act. Server-rendered. */
export function LinkButton({ tone, size, isWide, className, ...link }: LinkButtonProps) {
  return <Link {...link} className={buttonStyle({ tone, size, isWide, className })} />
}
