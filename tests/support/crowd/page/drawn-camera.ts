const WIDTH_PX = 320
const HEIGHT_PX = 180
const FPS = 5
const HAND_TURNS_PER_S = 0.25

/** A camera that costs next to nothing: a figure before a wall of its own colour, with a hand that goes round. */
export class DrawnCamera {
  readonly track: MediaStreamTrack
  readonly #context: CanvasRenderingContext2D
  readonly #hue: number
  readonly #drawing: ReturnType<typeof setInterval>
  #isStill = false

  constructor({ hue }: { hue: number }) {
    const canvas = document.createElement('canvas')
    canvas.width = WIDTH_PX
    canvas.height = HEIGHT_PX
    const context = canvas.getContext('2d')
    const [track] = canvas.captureStream(FPS).getVideoTracks()
    if (context === null || track === undefined) throw new Error('This browser draws no cameras.')
    this.#context = context
    this.#hue = hue
    this.track = track
    this.#draw()
    this.#drawing = setInterval(() => this.#draw(), 1_000 / FPS)
  }

  /** A still camera sends nothing, as one behind a link that has become too weak. */
  setStill(isStill: boolean): void {
    this.#isStill = isStill
  }

  /** Idempotent. */
  close(): void {
    clearInterval(this.#drawing)
    this.track.stop()
  }

  #draw(): void {
    if (this.#isStill) return
    const [context, hue] = [this.#context, this.#hue]
    context.fillStyle = `hsl(${hue} 30% 42%)`
    context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX)
    context.fillStyle = `hsl(${hue} 35% 24%)`
    this.#disc({ x: 160, y: 190, radius: 62 })
    context.fillStyle = '#e3bd9c'
    this.#disc({ x: 160, y: 84, radius: 38 })
    const angle = (performance.now() / 1_000) * HAND_TURNS_PER_S * 2 * Math.PI
    context.fillStyle = '#f3efe6'
    this.#disc({ x: 280 + 18 * Math.cos(angle), y: 36 + 18 * Math.sin(angle), radius: 6 })
  }

  #disc({ x, y, radius }: { x: number; y: number; radius: number }): void {
    this.#context.beginPath()
    this.#context.arc(x, y, radius, 0, 2 * Math.PI)
    this.#context.fill()
  }
}
