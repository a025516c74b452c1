const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const { DefinePlugin, DllPlugin, DllReferencePlugin } = require("webpack");
const { version } = require("./package.json");
require("tsx/cjs");
const { AddinFilesPlugin } = require("./src/functions/build/addinFilesPlugin.ts");
const { workbenchFolders } = require("./src/workbench/serve/workbenchFolders.ts");

/** The words of the custom functions, which the build packs. */
const WORD_TABLES = path.resolve(__dirname, "src/functions/wordTables.ts");

/** How every bundle is made; target and resolution are those of the browsers Excel runs functions in. */
const common = {
  target: ["web", "es2022"],
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: WORD_TABLES,
        loader: "ts-loader",
        // Types are checked by `npm run types`.
        options: {
          transpileOnly: true,
          configFile: path.resolve(__dirname, "tsconfig.json"),
          compilerOptions: { noEmit: false },
        },
      },
      { include: WORD_TABLES, loader: path.resolve(__dirname, "src/functions/build/packWordsLoader.ts") },
      // Modules of core only define things: what an index names and nobody uses stays out of functions.js.
      { include: path.resolve(__dirname, "src/core"), sideEffects: false },
    ],
  },
  stats: { preset: "errors-warnings", timings: true },
};

/** Two bundles (the custom functions and the task pane) and, beside them, the files Excel reads about them. */
const addin = (mode) => ({
  ...common,
  entry: { functions: "./src/functions/associate.ts", taskpane: "./src/taskpane/main.tsx" },
  output: {
    path: path.resolve(__dirname, "dist"),
    filename: "[name].js",
    // Parts loaded later are named by what is in them: an old pane never meets a part of a new build.
    chunkFilename: "[name].[contenthash:8].js",
    clean: true,
  },
  devtool: mode === "production" ? false : "source-map",
  plugins: [
    new CopyPlugin({
      patterns: [
        {
          from: "assets/*.png",
          to: "assets/[name][ext]",
          // Icons ship; pictures of the docs do not.
          filter: (file) => /-\d+\.png$/.test(file),
        },
        { from: "src/taskpane/*.css", to: "[name][ext]" },
        { from: "src/commands/shortcuts.json" },
      ],
    }),
    new DefinePlugin({ __TENURE_VERSION__: JSON.stringify(version) }),
    new AddinFilesPlugin({ root: __dirname, env: process.env }),
  ],
  performance: { maxEntrypointSize: 400_000, maxAssetSize: 400_000 },
});

/** The custom functions as they ship and, beside them, the program that times them (`npm run bench`). */
const bench = () => {
  const output = { path: path.resolve(__dirname, "node_modules/.cache/bench"), filename: "[name].js" };
  return [
    { ...common, output, entry: { functions: "./src/functions/associate.ts" } },
    {
      ...common,
      output,
      target: "node20.19",
      node: { __dirname: false },
      entry: { bench: "./test/bench/main.ts" },
    },
  ];
};

/** Of Univer, what the page takes. */
const UNIVER = ["core", "core/facade"]
  .concat(
    ["core", "conditional-formatting", "data-validation", "drawing", "filter", "hyper-link", "note", "table"]
      .map((preset) => `preset-sheets-${preset}`)
      .flatMap((preset) => [preset, `${preset}/locales/en-US`, `${preset}/locales/zh-CN`]),
  )
  .map((part) => `@univerjs/${part}`)
  // One React for both: charts of the page are drawn by Univer's.
  .concat("react", "react/jsx-runtime", "react-dom", "react-dom/client");

/** Univer by itself, for the page of `npm start`. */
const univer = () => {
  const { univer: folder } = workbenchFolders(__dirname);
  return {
    ...common,
    entry: { univer: UNIVER },
    output: { path: folder, filename: "[name].js", library: "tenureUniver" },
    // Read on this machine alone: shrinking it would only make the wait longer.
    optimization: { minimize: false },
    plugins: [new DllPlugin({ name: "tenureUniver", path: path.join(folder, "manifest.json") })],
    performance: false,
  };
};

/** Univer without a screen, for tests (`test/support/office`). */
const headless = (folder) => ({
  ...common,
  target: "node20.19",
  entry: { univer: "./test/support/office/univerParts.ts" },
  output: { path: folder, filename: "[name].js", library: { type: "commonjs2" } },
  optimization: { minimize: false },
  performance: false,
});

/** What `npm start` serves beside Univer: the add-in as it ships, and the page; both far from dist/. */
const workbench = (mode) => {
  const folders = workbenchFolders(__dirname);
  const shipped = addin(mode);
  return [
    {
      ...shipped,
      output: { ...shipped.output, path: folders.addin },
      cache: {
        type: "filesystem",
        cacheDirectory: folders.cache,
        buildDependencies: { config: [path.resolve(__dirname, "webpack.config.js")] },
      },
    },
    {
      ...common,
      entry: { main: "./src/workbench/page/main.tsx", bridge: "./src/workbench/page/bridge.ts" },
      output: { path: folders.page, filename: "[name].js", clean: true },
      optimization: { minimize: false },
      plugins: [new DllReferencePlugin({ manifest: path.join(folders.univer, "manifest.json") })],
      performance: false,
    },
  ];
};

/** The pane over a workbook on paper, for the browser tests of its pages; far from dist/. */
const panePreview = () => ({
  ...common,
  entry: { taskpane: "./test/support/pane/preview.tsx" },
  output: { path: workbenchFolders(__dirname).panePreview, filename: "[name].js" },
  optimization: { minimize: false },
  plugins: [new DefinePlugin({ __TENURE_VERSION__: JSON.stringify(version) })],
  performance: false,
});

module.exports = (env, { mode }) => {
  if (env.bench) return bench();
  if (env.headless) return headless(env.headless);
  if (env.univer) return univer();
  if (env.panePreview) return panePreview();
  return env.workbench ? workbench(mode) : addin(mode);
};
