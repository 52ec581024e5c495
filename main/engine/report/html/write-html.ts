import type { ReportPaper } from '../../../../shared/model/report';
import type { ReportDocument } from '../document/report-document';

export function writeHtml(document: ReportDocument, _paper: ReportPaper): string {
  return document.title;
}
