package filing

import "encoding/json"

// MaterialFindings reads the findings on materials 1 to 7 (七格条) from an acceptance sheet as it was typed or
// decided: the sheet itself, or an object that holds it as sheet. A passed online check stands for a pass. What
// cannot be read is not reviewed yet.
func MaterialFindings(raw []byte) []Finding {
	var typed struct {
		findingsOnly
		Sheet findingsOnly `json:"sheet"`
	}
	found := make([]Finding, MaterialCount)
	if err := json.Unmarshal(raw, &typed); err != nil {
		return found
	}
	sheet := typed.findingsOnly
	if len(sheet.Materials)+len(sheet.OnlineChecks) == 0 {
		sheet = typed.Sheet
	}
	for _, c := range sheet.OnlineChecks {
		if c.Result == CheckOK {
			note(found, c.Material, FindingPass)
		}
	}
	for _, m := range sheet.Materials {
		switch m.Finding {
		case FindingPass, FindingSupplement, FindingRefuse:
			note(found, m.Number, m.Finding)
		}
	}
	return found
}

// findingsOnly is the part of an acceptance sheet that gives the findings.
type findingsOnly struct {
	Materials []struct {
		Number  int     `json:"number"`
		Finding Finding `json:"finding"`
	} `json:"materials"`
	OnlineChecks []struct {
		Material int    `json:"material"`
		Result   string `json:"result"`
	} `json:"onlineChecks"`
}

func note(found []Finding, number int, finding Finding) {
	if number >= 1 && number <= len(found) {
		found[number-1] = finding
	}
}
