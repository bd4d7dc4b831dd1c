import { Download } from 'lucide-react'
import { Icon } from './icon.tsx'

/** Fetched by the browser itself, not by the router: a file, made while one waits. */
export const ExportLink = ({ href, children }: { href: string; children: string }) => (
  <a
    href={href}
    download
    className="touch-area inline-flex items-center gap-1.5 text-ink-2 hovered:text-ink print:hidden"
  >
    <Icon of={Download} />
    {children}
  </a>
)
