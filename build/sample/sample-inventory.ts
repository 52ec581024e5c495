import type { Cell } from './delimited-text';

/*
 * The inventory of a made-up hospital group. Every name is invented: no organisation, supplier, product or
 * person in it exists.
 */

type Rows = readonly (readonly Cell[])[];

/** One row a line, cells between bars. */
function rowsOf(text: string): Rows {
  return text
    .trim()
    .split('\n')
    .map((line) => (line.trim() === '' ? [] : line.split('|').map((cell) => cell.trim())));
}

export const names = {
  pas: 'Larkspur Patient Administration',
  engine: 'Causeway Integration Engine',
  record: 'Rowan Patient Record',
  laboratory: 'Pipit Laboratory System',
  radiology: 'Cobalt Radiology System',
  images: 'Cobalt Image Archive',
  prescribing: 'Fennel Prescribing',
  theatres: 'Sorrel Theatres',
  maternity: 'Marigold Maternity',
  emergency: 'Tamarisk Emergency Board',
  letters: 'Kestrel Letters Hub',
  warehouse: 'Foxglove Data Warehouse',
  reporting: 'Bramble Reporting',
  community: 'Aster Community Record',
  scheduler: 'Aster Scheduler',
  practiceA: 'Heron Practice Record',
  practiceB: 'Plover Practice Record',
  inbox: 'Curlew Document Inbox',
  objections: 'National Objection Register',
  personIndex: 'National Person Index',
  platform: 'Regional Sharing Platform',
  legacy: 'Elderflower Legacy Administration',
  vault: 'Willow Backup Vault',
  costing: 'Clover Costing Ledger',
  research: 'Research Extract Service',
} as const;

export const firewall = 'Harrowmere Border Firewall';

/** What the two lists of owners disagree on: dataset, system, role, the two answers. */
export const ownerConflicts = [
  [
    'Pathology results',
    'Rowan Patient Record',
    'information asset owner',
    'Chief Clinical Information Officer',
    'Medical Director',
  ],
  [
    'Patient demographics',
    'Larkspur Patient Administration',
    'information asset owner',
    'Director of Operations',
    'Records Manager',
  ],
  [
    'Sharing objections',
    'Plover Practice Record',
    'information asset owner',
    'Federation Manager',
    'Lanternquay Systems',
  ],
  [
    'Sharing objections',
    'National Objection Register',
    'controller',
    'Quillford Records Agency',
    'Oxmere Practices Federation',
  ],
] as const;

/** it-service-catalogue.csv: the IT department's list. Blank backup, audit trail and recon check: nobody said. */
export const systemRows: Rows = rowsOf(`
  Application Name | Department | Business owner | IT Application owner | Vendor | Data Centre | Description | Business criticality | lifecycle:endOfLife | Backup? | Audit trail | Recon check
  Larkspur Patient Administration | Harrowmere Hospitals | Director of Operations | Head of Clinical Systems | Ospreyfinch Software | Harrowmere North Data Centre | Patient administration | High | 2024-01-31 | yes | yes | no
  Causeway Integration Engine | Harrowmere Hospitals |  | Integration Lead | Lanternquay Systems | Harrowmere North Data Centre | Passes messages between systems | High |  | yes | yes | no
  Rowan Patient Record | Harrowmere Hospitals | Chief Clinical Information Officer | Head of Clinical Systems | Lanternquay Systems | Harrowmere South Data Centre | Electronic patient record | High |  | yes | yes | no
  Pipit Laboratory System | Harrowmere Hospitals | Head of Pathology | Laboratory Systems Manager | Ospreyfinch Software | Harrowmere North Data Centre | Laboratory orders and results | High |  | yes | yes |
  Cobalt Radiology System | Harrowmere Hospitals | Head of Imaging | Imaging Systems Manager | Ospreyfinch Software | Harrowmere South Data Centre | Radiology orders and reports | High |  | yes | yes |
  Cobalt Image Archive | Harrowmere Hospitals | Head of Imaging | Imaging Systems Manager | Ospreyfinch Software | Harrowmere South Data Centre | Images | High |  |  | yes |
  Fennel Prescribing | Harrowmere Hospitals | Chief Pharmacist | Head of Clinical Systems | Lanternquay Systems | Harrowmere South Data Centre | Prescriptions and administration | High |  | yes | yes | no
  Sorrel Theatres | Harrowmere Hospitals | Director of Surgery |  | Ospreyfinch Software | Harrowmere North Data Centre | Theatre lists | Medium | 2023-09-30 | no |  |
  Marigold Maternity | Harrowmere Hospitals | Director of Midwifery | Head of Clinical Systems | Lanternquay Systems | Harrowmere South Data Centre | Maternity notes | High |  | yes | no | no
  Tamarisk Emergency Board | Harrowmere Hospitals | Clinical Director, Emergency | Head of Clinical Systems | Lanternquay Systems | Harrowmere North Data Centre | Emergency attendances | High |  |  |  |
  Kestrel Letters Hub | Harrowmere Hospitals |  |  | Lanternquay Systems | Harrowmere North Data Centre | Sends letters to practices | Medium |  | no | yes | no
  Foxglove Data Warehouse | Harrowmere Hospitals | Director of Information | Business Intelligence Lead | Thistlegate Cloud | Thistlegate Cloud Region | Reporting data | Medium |  | yes | yes | yes
  Bramble Reporting | Harrowmere Hospitals | Director of Information | Business Intelligence Lead | Thistlegate Cloud | Thistlegate Cloud Region | Reports | Low |  |  | yes |
  Aster Community Record | Tarnside Community Services | Head of Community Nursing | Community IT Lead | Ospreyfinch Software | Tarnside Machine Room | Community patient record | High |  | no | yes | no
  Aster Scheduler | Tarnside Community Services | Head of Community Nursing | Community IT Lead | Ospreyfinch Software | Tarnside Machine Room | Visits | Medium |  | no | no | no
  Heron Practice Record | Oxmere Practices Federation | Federation Manager |  | Ospreyfinch Software | Thistlegate Cloud Region | General practice record | High |  | yes | yes |
  Plover Practice Record | Oxmere Practices Federation | Federation Manager |  | Lanternquay Systems | Thistlegate Cloud Region | General practice record | High |  | yes | yes |
  Curlew Document Inbox | Oxmere Practices Federation |  |  | Lanternquay Systems | Thistlegate Cloud Region | Incoming documents | Medium |  |  |  |
  National Objection Register | Quillford Records Agency | Head of Preferences | Platform Lead | Quillford Records Agency | Quillford National Data Centre | Objections to sharing | High |  | yes | yes | no
  National Person Index | Quillford Records Agency | Head of Identity | Platform Lead | Quillford Records Agency | Quillford National Data Centre | Index of people | High |  | yes |  |
  Regional Sharing Platform | Quillford Records Agency | Programme Director |  | Thistlegate Cloud | Thistlegate Cloud Region | Planned sharing platform |  |  |  |  |
  Elderflower Legacy Administration | Harrowmere Hospitals |  |  | Ospreyfinch Software | Harrowmere North Data Centre | Patient administration until January 2024 | Low | 2024-01-31 | no | no | no
  Willow Backup Vault | Harrowmere Hospitals | Head of Infrastructure | Head of Infrastructure | Pellmarsh Hosting | Harrowmere South Data Centre | Backups | High |  |  | yes |
  Clover Costing Ledger | Harrowmere Hospitals | Director of Finance | Finance Systems Manager | Ospreyfinch Software | Harrowmere North Data Centre | Costs | Low |  | yes |  |
`);

/** interface-register.csv: what is said to flow. */
export const flowRows: Rows = rowsOf(`
  Source | Destination | Dataset | Method | Frequency | Status | Expectation | Max delay (minutes) | Owner | Standard
  Pipit Laboratory System | Causeway Integration Engine | Pathology results | HL7 v2 MLLP | Continuous | live | all | 60 | Integration Lead | HL7 v2.4
  Causeway Integration Engine | Rowan Patient Record | Pathology results | HL7 v2 MLLP | Continuous | live | all | 60 |  | HL7 v2.4
  Larkspur Patient Administration | Causeway Integration Engine | Patient demographics | HL7 v2 MLLP | Continuous | live | all | 60 | Integration Lead | HL7 v2.4
  Causeway Integration Engine | Aster Community Record | Patient demographics | HL7 v2 MLLP | Continuous | live | all | 240 | Integration Lead | HL7 v2.4
  Causeway Integration Engine | Larkspur Patient Administration | Merge notices | HL7 v2 MLLP | As needed | live | all |  |  | HL7 v2.4
  Cobalt Radiology System | Cobalt Image Archive | Images | DICOM | Continuous | live | all | 120 | Imaging Systems Manager | DICOM
  Cobalt Radiology System | Rowan Patient Record | Radiology reports | HL7 v2 MLLP | Continuous | live | all | 60 | Integration Lead | HL7 v2.4
  Rowan Patient Record | Kestrel Letters Hub | Clinic letters | Batch file | Every night | live | all | 1440 |  |
  Kestrel Letters Hub | Heron Practice Record | Clinic letters | Message exchange | Every night | live | all | 2880 |  |
  Kestrel Letters Hub | Plover Practice Record | Clinic letters | Message exchange | Every night | live | all | 2880 |  |
  Heron Practice Record | National Objection Register | Sharing objections | API | Daily | live | all | 1440 | Federation Manager |
  Plover Practice Record | National Objection Register | Sharing objections | API | Daily | live | all | 1440 | Federation Manager |
  Rowan Patient Record | Foxglove Data Warehouse | Hospital activity | Nightly extract | Every night | live | filtered | 1440 | Business Intelligence Lead |
  Foxglove Data Warehouse | Bramble Reporting | Hospital activity | Nightly extract | Every night | live | aggregated | 1440 | Business Intelligence Lead |
  Fennel Prescribing | Rowan Patient Record | Prescriptions | HL7 v2 MLLP | Continuous | live | all | 60 | Integration Lead | HL7 v2.4
  Tamarisk Emergency Board | Rowan Patient Record | Emergency attendances | HL7 v2 MLLP | Continuous | live | all | 60 |  | HL7 v2.3
  Aster Community Record | Aster Scheduler | Community contacts | Database link | Continuous | live | all | 60 | Community IT Lead |
  Larkspur Patient Administration | National Person Index | Patient demographics | API | Daily | live | unknown |  | Head of Clinical Systems | FHIR R4
  Rowan Patient Record | Regional Sharing Platform | Pathology results | FHIR API |  | planned | all |  |  |
  Rowan Patient Record | Regional Sharing Platform | Clinic letters | FHIR API |  | planned |  |  |  |
  Aster Community Record | Regional Sharing Platform | Community contacts | FHIR API |  | planned | filtered |  | Programme Director | FHIR R4
  Marigold Maternity | Causeway Integration Engine | Births | HL7 v2 batch | Every night | live | all | 1440 | Integration Lead | HL7 v2.4
  Marigold Maternity | Rowan Patient Record | Maternity records | HL7 v2 MLLP |  | planned | all | 60 | Integration Lead | HL7 v2.4
  Elderflower Legacy Administration | Larkspur Patient Administration | Patient demographics | Migration | Once | retired | all |  |  |
`);

/** information-asset-register.xlsx: governance's list, its header on the fourth row under a banner. */
export const assetRegisterRows: Rows = rowsOf(`
  Harrowmere Hospitals: information asset register
  Approved by the Information Governance Group, January 2024
  
  Information Asset | Location/system or place of storage | Role of system | Data Controller | Data Processor | Information Asset Owner | Information Asset Administrator | Retention schedule
  Patient demographics | Larkspur Patient Administration | system of record | Harrowmere Hospitals | Ospreyfinch Software | Director of Operations | Records Manager | 20 years
  Patient demographics | Aster Community Record | system of record | Tarnside Community Services | Ospreyfinch Software | Head of Community Nursing |  | 20 years
  Patient demographics | National Person Index | system of reference | Quillford Records Agency |  | Head of Identity |  |
  Patient demographics | Elderflower Legacy Administration | archive | Harrowmere Hospitals | Ospreyfinch Software |  |  |
  Pathology results | Pipit Laboratory System | system of record | Harrowmere Hospitals | Ospreyfinch Software | Head of Pathology | Laboratory Systems Manager | 30 years
  Pathology results | Rowan Patient Record | copy | Harrowmere Hospitals | Lanternquay Systems | Chief Clinical Information Officer |  | 30 years
  Pathology results | Causeway Integration Engine | in transit | Harrowmere Hospitals | Lanternquay Systems |  |  |
  Images | Cobalt Image Archive | system of record | Harrowmere Hospitals | Ospreyfinch Software | Head of Imaging | Imaging Systems Manager | 8 years
  Radiology reports | Cobalt Radiology System | system of record | Harrowmere Hospitals | Ospreyfinch Software | Head of Imaging |  | 8 years
  Clinic letters | Rowan Patient Record | system of record |  | Lanternquay Systems | Chief Clinical Information Officer |  | 20 years
  Clinic letters | Kestrel Letters Hub | in transit |  | Lanternquay Systems |  |  |
  Clinic letters | Heron Practice Record | copy | Oxmere Practices Federation | Ospreyfinch Software | Federation Manager |  |
  Clinic letters | Plover Practice Record | copy | Oxmere Practices Federation | Lanternquay Systems | Federation Manager |  |
  Sharing objections | Heron Practice Record | system of record | Oxmere Practices Federation | Ospreyfinch Software | Federation Manager |  |
  Sharing objections | Plover Practice Record | system of record | Oxmere Practices Federation | Lanternquay Systems | Federation Manager |  |
  Sharing objections | National Objection Register | copy | Quillford Records Agency |  | Head of Preferences |  |
  Prescriptions | Fennel Prescribing | system of record | Harrowmere Hospitals | Lanternquay Systems | Chief Pharmacist |  | 20 years
  Prescriptions | Rowan Patient Record | copy | Harrowmere Hospitals | Lanternquay Systems | Chief Clinical Information Officer |  |
  Maternity records | Marigold Maternity | system of record | Harrowmere Hospitals | Lanternquay Systems | Director of Midwifery |  | 25 years
  Emergency attendances | Tamarisk Emergency Board | system of record | Harrowmere Hospitals | Lanternquay Systems | Clinical Director, Emergency |  |
  Theatre lists | Sorrel Theatres | system of record | Harrowmere Hospitals | Ospreyfinch Software |  |  |
  Community contacts | Aster Community Record | system of record | Tarnside Community Services | Ospreyfinch Software | Head of Community Nursing |  |
  Hospital activity | Foxglove Data Warehouse | copy | Harrowmere Hospitals | Thistlegate Cloud | Director of Information | Business Intelligence Lead | 6 years
  Costs | Clover Costing Ledger | system of record | Harrowmere Hospitals | Ospreyfinch Software | Director of Finance |  | 6 years
`);

/** owners-it-review.tsv: the IT department's own review, which disagrees with governance on some rows. */
export const ownerReviewRows: Rows = rowsOf(`
  Information Asset | Location/system or place of storage | Data Controller | Information Asset Owner | Custodian | SIRO | Caldicott Guardian | Host
  Pathology results | Pipit Laboratory System | Harrowmere Hospitals | Head of Pathology | Laboratory Systems Manager | Dr Imogen Sallow | Dr Imogen Sallow | Harrowmere Hospitals
  Pathology results | Rowan Patient Record | Harrowmere Hospitals | Medical Director | Head of Clinical Systems | Dr Imogen Sallow | Dr Imogen Sallow | Harrowmere Hospitals
  Patient demographics | Larkspur Patient Administration | Harrowmere Hospitals | Records Manager | Head of Clinical Systems | Dr Imogen Sallow | Dr Imogen Sallow | Harrowmere Hospitals
  Clinic letters | Rowan Patient Record |  | Chief Clinical Information Officer | Head of Clinical Systems |  |  | Harrowmere Hospitals
  Sharing objections | Plover Practice Record | Oxmere Practices Federation | Lanternquay Systems |  | Mr Tobias Fenn | Dr Ottoline Marsh | Thistlegate Cloud
  Sharing objections | National Objection Register | Oxmere Practices Federation | Head of Preferences | Platform Lead |  |  | Quillford Records Agency
  Community contacts | Aster Community Record | Tarnside Community Services | Head of Community Nursing | Community IT Lead | Ms Perpetua Lowe | Dr Anselm Reed | Tarnside Community Services
  Hospital activity | Foxglove Data Warehouse | Harrowmere Hospitals | Director of Information | Business Intelligence Lead |  |  | Thistlegate Cloud
`);

/** sites.csv: places and networks, and what each needs to work. */
export const siteRows: Rows = rowsOf(`
  Site | Kind | Depends on | Operator
  Harrowmere North Data Centre | site | Harrowmere Border Firewall | Harrowmere Hospitals
  Harrowmere South Data Centre | site | Harrowmere Border Firewall | Harrowmere Hospitals
  Harrowmere Border Firewall | network | Regional Care Network | Harrowmere Hospitals
  Tarnside Machine Room | site | Regional Care Network | Tarnside Community Services
  Thistlegate Cloud Region | site | Regional Care Network | Thistlegate Cloud
  Quillford National Data Centre | site | Regional Care Network | Quillford Records Agency
  Regional Care Network | network |  | Quillford Records Agency
`);

/** controls.csv: the auditors' look at controls; they differ from the catalogue on one. */
export const controlRows: Rows = rowsOf(`
  System | Control | State | Checked on | Remark
  Larkspur Patient Administration | Backup | present | 2024-01-18 | Restored to a test machine
  Rowan Patient Record | Backup | absent | 2024-01-18 | Set up, but no backup had run since the move
  Causeway Integration Engine | Monitoring | absent | 2024-01-18 | No alert on message counts
  Causeway Integration Engine | Reconciliation | absent | 2024-01-18 | Sent and received are not compared
  Kestrel Letters Hub | Backup | absent | 2024-01-18 |
  Kestrel Letters Hub | Monitoring |  | 2024-01-18 | Not seen
  Foxglove Data Warehouse | Reconciliation | present | 2024-01-18 | Row counts compared every morning
  National Objection Register | Reconciliation | absent | 2024-01-18 |
`);

/** warnings.csv: who said what, when, to whom. */
export const warningRows: Rows = rowsOf(`
  Date | About | Warning | Raised by | Raised to | Document
  2023-03-14 | Causeway Integration Engine | Nobody compares what was sent with what was received | Internal audit | Director of Operations | Audit report 7
  2023-07-03 | Kestrel Letters Hub | Letters wait in a queue that no one watches | Integration Lead | Head of Clinical Systems | Email
  2023-11-20 | Rowan Patient Record | Transferred data has no automatic backup | Head of Infrastructure | Chief Clinical Information Officer | Risk register 112
  2024-01-22 | National Objection Register | Practices cannot tell whether an objection arrived | Federation Manager | Head of Preferences | Letter
  2024-03-08 | Plover Practice Record | Objections recorded in March are not on the national register | A practice manager | Lanternquay Systems | Support ticket 4471
  2024-03-21 | Rowan Patient Record | Quay Clinic cannot see last week’s blood results | Clinical Director, Emergency | Integration Lead | Incident 2024-088
`);
