import { Link } from './link.tsx'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

type TextLinkProps = ComponentProps<typeof Link> & {
  /** `quiet` has no underline: for links in margins and lists that are plainly links by their place. */
  tone?: 'underlined' | 'quiet'
}

/** A link in running text. */
export function TextLink({ tone = 'underlined', className, ...link }: TextLinkProps) {
  return (
    <Link
      {...link}
      className={classNames(
        'text-bamboo',
        tone === 'underlined' && 'underline decoration-bamboo-line underline-offset-4 hovered:decoration-bamboo',
        tone === 'quiet' && 'hovered:underline hovered:underline-offset-4',
        className,
      )}
    />
  )
}
