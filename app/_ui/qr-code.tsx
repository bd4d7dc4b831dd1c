import { create } from 'qrcode'

const QUIET_ZONE = 2

/** The code of an address, always dark on white: that is what cameras look for, also in the dark theme. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const path = Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (__, column) =>
      modules.get(row, column) === 1 ? `M${column} ${row}h1v1h-1z` : '',
    ).join(''),
  ).join('')
  const edge = modules.size + 2 * QUIET_ZONE
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${edge} ${edge}`}
      shapeRendering="crispEdges"
      className="size-22 shrink-0 rounded-paper bg-[#fff]"
    >
      <path d={path} fill="#1f1d19" />
    </svg>
  )
}
