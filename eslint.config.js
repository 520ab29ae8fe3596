import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      '.venv*/**',
      'bench-out/',
      'dist/',
      'node_modules/',
      'grammar/vscode/',
      'runtime/tensor/kernels/wasm/assembly/',
      'runs/',
      'downloads/',
      // Programs that the tests start.
      'spec/sources/programs/',
      'coverage/',
      '.dependency-cruiser.cjs',
    ],
  },
  ...tseslint.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  { files: ['spec/**', 'scripts/**', 'bench/**', 'runtime/cli/**'], rules: { 'no-console': 'off' } },
  { files: ['spec/**'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
);
