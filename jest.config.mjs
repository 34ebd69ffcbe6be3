// Jest runs the TypeScript sources as native ES modules; swc only strips the types.
const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  testEnvironment: 'node',
};

const project = (name) => ({
  ...shared,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
});

export default {
  // `real` needs programs from outside the npm registry and runs by `npm run test:real`.
  projects: ['unit', 'contract', 'golden', 'e2e', 'real'].map(project),
  testTimeout: 60_000,
};
