import { Component, type ReactNode } from 'react';
import { t } from '../strings/text';
import { Button } from '../widgets/button';
import { FailureState } from '../widgets/failure-state';

interface ViewBoundaryProps {
  readonly title: string;
  readonly children: ReactNode;
}

interface ViewBoundaryState {
  readonly message: string | null;
}

/** Shows a bug where it happened instead of an empty window. */
export class ViewBoundary extends Component<ViewBoundaryProps, ViewBoundaryState> {
  override state: ViewBoundaryState = { message: null };

  static getDerivedStateFromError(error: unknown): ViewBoundaryState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (this.state.message === null) return this.props.children;
    return (
      <FailureState
        title={t('app.viewFailed', { view: this.props.title })}
        message={t('app.viewFailedNext', { message: this.state.message })}
        actions={<Button onClick={() => this.setState({ message: null })}>{t('app.tryAgain')}</Button>}
      />
    );
  }
}
