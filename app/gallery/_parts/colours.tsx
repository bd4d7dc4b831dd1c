import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Section } from '../../_ui/section.tsx'
import { contrastRatio, readTokens, type Tokens } from '../contrast.ts'
import { COLOUR_PAIRS, type ColourPair } from '../pairs.ts'

/** The contrast of every pair, computed from tokens.css as it is on disk. */
export async function ColoursPart() {
  const css = await readFile(path.join(/* turbopackIgnore: true */ process.cwd(), 'app/_ui/tokens.css'), 'utf8')
  const { light, dark } = readTokens(css)
  return (
    <Section title="色" note="数字为对比度，左浅右深" gap="small" id="colours">
      <div className="grid grid-cols-3 gap-x-8 gap-y-3 phone:grid-cols-1 phone:gap-3.5">
        {COLOUR_PAIRS.map((pair) => (
          <p
            key={`${pair.ink} ${pair.ground}`}
            data-pair=""
            data-least={pair.least}
            className="grid grid-cols-[2.25rem_2.25rem_1fr_auto] items-center text-[0.8125rem] leading-4.5"
          >
            <Swatch pair={pair} tokens={light} />
            <Swatch pair={pair} tokens={dark} />
            <span className="pl-3">
              {pair.name}
              <span className="block text-caption text-ink-3">
                {pair.ink} / {pair.ground}
              </span>
            </span>
            <b className="text-meta font-medium">
              <span data-ratio="">{ratio(pair, light)}</span>
              {'\u3000'}
              <span data-ratio="">{ratio(pair, dark)}</span>
            </b>
          </p>
        ))}
      </div>
    </Section>
  )
}

function Swatch({ pair, tokens }: { pair: ColourPair; tokens: Tokens }) {
  return (
    <span
      aria-hidden
      className="grid size-9 place-items-center border font-song text-[16px] leading-none font-semibold"
      style={{ background: tokens.get(pair.ground), color: tokens.get(pair.ink), borderColor: tokens.get('line-2') }}
    >
      字
    </span>
  )
}

function ratio(pair: ColourPair, tokens: Tokens): string {
  const [ink, ground] = [tokens.get(pair.ink), tokens.get(pair.ground)]
  if (ink === undefined || ground === undefined) throw new Error(`unknown token in ${pair.ink} / ${pair.ground}`)
  return contrastRatio(ink, ground).toFixed(1)
}
