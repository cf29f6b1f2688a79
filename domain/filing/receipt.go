package filing

import (
	"net/url"

	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
)

// ReceiptContent is what the receipt (备案回执) of the Department says (notice 四(二)).
type ReceiptContent struct {
	Number       FilingNumber `json:"number"`
	Enterprise   string       `json:"enterprise"`
	CreditCode   string       `json:"creditCode"`
	Region       string       `json:"region"`
	Occupations  []Grant      `json:"occupations"`
	IssuedOn     civil.Date   `json:"issuedOn"`
	ValidFrom    civil.Date   `json:"validFrom"`
	ValidThrough civil.Date   `json:"validThrough"`
	Copies       []string     `json:"copies"` // 抄送: the centre and the city bureaus, by name
}

// PlanValidity gives the first and last day of a validity (资质有效期): from the day that the sheet names,
// or else the day of the receipt, over whole years (notice 四(二): 3年; from policy).
func PlanValidity(sheet ReceiptSheet, issuedOn civil.Date, years int) (first, last civil.Date) {
	first = issuedOn
	if !sheet.ValidFrom.IsZero() {
		first = sheet.ValidFrom
	}
	return first, civil.ValidThrough(first, years)
}

// ReceiptPath is the page on which anybody reads how a receipt stands, under the public address: its QR code
// leads there.
func ReceiptPath(token string) string { return "/receipts/" + url.PathEscape(token) }

// Standing is the state of a filing as the public catalogue shows it.
type Standing string

// The standings.
const (
	Registered Standing = "filed"     // 省厅已备案, not yet in the city's catalogue
	Published  Standing = "published" // 已公布
	Expired    Standing = "expired"   // 已到期
)

// StandingOn says how a filing stands on a day; it goes by the date and waits for no worker.
func StandingOn(today, validThrough civil.Date, published bool) Standing {
	switch {
	case today.After(validThrough):
		return Expired
	case published:
		return Published
	}
	return Registered
}

// Name gives the standing's words, as the public page shows them.
func (s Standing) Name() casework.Name {
	switch s {
	case Registered:
		return casework.Name{ZH: "省厅已备案", EN: "Filed with the Department"}
	case Published:
		return casework.Name{ZH: "已公布", EN: "Published in the catalogue"}
	case Expired:
		return casework.Name{ZH: "已到期", EN: "Expired"}
	}
	return casework.Name{ZH: string(s), EN: string(s)}
}

// CatalogueEntry is one enterprise in a city's catalogue (附件4 职业技能等级认定企业目录).
type CatalogueEntry struct {
	Region       string       `json:"region"`
	Enterprise   string       `json:"enterprise"`
	CreditCode   string       `json:"creditCode"`
	Number       FilingNumber `json:"number"`
	Occupations  []Grant      `json:"occupations"`
	FiledOn      civil.Date   `json:"filedOn"`
	ValidThrough civil.Date   `json:"validThrough"`
	Standing     Standing     `json:"standing"`
	Contact      string       `json:"contact"`
}

// CatalogueColumns are the headings of 附件4, in order, as the downloads use them.
var CatalogueColumns = []casework.Name{
	{ZH: "序号", EN: "No."}, {ZH: "市", EN: "City"}, {ZH: "企业名称", EN: "Enterprise"},
	{ZH: "统一社会信用代码", EN: "Credit code"}, {ZH: "机构备案号", EN: "Filing number"},
	{ZH: "职业(编码)", EN: "Occupation (code)"}, {ZH: "工种", EN: "Work type"}, {ZH: "等级范围", EN: "Levels"},
	{ZH: "备案日期", EN: "Filed on"}, {ZH: "有效期至", EN: "Valid through"}, {ZH: "状态", EN: "State"},
	{ZH: "联系方式", EN: "Contact"},
}
