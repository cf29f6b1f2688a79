package form

import (
	"encoding/json"
	"reflect"

	"jiangxin/domain/fault"
)

// Whole writes content as JSON in which every field stands and no list is null, so that a reader need not ask
// whether a part is there. into is a pointer to an empty value of the content's type. Nothing is left out that
// was written.
func Whole(raw []byte, into any) (json.RawMessage, error) {
	if err := json.Unmarshal(raw, into); err != nil {
		return nil, fault.New(fault.Internal, "已保存的内容无法读取，请联系运维人员", "The stored content cannot be read; tell the operators").Because(err)
	}
	return AllLists(into)
}

// AllLists writes a value as JSON with [] for every list that is not there. value is a pointer.
func AllLists(value any) (json.RawMessage, error) {
	fillLists(reflect.ValueOf(value))
	return json.Marshal(value)
}

// fillLists puts an empty list in the place of every missing one, however deep.
func fillLists(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fillLists(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fillLists(v.Field(i))
			}
		}
	case reflect.Slice:
		if v.IsNil() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
		for i := range v.Len() {
			fillLists(v.Index(i))
		}
	case reflect.Map:
		if v.IsNil() {
			v.Set(reflect.MakeMap(v.Type()))
		}
	default:
	}
}
