/** The forms in which a secret may turn up: as it is, each line of it, in base64, URL-encoded. Short ones would mask everything. */
export function secretForms(value: string): string[] {
  const lines = value.split(/\r?\n/).map((line) => line.trim())
  const base64 = Buffer.from(value).toString('base64')
  const forms = [value, ...lines, base64, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]
  return [...new Set(forms)].filter((form) => form.length >= 4)
}

/** Takes secrets out of texts where no runner masks them. */
export interface Redactor {
  add(secret: string): void
  /** The text with `***` in the place of every form of every secret known so far. */
  hide(text: string): string
}

export function createRedactor(): Redactor {
  const forms = new Set<string>()
  return {
    add: (secret) => {
      for (const form of secretForms(secret)) forms.add(form)
    },
    // Longest first: a secret may be part of another.
    hide: (text) =>
      [...forms]
        .toSorted((a, b) => b.length - a.length)
        .reduce((rest, form) => rest.replaceAll(form, '***'), text),
  }
}
