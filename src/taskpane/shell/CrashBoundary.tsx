import { Component, type ReactNode } from "react";

interface Props {
  /** Another one tries anew. */
  readonly resetKey: string;
  readonly fallback: (error: unknown, retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

type State = { readonly status: "whole" } | { readonly status: "crashed"; readonly error: unknown };

/** Keeps a page that fails from taking the pane with it. Only a class can do this in React. */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { status: "whole" };

  static getDerivedStateFromError(error: unknown): State {
    return { status: "crashed", error };
  }

  override componentDidUpdate(before: Props): void {
    if (before.resetKey !== this.props.resetKey && this.state.status === "crashed") this.retry();
  }

  private readonly retry = (): void => this.setState({ status: "whole" });

  override render(): ReactNode {
    return this.state.status === "crashed"
      ? this.props.fallback(this.state.error, this.retry)
      : this.props.children;
  }
}
