// Jest runs the TypeScript sources as native ES modules; swc only strips the types.
const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '<rootDir>/test/support/jest-transform.mjs',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  testEnvironment: 'node',
  // Programs and models of other registries, which may arrive while tests run.
  modulePathIgnorePatterns: ['<rootDir>/.real/'],
};

const project = (name) => ({
  ...shared,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
});

export default {
  // `real` needs programs from outside the npm registry and runs by `npm run test:real`.
  projects: ['unit', 'contract', 'golden', 'e2e', 'real'].map(project),
  // Tests wait for programs and timers as often as they compute, so that no core is left to Jest itself.
  maxWorkers: '100%',
  testTimeout: 60_000,
};
