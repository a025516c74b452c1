const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
require("tsx/cjs");
const { AddinFilesPlugin } = require("./src/functions/build/addinFilesPlugin.ts");

/** Two bundles (the custom functions and the task pane) and, beside them, the files Excel reads about them. */
module.exports = (_, { mode }) => ({
  entry: { functions: "./src/functions/associate.ts", taskpane: "./src/taskpane/main.ts" },
  output: { path: path.resolve(__dirname, "dist"), filename: "[name].js", clean: true },
  target: ["web", "es2022"],
  devtool: mode === "production" ? false : "source-map",
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: "ts-loader",
        // Types are checked by `npm run types`.
        options: { transpileOnly: true, compilerOptions: { noEmit: false } },
      },
    ],
  },
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
  stats: { preset: "errors-warnings", timings: true },
});
