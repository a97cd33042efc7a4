import tseslint from 'typescript-eslint';

/**
 * Rooms and who may come in (docs/architecture.md). Each room names the rooms it must not import from; what is not
 * named is allowed.
 */
const ROOMS = {
  'utils/arabic': ['matching', 'dataset', 'telling', 'page', 'browser', 'background', 'components', 'entrypoints', 'scripts'],
  // Its format knows the dataset's records no more than the dataset knows its passes: not even by type.
  'utils/matching': ['dataset', 'telling', 'page', 'browser', 'background', 'components', 'entrypoints', 'scripts'],
  'utils/dataset': ['telling', 'page', 'browser', 'background', 'components', 'entrypoints', 'scripts'],
  'utils/telling': ['page', 'background', 'components', 'entrypoints', 'scripts'],
  'utils/page': ['matching', 'dataset', 'telling', 'browser', 'background', 'components', 'entrypoints', 'scripts'],
  'utils/browser': ['page', 'telling', 'background', 'components', 'entrypoints', 'scripts'],
  'utils/background': ['page', 'components', 'entrypoints', 'scripts'],
  components: ['page', 'background', 'entrypoints', 'scripts'],
  entrypoints: ['scripts'],
};

const rooms = Object.entries(ROOMS).map(([room, barred]) => ({
  files: [`${room}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: barred.map((name) => ({
          group: [`**/${name}/**`],
          message: `${room} does not import from ${name}: see docs/architecture.md.`,
          allowTypeImports: (name === 'matching' || name === 'dataset') && room !== 'utils/matching',
        })),
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['.output/**', '.wxt/**', 'node_modules/**', '.cache/**'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-eval': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text is rendered as text.' },
        { property: 'outerHTML', message: 'Text is rendered as text.' },
        { property: 'insertAdjacentHTML', message: 'Text is rendered as text.' },
      ],
    },
  },
  ...rooms,
  { files: ['scripts/**', 'tests/**', '*.config.*'], rules: { 'no-console': 'off', 'no-restricted-properties': 'off' } },
);
