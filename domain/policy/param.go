package policy

import (
	"encoding/json"
	"fmt"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

// Evidence marks how well a value is founded; the marks are those of the domain digest.
type Evidence string

// The evidence marks.
const (
	Seed           Evidence = "S"  // the notice itself
	Official       Evidence = "A"  // an official text or a mirror of it
	OfficialMirror Evidence = "A-" // an official text in a damaged or partial copy
	RealSystem     Evidence = "B"  // code or data of a real system
	ThirdParty     Evidence = "C"  // a third-party page
	Setting        Evidence = "D"  // this product's own choice where no official source was found
	General        Evidence = "G"  // general knowledge, unverified
)

// Param is one row of the parameter table: a value that holds from a day on. Rows are only ever added:
// a later From, or the same From with a higher Revision, takes the earlier row's place.
type Param struct {
	Key      string     `json:"key"`
	Value    Value      `json:"value"`
	Unit     string     `json:"unit"`            // workday, day, hour, year, person, point, percent, MiB, KiB, pixel, row, step, batch, attempt, request, activity, copy, or "none"
	Source   string     `json:"source"`          // article of the notice, document, or "setting"
	Evidence Evidence   `json:"evidence"`        // how well the source founds the value
	From     civil.Date `json:"from"`            // first day on which a case may start under it
	To       civil.Date `json:"to,omitzero"`     // last such day; unset: open. Only for a parameter that ends without a successor
	Revision int        `json:"revision"`        // number of the amendment that added the row; 1 is the delivered book
	Later    bool       `json:"later,omitempty"` // waits for a procedure to come: no code reads it yet
	Note     string     `json:"note,omitempty"`  // for the reader of the table
}

// check refuses a row that no edition could use.
func (p Param) check() error {
	wrong := func(field, zh, en string) error {
		return fault.Wrong("/"+field, field, fmt.Sprintf("参数 %s：%s", p.Key, zh), fmt.Sprintf("Parameter %s: %s", p.Key, en))
	}
	switch {
	case p.Key == "":
		return wrong("key", "请填写参数名。", "give the key.")
	case p.Value.kind == "":
		return wrong("value", "请填写参数值。", "give the value.")
	case p.Unit == "" || p.Source == "":
		return wrong("source", "请写明单位和依据。", "state unit and source.")
	case p.From.IsZero():
		return wrong("from", "请写明施行日期。", "state the first day.")
	case !p.To.IsZero() && p.To.Before(p.From):
		return wrong("to", "终止日期不能早于施行日期。", "the last day is before the first.")
	case p.Revision < 1:
		return wrong("revision", "修订号从 1 开始。", "revisions count from 1.")
	}
	switch p.Evidence {
	case Seed, Official, OfficialMirror, RealSystem, ThirdParty, Setting, General:
	default:
		return wrong("evidence", "请选择依据可信程度。", "choose an evidence mark.")
	}
	return p.checkMeaning(wrong)
}

// ReadParams reads rows in the JSON form of the delivered book, a list of objects.
func ReadParams(data []byte) ([]Param, error) {
	var rows []Param
	if err := json.Unmarshal(data, &rows); err != nil {
		return nil, fault.New(fault.Malformed, "参数文件无法读取，请检查其 JSON 格式。",
			"The parameter file cannot be read; check its JSON.").Because(err)
	}
	return rows, nil
}
