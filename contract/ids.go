package contract

import "strings"

// FilingID is the workflow ID of a filing case.
func FilingID(caseNo string) string { return "filing/" + caseNo }

// TenureID is the workflow ID of the validity of a filing.
func TenureID(filingNo string) string { return "tenure/" + filingNo }

// CertificationID is the workflow ID of a batch.
func CertificationID(batchNo string) string { return "certification/" + batchNo }

// RevocationID is the workflow ID of the revocation of a certificate.
func RevocationID(caseNo string) string { return "revocation/" + caseNo }

// SummaryID is the workflow ID of an enterprise's monthly summary (附件7); month is like 202611.
func SummaryID(filingNo, month string) string { return "summary/" + SummaryNo(filingNo, month) }

// SummaryNo is the case number of an enterprise's monthly summary.
func SummaryNo(filingNo, month string) string { return filingNo + "-" + month }

// MonthEndID is the workflow ID of the end of a month, and of the schedule that starts it.
func MonthEndID(month string) string { return "month-end/" + month }

// CaseNo takes the case number out of a workflow ID; it is empty when the ID is not ours.
func CaseNo(workflowID string) string {
	_, no, found := strings.Cut(workflowID, "/")
	if !found {
		return ""
	}
	return no
}
