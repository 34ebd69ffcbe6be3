/**
 * Adds to the lock file the optional packages of other platforms that the registry in use does not serve: npm
 * leaves them out when it writes the file, and `npm ci` then refuses it. Run after every change of dependencies.
 */

import { readFile, writeFile } from 'node:fs/promises';

interface LockedPackage {
  readonly version: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];

/** Processors as packages spell them, and as Node does. */
const PROCESSORS: readonly (readonly [string, string])[] = [
  ['arm64', 'arm64'],
  ['armv7', 'arm'],
  ['arm-', 'arm'],
  ['x64', 'x64'],
  ['ia32', 'ia32'],
  ['ppc64', 'ppc64'],
  ['riscv64', 'riscv64'],
  ['s390x', 's390x'],
  ['loong64', 'loong64'],
];

const lock = JSON.parse(await readFile('package-lock.json', 'utf8'));
const packages: Record<string, LockedPackage> = lock.packages;
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages) continue;
    const platform = platformOf(name);
    if (platform === undefined || !/^\d+\.\d+\.\d+/.test(version))
      throw new Error(`what is ${name} ${version}, which ${path} wants?`);
    packages[`node_modules/${name}`] = { version, ...(dev === true && { dev }), optional: true, ...platform };
    console.log(`added ${name} ${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
await writeFile('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);

/** Which machines a package is for, by its name; npm does not look at it on any other. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> | undefined {
  const system = SYSTEMS.find((word) => name.includes(word));
  const processor = PROCESSORS.find(([word]) => name.includes(word))?.[1];
  if (system === undefined || processor === undefined) return undefined;
  const libc = name.includes('musl') ? 'musl' : 'glibc';
  return { os: [system], cpu: [processor], ...(system === 'linux' && { libc: [libc] }) };
}
