/** The package's version, put in by the build. */
declare const __TENURE_VERSION__: string;
