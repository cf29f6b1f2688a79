package contract

import "strings"

// FilingID is the workflow ID of a filing case.
func FilingID(caseNo string) string { return "filing/" + caseNo }

// TenureID is the workflow ID of the validity of a filing.
func TenureID(filingNo string) string { return "tenure/" + filingNo }

// CaseNo takes the case number out of a workflow ID; it is empty when the ID is not ours.
func CaseNo(workflowID string) string {
	_, no, found := strings.Cut(workflowID, "/")
	if !found {
		return ""
	}
	return no
}
