import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const BEHIND_AN_INDEX = {
  regex: "^(\\.\\./)+core/(?!math/)[^/]+/.+",
  message: "take core through a topic's index.ts: what stands behind it may change.",
};

/** Imports point inward. Each rule says what a folder may not import, and why. */
const layer = (folder, forbidden) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          ...forbidden.map(([layers, message]) => ({
            regex: `^(\\.\\./)+(${layers.join("|")})(/|$)`,
            message,
          })),
          ...(folder === "core" ? [] : [BEHIND_AN_INDEX]),
        ],
      },
    ],
  },
});

const surfaces = ["app", "cli", "functions", "taskpane", "commands", "workbench", "excel"];

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "coverage/"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    files: ["src/cli/**", "src/workbench/serve/**", "test/**", "webpack.config.js", "**/*.cjs", "**/*.mjs"],
    languageOptions: {
      globals: {
        console: "readonly",
        process: "readonly",
        require: "readonly",
        module: "writable",
        __dirname: "readonly",
        Buffer: "readonly",
        URL: "readonly",
      },
    },
    rules: { "no-console": "off", "@typescript-eslint/no-require-imports": "off" },
  },
  {
    files: ["src/taskpane/**/*.{ts,tsx}", "src/workbench/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error" },
  },
  layer("core", [
    [
      ["sources", "reports", "xlsx", "i18n", ...surfaces],
      "core is the science alone: plain data in, plain data out. It speaks in ids and codes, so that every surface can use it.",
    ],
  ]),
  {
    files: ["src/core/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        {
          name: "Date",
          message: "core has no clock and no time zone: pass days as arguments (core/math/day).",
        },
        { name: "console", message: "core returns problems as data; a surface shows them." },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "no random without a seed that is an argument." },
      ],
    },
  },
  layer("sources", [
    [
      ["reports", "xlsx", "i18n", ...surfaces],
      "sources turns cells into orders and problems; words and sheets come later.",
    ],
  ]),
  layer("reports", [
    [
      ["sources", "xlsx", ...surfaces],
      "reports turn results into a WorkbookModel; where rows came from and who writes them is not their business.",
    ],
  ]),
  layer("xlsx", [
    [
      ["sources", "i18n", ...surfaces],
      "xlsx reads cells and writes a WorkbookModel; meaning and words are decided elsewhere.",
    ],
    [["core/(?!index|tables|math)"], "xlsx takes only cell types from core."],
  ]),
  layer("excel", [
    [
      ["sources", "xlsx", "i18n", "app", "cli", "functions", "taskpane", "commands", "workbench"],
      "excel turns a WorkbookModel and plain requests into calls; words come in as arguments.",
    ],
  ]),
  layer("app", [
    [
      ["cli", "functions", "taskpane", "commands", "workbench"],
      "app is called by the surfaces, never the other way.",
    ],
  ]),
  layer("functions", [
    [
      ["sources", "reports", "xlsx", "app", "cli", "taskpane", "commands", "workbench", "excel"],
      "functions call core only: functions.js stays small and loads fast.",
    ],
  ]),
  layer("cli", [
    [["functions", "taskpane", "commands", "workbench", "excel"], "the command line has no Excel."],
  ]),
  layer("i18n", [[["core", "sources", "reports", "xlsx", ...surfaces], "i18n holds words only."]]),
);
