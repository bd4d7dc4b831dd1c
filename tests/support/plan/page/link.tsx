import type { ComponentProps } from 'react'

/** Instead of next/link: there is no router on this page. */
export default function Link(props: ComponentProps<'a'>) {
  return <a {...props} />
}
