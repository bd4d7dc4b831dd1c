import { strToU8, zipSync, type Zippable } from 'fflate'
import sharp from 'sharp'

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** A Word file of one paragraph. `more`: entries beside its own. */
export function wordFile(text: string, more: Zippable = {}): Buffer {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}"/></Types>`
  const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`
  const parts = { '[Content_Types].xml': types, '_rels/.rels': relations, 'word/document.xml': document }
  const entries = Object.fromEntries(Object.entries(parts).map(([name, body]) => [name, strToU8(body)]))
  return Buffer.from(zipSync({ ...entries, ...more }))
}

/** A PDF of one empty page for each number, with a mark that makes its bytes its own. */
export function pdfFile({ pages, mark = '' }: { pages: number; mark?: string }): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'),
  ]
  let text = `%PDF-1.4\n%${mark}\n`
  const offsets = objects.map((body, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** With what a telephone writes into its pictures: where they were taken. */
export const photoWithPlace = (): Promise<Buffer> =>
  sharp({ create: { width: 1_200, height: 900, channels: 3, background: '#4a6b5d' } })
    .withExif({ IFD0: { Make: 'telephone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 48/1 0/1' } })
    .jpeg()
    .toBuffer()
