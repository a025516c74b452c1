const { TestEnvironment } = require("jest-environment-node");
const { JSDOM } = require("jsdom");

/** What a page has, for tests that draw: a node environment with the globals of a document. */
module.exports = class PaneEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.dom = new JSDOM("<!doctype html><html><body></body></html>", {
      url: "https://localhost:3000/taskpane.html",
      pretendToBeVisual: true,
    });
    const { window } = this.dom;
    // No layout and no media in here: nothing is dark, and every element is as large as it needs.
    window.matchMedia = (media) => ({
      media,
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    });
    window.ResizeObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    for (const name of Object.getOwnPropertyNames(window)) {
      if (name in this.global && !["Event", "EventTarget", "CustomEvent", "MessageEvent"].includes(name))
        continue;
      Object.defineProperty(this.global, name, {
        configurable: true,
        writable: true,
        value: window[name],
      });
    }
    Object.assign(this.global, {
      window,
      document: window.document,
      navigator: window.navigator,
      IS_REACT_ACT_ENVIRONMENT: true,
      __TENURE_VERSION__: "0.0.0",
    });
  }

  async teardown() {
    this.dom.window.close();
    await super.teardown();
  }
};
