import { findNodeAtLocation, type JSONPath, type Node, parseTree } from 'jsonc-parser'
import { placesIn } from './places.ts'
import type { TextPosition } from './tree.ts'

export type JsonPath = readonly (string | number)[]

/**
 * Where the values of these paths start in a JSON text; a path that does not exist gets the place of its nearest
 * ancestor. Only for texts that JSON.parse accepts.
 */
export function jsonPlaces(text: string, paths: readonly JsonPath[]): TextPosition[] {
  const root = treeOf(text)
  const place = placesIn(text)
  return paths.map((path) => place(root ? nearest(root, [...path]).offset : 0))
}

function treeOf(text: string): Node | undefined {
  try {
    return parseTree(text)
  } catch (error) {
    // The parser recurses: a text with thousands of levels fills the stack.
    if (!(error instanceof RangeError)) throw error
    return undefined
  }
}

function nearest(root: Node, path: JSONPath): Node {
  for (let depth = path.length; depth > 0; depth--) {
    const node = findNodeAtLocation(root, path.slice(0, depth))
    if (node) return node
  }
  return root
}
