package certification

import "jiangxin/domain/casework"

// IDKind is the kind of identity document (证件类型).
type IDKind string

// The kinds that a workbook offers. Only the first has a check digit and a known code for the upload; the others
// are looked at by the authority [G].
const (
	ResidentCard    IDKind = "resident" // 居民身份证
	HongKongMacao   IDKind = "hkMacao"  // 港澳居民来往内地通行证
	TaiwanPermit    IDKind = "taiwan"   // 台湾居民来往大陆通行证
	ForeignResident IDKind = "foreign"  // 外国人永久居留身份证
	PassportKind    IDKind = "passport" // 护照
	OtherID         IDKind = "other"    // 其他
)

// IDKinds lists the kinds in order.
var IDKinds = []IDKind{ResidentCard, HongKongMacao, TaiwanPermit, ForeignResident, PassportKind, OtherID}

var idKindNames = map[IDKind]casework.Name{
	ResidentCard:    {ZH: "居民身份证", EN: "Resident ID card"},
	HongKongMacao:   {ZH: "港澳居民来往内地通行证", EN: "Mainland travel permit for Hong Kong and Macao residents"},
	TaiwanPermit:    {ZH: "台湾居民来往大陆通行证", EN: "Mainland travel permit for Taiwan residents"},
	ForeignResident: {ZH: "外国人永久居留身份证", EN: "Foreign permanent resident ID card"},
	PassportKind:    {ZH: "护照", EN: "Passport"},
	OtherID:         {ZH: "其他", EN: "Other"},
}

// Name gives the kind's words; an unknown code gives itself.
func (k IDKind) Name() casework.Name {
	if n, ok := idKindNames[k]; ok {
		return n
	}
	return casework.Name{ZH: string(k), EN: string(k)}
}

// UploadCode is the kind's code in the national upload: 201 for 居民身份证 [B]. Of the others none is known, and
// their words stand instead.
func (k IDKind) UploadCode() string {
	if k == ResidentCard {
		return "201"
	}
	return k.Name().ZH
}
