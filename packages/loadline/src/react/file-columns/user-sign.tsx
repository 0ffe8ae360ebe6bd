'use client'

import { useState, type ReactNode } from 'react'
import { safeUrl, type FileUser } from '../../core/index.js'
import { useSlots } from '../slots/slots.js'

/** A person: a picture, or the first letters of the name, and the name. */
export function UserSign({
  user: { id, name, avatarUrl },
}: {
  readonly user: FileUser
}): ReactNode {
  const slot = useSlots()
  const src = safeUrl(avatarUrl)
  const [broken, setBroken] = useState<string | null>(null)
  if (name === null && src === null) return null
  const initials = initialsOf(name ?? '')
  return (
    <>
      <span {...slot('avatar')} style={{ '--_hue': hueOf(id) } as object} aria-hidden>
        {src === null || src === broken ? (
          initials
        ) : (
          <img
            {...slot('avatar-image')}
            src={src}
            alt=""
            loading="lazy"
            decoding="async"
            referrerPolicy="no-referrer"
            onError={() => setBroken(src)}
          />
        )}
      </span>
      {name !== null && <bdi {...slot('user-name')}>{name}</bdi>}
    </>
  )
}

/** Of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word))
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase()).join('')
}

/** The same person has the same colour everywhere. */
function hueOf(id: string): number {
  const sum = Array.from(id).reduce((all, sign) => (all * 31 + (sign.codePointAt(0) ?? 0)) % 360, 0)
  // Neighbours lie far apart on the wheel.
  return (sum * 137) % 360
}
