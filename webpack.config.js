const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
require("tsx/cjs");
const { AddinFilesPlugin } = require("./src/functions/build/addinFilesPlugin.ts");

/** How every bundle is made; target and resolution are those of the browsers Excel runs functions in. */
const common = {
  target: ["web", "es2022"],
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: "ts-loader",
        // Types are checked by `npm run types`.
        options: { transpileOnly: true, compilerOptions: { noEmit: false } },
      },
      // Modules of core only define things: what an index names and nobody uses stays out of functions.js.
      { include: path.resolve(__dirname, "src/core"), sideEffects: false },
    ],
  },
  stats: { preset: "errors-warnings", timings: true },
};

/** Two bundles (the custom functions and the task pane) and, beside them, the files Excel reads about them. */
const addin = (mode) => ({
  ...common,
  entry: { functions: "./src/functions/associate.ts", taskpane: "./src/taskpane/main.ts" },
  output: { path: path.resolve(__dirname, "dist"), filename: "[name].js", clean: true },
  devtool: mode === "production" ? false : "source-map",
  plugins: [
    new CopyPlugin({
      patterns: [
        { from: "assets/*.png", to: "assets/[name][ext]" },
        { from: "src/taskpane/*.css", to: "[name][ext]" },
      ],
    }),
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

module.exports = (env, { mode }) => (env.bench ? bench() : addin(mode));
