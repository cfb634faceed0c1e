// The packages that are bundled in dist/, with version and licence; started as a program, it prints them as an SBOM (SPDX).
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

interface BundledPackage {
  name: string
  version: string
  license: string
  integrity?: string
}

/** ncc writes the licence of each bundled package under its name, after an empty line. */
export function bundledPackages(): BundledPackage[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const lines = readFileSync('dist/licenses.txt', 'utf8').split('\n')
  return lines.flatMap((name, at) => {
    const found = at === 0 || lines[at - 1] === '' ? packages[`node_modules/${name}`] : undefined
    return found ? [{ name, version: found.version, license: found.license, integrity: found.integrity }] : []
  })
}

if (import.meta.main) console.log(JSON.stringify(sbom(), null, 2))

function sbom() {
  const { name, version, license } = JSON.parse(readFileSync('package.json', 'utf8'))
  const own: BundledPackage = { name, version, license }
  const parts: BundledPackage[] = [own, ...bundledPackages()]
  return {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: `${name}@${version}`,
    documentNamespace: `https://github.com/fechatter/deploy-monitoring/sbom/${version}/${randomUUID()}`,
    creationInfo: {
      created: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      creators: ['Tool: deploy-monitoring bundled.ts'],
    },
    packages: parts.map(spdxPackage),
    relationships: parts.map((part) => ({
      spdxElementId: part === own ? 'SPDXRef-DOCUMENT' : idOf(own),
      relationshipType: part === own ? 'DESCRIBES' : 'CONTAINS',
      relatedSpdxElement: idOf(part),
    })),
  }
}

function idOf({ name, version }: BundledPackage): string {
  return `SPDXRef-Package-${`${name}-${version}`.replaceAll(/[^\w.-]/g, '-').replaceAll('_', '-')}`
}

function spdxPackage(part: BundledPackage) {
  const { name, version, license, integrity } = part
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  return {
    SPDXID: idOf(part),
    name,
    versionInfo: version,
    licenseDeclared: license,
    licenseConcluded: license,
    copyrightText: 'NOASSERTION',
    downloadLocation: `https://registry.npmjs.org/${name}/-/${name.split('/').at(-1)}-${version}.tgz`,
    filesAnalyzed: false,
    externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }],
    ...(integrity?.startsWith('sha512-') && {
      checksums: [
        { algorithm: 'SHA512', checksumValue: Buffer.from(integrity.slice(7), 'base64').toString('hex') },
      ],
    }),
  }
}
