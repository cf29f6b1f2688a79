import { Component, type ReactNode } from "react";
import { problemOf, type Problem } from "@/api/problem";
import { ProblemNotice } from "@/design";

/** Boundary keeps a page that broke from turning white: it says what happened, and lets one try again. */
export class Boundary extends Component<{ children: ReactNode }, { problem: Problem | undefined }> {
  override state: { problem: Problem | undefined } = { problem: undefined };

  static getDerivedStateFromError(thrown: unknown) {
    return { problem: problemOf(thrown) };
  }

  override render() {
    if (!this.state.problem) return this.props.children;
    return <ProblemNotice problem={this.state.problem} onRetry={() => this.setState({ problem: undefined })} />;
  }
}
