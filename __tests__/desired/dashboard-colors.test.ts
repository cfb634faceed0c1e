import { expect, test } from '@jest/globals'
import { AT_RISK, BAD, SELF_COLOR, SERVICE_COLORS } from '../../src/desired/dashboards/colors.ts'

type Rgb = readonly [number, number, number]

/** Linear light from a colour such as #309AD4. */
const linear = (hex: string): Rgb =>
  [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** The contrast ratio of WCAG. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(linear(a)), luminance(linear(b))].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** Machado, Oliveira, Fernandes 2009, severity 1: what people without red, green or blue cones see. */
const SIGHT: Readonly<Record<string, readonly Rgb[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
}

const seen = (color: Rgb, sight: readonly Rgb[]): Rgb =>
  sight.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, f, i) => sum + f * (color[i] ?? 0), 0),
      ),
    ),
  ) as unknown as Rgb

/** CIE Lab, D65. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const distance = (a: Rgb, b: Rgb) => Math.hypot(...a.map((x, i) => x - (b[i] ?? 0)))

const lines = [...SERVICE_COLORS, SELF_COLOR, BAD]

test.each([...lines, AT_RISK])(
  'a line of %s is seen on the dark and on the light background of Grafana',
  (color) => {
    // 3: what WCAG asks for graphics; orange is looked for on the line of a threshold, which has a number beside it.
    expect(contrast(color, '#181B1F')).toBeGreaterThanOrEqual(3)
    expect(contrast(color, '#FFFFFF')).toBeGreaterThanOrEqual(color === AT_RISK ? 2.5 : 3)
  },
)

test.each(Object.entries(SIGHT))('colours of services are told apart with %s sight', (_, sight) => {
  const close = lines.flatMap((a, i) =>
    lines.slice(i + 1).flatMap((b) => {
      const far = distance(lab(seen(linear(a), sight)), lab(seen(linear(b), sight)))
      return far < 20 ? [`${a} ${b} ${far.toFixed(0)}`] : []
    }),
  )
  expect(close).toEqual([])
})
