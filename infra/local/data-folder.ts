import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { Resource } from './template.ts'

/** What a running stack tells the tools beside it: `running.json` in its data folder. */
const running = z.object({
  pid: z.number().int(),
  url: z.url(),
  /** What a program of ours needs to speak to the stack's parts. */
  environment: z.record(z.string(), z.string()),
})
export type Running = z.output<typeof running>

/** The folder that holds everything a stack keeps: durable, and readable by its owner only. */
export interface DataFolder {
  readonly path: string
  /** A folder below, made when missing. */
  readonly sub: (name: string) => string
  /** @returns undefined when the file is not there. */
  readonly read: <T>(name: string, schema: z.ZodType<T>) => T | undefined
  /** Writes whole or not at all, also when the process is killed. */
  readonly write: (name: string, value: unknown) => void
  readonly remove: (name: string) => void
}

/** Opens the data folder, making it when missing. */
export const openDataFolder = (folder: string): DataFolder => {
  const path = resolve(folder)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  return {
    path,
    sub: (name) => {
      mkdirSync(join(path, name), { recursive: true })
      return join(path, name)
    },
    read: (name, schema) => {
      let text: string
      try {
        text = readFileSync(join(path, name), 'utf8')
      } catch {
        return undefined
      }
      return schema.parse(JSON.parse(text))
    },
    write: (name, value) => {
      const next = join(path, `${name}.${process.pid}.next`)
      writeFileSync(next, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600 })
      renameSync(next, join(path, name))
    },
    remove: (name) => rmSync(join(path, name), { force: true }),
  }
}

const runningFile = 'running.json'

export const announceRunning = (data: DataFolder, value: Running): void => data.write(runningFile, value)
export const retractRunning = (data: DataFolder): void => data.remove(runningFile)

/** The stack that says it runs on this folder, if its process still lives: a killed one leaves its file behind. */
export const findRunning = (data: DataFolder): Running | undefined => {
  const found = data.read(runningFile, running)
  if (found === undefined) return undefined
  try {
    process.kill(found.pid, 0)
    return found
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' ? found : undefined
  }
}

const secrets = z.record(z.string(), z.string())
const generation = z.object({
  SecretString: z.string().optional(),
  GenerateSecretString: z
    .object({
      PasswordLength: z.coerce.number().int().min(8).default(32),
      SecretStringTemplate: z.string().optional(),
      GenerateStringKey: z.string().optional(),
    })
    .optional(),
})

/** Secrets of `AWS::SecretsManager::Secret`: made once, kept in the data folder. */
export const keepSecrets =
  (data: DataFolder) =>
  (name: string, properties: Resource['Properties']): string => {
    const kept = data.read('secrets.json', secrets) ?? {}
    const known = kept[name]
    if (known !== undefined) return known
    const { SecretString, GenerateSecretString: how } = generation.parse(properties)
    const length = how?.PasswordLength ?? 32
    const password = randomBytes(length).toString('base64url').slice(0, length)
    const value =
      SecretString ??
      (how?.SecretStringTemplate === undefined || how.GenerateStringKey === undefined
        ? password
        : JSON.stringify({
            ...z.record(z.string(), z.unknown()).parse(JSON.parse(how.SecretStringTemplate)),
            [how.GenerateStringKey]: password,
          }))
    data.write('secrets.json', { ...kept, [name]: value })
    return value
  }
