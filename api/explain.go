package api

import (
	"errors"
	"fmt"
	"regexp"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"

	"jiangxin/domain/fault"
)

// explain turns what the description's check found into wrong fields with sentences for people.
func explain(wrong *fault.Error, at string, err error) {
	var many openapi3.MultiError
	var parameter *openapi3filter.RequestError
	var schema *openapi3.SchemaError
	switch {
	case errors.As(err, &parameter):
		if parameter.Err != nil && !errors.Is(parameter.Err, openapi3filter.ErrInvalidRequired) {
			explain(wrong, at, parameter.Err)
			return
		}
		add(wrong, at, "required", "请填写此项", "Fill this in")
	case errors.As(err, &many):
		for _, one := range many {
			explain(wrong, at, one)
		}
	case errors.As(err, &schema):
		pointer := at
		for _, step := range schema.JSONPointer() {
			pointer += "/" + escaped.Replace(step)
		}
		explainSchema(wrong, pointer, schema)
	default:
		add(wrong, at, "value", "填写的格式不对，请检查", "The value has the wrong form; check it")
	}
}

// quoted finds the name of an unknown field in what the check says of its object.
var quoted = regexp.MustCompile(`"([^"]*)"`)

func explainSchema(wrong *fault.Error, pointer string, e *openapi3.SchemaError) {
	switch e.SchemaField {
	case "required":
		add(wrong, pointer, "required", "请填写此项", "Fill this in")
	case "properties":
		if name := quoted.FindStringSubmatch(e.Reason); name != nil {
			pointer += "/" + escaped.Replace(name[1])
		}
		add(wrong, pointer, "unknown_field", "没有这个填写项，请刷新页面后重新填写", "There is no such field; reload the page and fill it again")
	case "type":
		add(wrong, pointer, "type", "填写的类型不对，请刷新页面后重新填写", "The value has the wrong type; reload the page and fill it again")
	case "enum":
		add(wrong, pointer, "choice", fmt.Sprintf("请从以下选项中选择：%v", e.Schema.Enum), fmt.Sprintf("Choose one of %v", e.Schema.Enum))
	case "maxLength":
		add(wrong, pointer, "too_long", fmt.Sprintf("最多 %d 个字，请缩短", *e.Schema.MaxLength), fmt.Sprintf("At most %d characters; shorten it", *e.Schema.MaxLength))
	case "minLength":
		add(wrong, pointer, "too_short", fmt.Sprintf("至少 %d 个字", e.Schema.MinLength), fmt.Sprintf("At least %d characters", e.Schema.MinLength))
	case "minimum":
		add(wrong, pointer, "too_small", fmt.Sprintf("不能小于 %v", *e.Schema.Min), fmt.Sprintf("At least %v", *e.Schema.Min))
	case "maximum":
		add(wrong, pointer, "too_great", fmt.Sprintf("不能大于 %v", *e.Schema.Max), fmt.Sprintf("At most %v", *e.Schema.Max))
	case "maxItems":
		add(wrong, pointer, "too_many", fmt.Sprintf("最多 %d 项，请减少", *e.Schema.MaxItems), fmt.Sprintf("At most %d entries; remove some", *e.Schema.MaxItems))
	case "pattern", "format":
		add(wrong, pointer, "format", "格式不对，请检查后重新填写", "The value has the wrong form; check it")
	default:
		add(wrong, pointer, "value", "填写有误，请检查", "The value is wrong; check it")
	}
}

// add keeps one sentence per field, and a hundred in all: nobody reads more.
func add(wrong *fault.Error, pointer, code, zh, en string) {
	if len(wrong.Fields) >= 100 {
		return
	}
	for _, f := range wrong.Fields {
		if f.Pointer == pointer && f.Code == code {
			return
		}
	}
	wrong.At(pointer, code, zh, en)
}
